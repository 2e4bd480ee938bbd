import { parseXml } from '../parse-xml.js';
import { type Look, lookOf } from './word-looks.js';

// In: one part of a Word file (the body, a header, a footer). Out: its paragraphs as they are stored, with what each is in,
// and the pictures, tables and columns. Why: read from the XML itself, by no library, so that nothing is tidied away.

export interface WordParagraph {
  text: string;
  style: string | undefined;
  /** From the paragraph's own outline level, 0 to 8. */
  outline: number | undefined;
  /** By hand; a style may do it as well. */
  own: Look;
  boxed: boolean;
  runs: { text: string; style: string | undefined; own: Look }[];
  /** A tab or a line end inside a run's text. */
  rawBreak: boolean;
}

export interface WordPart {
  paragraphs: WordParagraph[];
  images: { alt?: string | undefined }[];
  tables: number;
  columns: number;
  /** Links by relationship id, each with its text. */
  links: { id: string; anchor: string; text: string }[];
}

/** What was deleted or moved away, and the twin for older programs. */
const SILENT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);
const BOXES = new Set(['w:txbxContent', 'v:textbox', 'wps:txbx']);
const CHARACTERS: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '\u00ad',
};

/** Throws what sax throws when the XML is damaged. */
export function readWordPart(xml: string): WordPart {
  const part: WordPart = { paragraphs: [], images: [], tables: 0, columns: 1, links: [] };
  const open: WordParagraph[] = [];
  const links: WordPart['links'] = [];
  const within: string[] = [];
  let silent = 0;
  let boxes = 0;
  let alt: string | undefined;

  const add = (text: string) => {
    const run = open.at(-1)?.runs.at(-1);
    if (run) run.text += text;
    const link = links.at(-1);
    if (link) link.text += text;
  };
  const describe = (name: string, attributes: Readonly<Record<string, unknown>>) => {
    const paragraph = open.at(-1);
    const run = paragraph?.runs.at(-1);
    const value = String(attributes['w:val'] ?? '');
    if (!paragraph) return;
    if (name === 'w:pStyle') paragraph.style = value;
    else if (name === 'w:rStyle' && run && within.includes('w:r')) run.style = value;
    else if (name === 'w:outlineLvl') paragraph.outline = Number(value);
    else if (name === 'w:framePr') paragraph.boxed = true;
    // The look of a paragraph's own mark is nobody's text.
    else if (run && within.lastIndexOf('w:r') > within.lastIndexOf('w:p'))
      Object.assign(run.own, lookOf(name, attributes));
    else if (!within.includes('w:rPr')) Object.assign(paragraph.own, lookOf(name, attributes));
  };

  parseXml(xml, {
    open(name, attributes) {
      within.push(name);
      if (SILENT.has(name)) silent += 1;
      if (silent) return;
      if (BOXES.has(name)) boxes += 1;
      if (name === 'w:p') open.push(emptyParagraph(boxes > 0));
      else if (name === 'w:r') open.at(-1)?.runs.push({ text: '', style: undefined, own: {} });
      else if (name === 'w:tbl') part.tables += 1;
      else if (name === 'w:cols') part.columns = Math.max(part.columns, Number(attributes['w:num'] ?? 1));
      else if (name === 'wp:docPr') alt = text(attributes.descr) || text(attributes.title) || undefined;
      else if (name === 'adec:decorative') alt = '';
      else if (name === 'pic:pic') part.images.push({ alt });
      else if (name === 'v:imagedata') part.images.push({ alt: text(attributes['o:title']) });
      else if (name === 'w:hyperlink') {
        const { 'r:id': id = '', 'w:anchor': anchor = '' } = attributes as Record<string, string>;
        links.push({ id, anchor, text: '' });
      } else if (name === 'w:sym') add(symbol(String(attributes['w:char'])));
      // A tab stop has the name of a tab, but it stands among a paragraph's properties.
      else if (CHARACTERS[name] !== undefined && !within.includes('w:tabs')) add(CHARACTERS[name]);
      else describe(name, attributes);
    },
    text(value) {
      if (silent || within.at(-1) !== 'w:t') return;
      const paragraph = open.at(-1);
      if (paragraph && /[\t\r\n]/.test(value)) paragraph.rawBreak = true;
      add(value);
    },
    close(name) {
      within.pop();
      if (SILENT.has(name)) silent -= 1;
      if (silent) return;
      if (BOXES.has(name)) boxes -= 1;
      if (name === 'w:hyperlink') part.links.push(...links.splice(-1));
      if (name !== 'w:p') return;
      const paragraph = open.pop();
      if (paragraph)
        part.paragraphs.push({ ...paragraph, text: paragraph.runs.map((run) => run.text).join('') });
    },
  });
  return part;
}

const emptyParagraph = (boxed: boolean): WordParagraph => ({
  text: '',
  style: undefined,
  outline: undefined,
  own: {},
  boxed,
  runs: [],
  rawBreak: false,
});

const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));

/** A character of a symbol font: it stands where no alphabet has letters. */
function symbol(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return Number.isFinite(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
