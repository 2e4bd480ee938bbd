// A PDF content stream → its operators, each with where it stands (ISO 32000-1, 7.2 and 7.8.2). Operands are only
// skipped, but skipped as what they are: a `Q` inside a string is no operator.

export interface Operator {
  name: string;
  /** Where its first operand begins, in bytes. */
  start: number;
  /** Just after its name. */
  end: number;
}

const REGULAR = '[^\\0\\t\\n\\f\\r ()<>[\\]{}/%]';
const SPACE = /(?:[\0\t\n\f\r ]|%[^\r\n]*)+/y;
const OPERAND = new RegExp(
  `<[0-9A-Fa-f\\s]*>|<<|>>|[[\\]{}]|/${REGULAR}*|[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?!${REGULAR})`,
  'y',
);
const WORD = new RegExp(`${REGULAR}+`, 'y');
const VALUES = new Set(['true', 'false', 'null']);

/** `content` is one character a byte (latin1). `undefined` for what is damaged, or holds pictures inside itself. */
export function readOperators(content: string): Operator[] | undefined {
  const operators: Operator[] = [];
  let at = skip(SPACE, content, 0) ?? 0;
  let start = at;
  while (at < content.length) {
    const operand = content[at] === '(' ? endOfString(content, at) : skip(OPERAND, content, at);
    const end = operand ?? skip(WORD, content, at);
    if (end === undefined) return undefined;
    const name = content.slice(at, end);
    at = skip(SPACE, content, end) ?? end;
    if (operand !== undefined || VALUES.has(name)) continue;
    // What follows would be the picture's own bytes.
    if (name === 'BI') return undefined;
    operators.push({ name, start, end });
    start = at;
  }
  return operators;
}

function skip(pattern: RegExp, content: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(content) ? pattern.lastIndex : undefined;
}

/** Parentheses nest, and a backslash takes what follows along. */
function endOfString(content: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < content.length; at += 1) {
    const letter = content[at];
    if (letter === '\\') at += 1;
    else if (letter === '(') depth += 1;
    else if (letter === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
