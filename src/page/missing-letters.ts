import type { Diagnostic } from '../source/diagnostic.js';
import type { EmbeddedFonts } from './embed-fonts.js';

/** Letters that would be empty boxes, and what to do about each: install a font, or live without. */
export function missingLetters(
  { missing, uninstalled }: Pick<EmbeddedFonts, 'missing' | 'uninstalled'>,
  file: string,
): Diagnostic[] {
  const finding = (rule: string, message: string, suggestion: string): Diagnostic => ({
    severity: 'warning',
    rule,
    file,
    path: '',
    message,
    suggestion,
  });
  const toInstall = [...uninstalled].map(([name, letters]) =>
    finding('no-font', `the font for ${listed(letters)} is not installed`, `npm install ${name}`),
  );
  if (missing.length === 0) return toInstall;
  return [
    ...toInstall,
    finding(
      'no-glyph',
      `the theme’s fonts have no letter for ${listed(missing)}`,
      'the PDF may show empty boxes there; Word will use a font of its own',
    ),
  ];
}

const listed = (letters: readonly string[]): string =>
  `${letters.slice(0, 12).join(' ')}${letters.length > 12 ? ' …' : ''}`;
