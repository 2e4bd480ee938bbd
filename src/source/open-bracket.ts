/**
 * Where the innermost bracket opens that is still open before `end`; undefined where there is none near. What stands in
 * quotes or comments on a line does not count.
 */
export function openBracket(source: string, end: number): number | undefined {
  const begin = Math.max(0, end - NEAR);
  const text = source.slice(begin, end).replaceAll(QUOTED, (part) => ' '.repeat(part.length));
  let closed = 0;
  for (let index = text.length - 1; index >= 0; index--) {
    const char = text[index];
    if (char === ']' || char === '}') closed++;
    if (char !== '[' && char !== '{') continue;
    if (closed === 0) return begin + index;
    closed--;
  }
  return undefined;
}

const NEAR = 20_000;
const QUOTED = /"(?:[^"\\\n]|\\.)*"|(?<=[\s[{,:])'[^'\n]*'|(?<=\s)#[^\n]*/g;
