const [PLUS, MINUS, POINT, ZERO] = ['+', '-', '.', '0'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];
/** Up to so many digits, both what they make and the power of ten below them are exact, and so is their quotient. */
const EXACT_DIGITS = 15;

/**
 * The number that stands between two places of a text, as a PDF writes numbers (ISO 32000-1, 7.3.3); NaN for anything else.
 * It is what `Number` makes of it, without a string for it: a page has thousands.
 */
export function readNumber(text: string, start: number, end: number): number {
  const sign = text.charCodeAt(start);
  const first = sign === MINUS || sign === PLUS ? start + 1 : start;
  if (end - first > EXACT_DIGITS) return Number(text.slice(start, end));
  let value = 0;
  let unit = 0;
  for (let at = first; at < end; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      unit *= 10;
    } else if (digit === POINT - ZERO && unit === 0) unit = 1;
    else return Number.NaN;
  }
  const number = unit > 1 ? value / unit : value;
  return first < end ? (sign === MINUS ? -number : number) : Number.NaN;
}
