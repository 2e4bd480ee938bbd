const PAIRS = '()[]{}«»‹›';

/** A bracket's mirror image, which is what is painted of it in a line from right to left; of any other sign itself. */
export const mirror = (sign: string): string => PAIRS[PAIRS.indexOf(sign) ^ 1] ?? sign;
