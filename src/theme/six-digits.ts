/** `#abc` and `#aabbcc` → `AABBCC`, as Word writes colours. */
export function sixDigits(colour: string): string {
  const digits = colour.slice(1).toUpperCase();
  return digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
}
