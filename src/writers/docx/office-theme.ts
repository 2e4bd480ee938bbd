import { FAMILIES } from '../../theme/families.js';
import { sixDigits } from '../../theme/six-digits.js';
import type { Theme } from '../../theme/theme.js';
import { DECLARATION, escapeXml } from './xml.js';

// word/theme/theme1.xml: what Word's menus of fonts and colours offer first. docx would put Office's blue and Calibri
// there; who adds a line by hand is to find the résumé's own.

/** Office's own accents, for the colours a theme of ours does not have. */
const ACCENTS = ['44546A', '5B9BD5', '70AD47', 'FFC000', 'ED7D31'];

/** ISO/IEC 29500-1, 14.2.7 and 20.1.6.9. The text of the document does not refer to it: fonts stand in the styles by name. */
export function officeTheme({ title, name, fonts, colors, styles }: Theme): string {
  const body = FAMILIES[fonts[styles.Normal?.font ?? 'body'] ?? 'Tinos'].word;
  const font = `<a:latin typeface="${body}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const colour = (own: string, fallback: string) =>
    `<a:srgbClr val="${sixDigits(colors[own] ?? `#${fallback}`)}"/>`;
  const accents = ACCENTS.map(
    (accent, index) => `<a:accent${index + 2}><a:srgbClr val="${accent}"/></a:accent${index + 2}>`,
  );
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const label = escapeXml(title || name || 'Resumewright');
  return [
    DECLARATION,
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${label}"><a:themeElements>`,
    `<a:clrScheme name="${label}"><a:dk1>${colour('ink', '000000')}</a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>`,
    `<a:dk2>${colour('quiet', '44546A')}</a:dk2><a:lt2>${colour('line', 'E7E6E6')}</a:lt2>`,
    `<a:accent1>${colour('accent', '4472C4')}</a:accent1>${accents.join('')}`,
    `<a:hlink>${colour('accent', '0563C1')}</a:hlink><a:folHlink>${colour('accent', '954F72')}</a:folHlink></a:clrScheme>`,
    `<a:fontScheme name="${label}"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>`,
    // Word wants three of each (20.1.4.1.14); nothing here is drawn.
    `<a:fmtScheme name="${label}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>`,
    `<a:lnStyleLst>${`<a:ln>${fill}</a:ln>`.repeat(3)}</a:lnStyleLst>`,
    `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst>`,
    `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  ].join('');
}
