import { parseXml } from './parse-xml.js';

// In: a Word file's styles.xml. Out: the heading level of each paragraph style that is a heading. Why: Word
// knows a heading by its style, and a style is one by its own name, by its outline level, or because it is
// based on one that is.

interface Style {
  name: string;
  basedOn?: string;
  outline?: number;
}

/** Style id → level as in HTML: Title is 1, "heading 1" is 2, and so on. */
export function readHeadingStyles(xml: string): Map<string, number> {
  const styles = readStyles(xml);
  const levels = new Map<string, number>();
  for (const [id, style] of styles) {
    const level = style.name === 'title' ? 1 : levelOf(style, styles);
    if (level !== undefined) levels.set(id, level);
  }
  return levels;
}

function levelOf(style: Style, styles: ReadonlyMap<string, Style>): number | undefined {
  const seen = new Set<Style>();
  for (let at: Style | undefined = style; at && !seen.has(at); at = styles.get(at.basedOn ?? '')) {
    seen.add(at);
    // 0 to 8; 9 says that this is body text after all.
    if (at.outline !== undefined) return at.outline < 9 ? at.outline + 2 : undefined;
    const builtIn = /^heading ([1-9])$/.exec(at.name)?.[1];
    if (builtIn) return Number(builtIn) + 1;
  }
  return undefined;
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  parseXml(xml, {
    open(name, attributes) {
      const value = String(attributes['w:val'] ?? '');
      if (name === 'w:style' && attributes['w:type'] === 'paragraph') {
        style = { name: '' };
        styles.set(String(attributes['w:styleId']), style);
      } else if (!style) return;
      else if (name === 'w:name') style.name = value.toLowerCase();
      else if (name === 'w:basedOn') style.basedOn = value;
      else if (name === 'w:outlineLvl') style.outline = Number(value);
    },
    close(name) {
      if (name === 'w:style') style = undefined;
    },
  });
  return styles;
}
