// In: what a cluster of glyphs says, and whether each of them takes room. Out: what each of them is to say, so that
// together, in their order, they say it. Why: in Indic scripts several letters make one drawing and its parts stand in
// another order than the letters, but a PDF gives each glyph a text of its own.

export interface Share {
  /** Of the glyph itself. */
  text: string;
  /** What has to follow it, as the text of a glyph that cannot be seen; mostly empty. */
  behind: string;
}

/**
 * pdf.js takes what holds a mark above or below a letter to be without width, and then sees a space behind it. So no
 * glyph that takes room is given such a mark: a glyph without width takes it, or one that is not seen.
 * Undefined where the letters do not go round.
 */
export function shareText(told: string, wide: readonly boolean[]): Share[] | undefined {
  const count = wide.filter(Boolean).length;
  const parts = partsOf(told, count) ?? partsOf(told.normalize('NFKC'), count);
  if (!parts) return undefined;
  const shares: Share[] = [];
  let rest = count === 0 ? told : '';
  for (const [index, isWide] of wide.entries()) {
    if (isWide) {
      const last = shares.at(-1);
      if (last) last.behind = rest;
      const part = parts.shift() ?? '';
      const next = wide.indexOf(true, index + 1);
      const thin = (next < 0 ? wide.length : next) - index - 1;
      const own = headOf(part, thin);
      shares.push({ text: own, behind: '' });
      rest = part.slice(own.length);
    } else {
      // The last of those in a row takes what the others leave.
      const isLast = wide[index + 1] !== false;
      const text = isLast ? rest : ([...rest][0] ?? '');
      rest = rest.slice(text.length);
      shares.push({ text: text || NOTHING, behind: '' });
    }
  }
  const last = shares.at(-1);
  if (last) last.behind = rest;
  return shares;
}

/** WORD JOINER, which no reader shows: a glyph without any text would be read as its number. */
const NOTHING = '\u2060';

/** The text in so many parts, each of which begins with a letter that has room; the last is the longest. */
function partsOf(text: string, count: number): string[] | undefined {
  const starts = [...text.matchAll(/[^\p{Mn}\p{Cf}]/gu)].map(({ index }) => index).slice(0, count);
  if (starts.length < count || (count > 0 && starts[0] !== 0)) return undefined;
  return starts.map((start, at) => text.slice(start, starts[at + 1]));
}

/** The letters before the first mark, but so that as many as follow without room have one each, if there are so many. */
function headOf(part: string, thin: number): string {
  const all = [...part];
  const mark = all.findIndex((letter) => /[\p{Mn}\p{Cf}]/u.test(letter));
  const plain = mark < 0 ? all.length : mark;
  return all.slice(0, Math.max(1, Math.min(plain, all.length - thin))).join('');
}
