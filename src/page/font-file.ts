// A face of a family with its file inside, as a browser takes it: in a style sheet, or handed over apart.

/** The descriptors of https://drafts.csswg.org/css-fonts/#font-face-rule, and the rule they make. */
export interface FontFile {
  family: string;
  weight: number;
  style: string;
  /** The letters it is for, as `unicode-range` has them. */
  range: string;
  /** `url(data:…)`. */
  source: string;
  /** The whole `@font-face` rule. */
  css: string;
}

export function fontFile(face: Omit<FontFile, 'css'>): FontFile {
  const { family, weight, style, range, source } = face;
  const css = `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; src: ${source}; unicode-range: ${range}; }`;
  return { family, weight, style, range, source, css };
}
