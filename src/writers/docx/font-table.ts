import { FAMILIES, type Family, type FamilyName, familyChain } from '../../theme/families.js';
import type { Theme } from '../../theme/theme.js';
import { DECLARATION, escapeXml, WORD } from './xml.js';

// word/fontTable.xml: the fonts the styles name, and who stands in where they are absent. The twin has the same widths,
// so that a machine without Microsoft's fonts still breaks the same lines.

const KINDS = { serif: 'roman', 'sans-serif': 'swiss', monospace: 'modern' } as const;

/** Every family the theme names and those it falls back on, each once. */
export function wordFontTable({ fonts }: Theme): string {
  const names = new Set<FamilyName>(Object.values(fonts).flatMap(familyChain));
  const entries = [...names].map((name) => {
    const { word, generic }: Family = FAMILIES[name];
    const pitch = generic === 'monospace' ? 'fixed' : 'variable';
    return `<w:font w:name="${escapeXml(word)}"><w:altName w:val="${escapeXml(name)}"/><w:family w:val="${KINDS[generic]}"/><w:pitch w:val="${pitch}"/></w:font>`;
  });
  return `${DECLARATION}<w:fonts xmlns:w="${WORD}">${entries.join('')}</w:fonts>`;
}
