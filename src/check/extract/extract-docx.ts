import { readHeadingStyles } from '../heading-styles.js';
import { parseXml } from '../parse-xml.js';
import { readRelationships } from '../read-relationships.js';
import { readParts } from './docx-parts.js';
import type { Extraction, Paragraph } from './extraction.js';
import { readByMammoth } from './read-by-mammoth.js';
import { readWordPart, type WordParagraph, type WordPart } from './read-word-part.js';
import { damagedWord } from './unreadable.js';
import { wordFacts, wordHidden } from './word-facts.js';
import { readLooks } from './word-looks.js';

// In: the bytes of any Word file. Out: what two readers that share no code find in it: our own, straight from the XML, and
// mammoth.

const NONE = '<none/>';

/** Throws Unreadable for what is no Word file, is damaged, or unpacks beyond all measure. */
export async function extractDocx(bytes: Uint8Array): Promise<Extraction> {
  const parts = readParts(bytes);
  const { body, outside, styles, looks, targets, core } = parse(() => {
    const styleSheet = parts.get('word/styles.xml') ?? NONE;
    return {
      body: readWordPart(parts.get('word/document.xml') ?? NONE),
      outside: [...parts].filter(([name]) => OUTSIDE.test(name)).map(([, xml]) => readWordPart(xml)),
      styles: readHeadingStyles(styleSheet),
      looks: readLooks(styleSheet),
      targets: readRelationships(parts.get('word/_rels/document.xml.rels') ?? NONE),
      core: readCore(parts.get('docProps/core.xml') ?? NONE),
    };
  });
  const lang =
    core.get('dc:language') ?? /<w:lang [^>]*w:val="([^"]+)"/.exec(parts.get('word/styles.xml') ?? '')?.[1];
  const paragraphs = body.paragraphs.flatMap((paragraph) => {
    const level = levelOf(paragraph, styles);
    const listed = paragraph.own.listed ?? looks.get(paragraph.style ?? '')?.listed ?? false;
    return toParagraphs(paragraph, level, listed);
  });
  return {
    format: 'docx',
    size: bytes.length,
    paragraphs,
    texts: [
      { extractor: 'document.xml', text: paragraphs.map(({ text }) => text).join('\n') },
      { extractor: 'mammoth', text: await readByMammoth(parts) },
    ],
    links: linksOf(body, targets),
    images: body.images,
    tables: body.tables,
    hidden: wordHidden(body, looks),
    lang,
    title: core.get('dc:title'),
    author: core.get('dc:creator'),
    word: wordFacts(body, outside, looks, parts.get('word/settings.xml') ?? ''),
  };
}

const OUTSIDE = /^word\/(header|footer|footnotes|endnotes)\d*\.xml$/;

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw damagedWord(error);
  }
}

function levelOf({ style, outline }: WordParagraph, styles: ReadonlyMap<string, number>): number | undefined {
  if (outline !== undefined) return outline < 9 ? outline + 2 : undefined;
  return styles.get(style ?? 'Normal');
}

/** A line break ends a line for every reader of lines. */
function toParagraphs({ text }: WordParagraph, level: number | undefined, listed: boolean): Paragraph[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => ({
      text: line,
      lines: [line],
      ...(level !== undefined && { level }),
      ...(listed && index === 0 && { bullet: true }),
    }));
}

function linksOf(body: WordPart, targets: ReadonlyMap<string, string>): Extraction['links'] {
  return body.links.flatMap(({ id, anchor, text }) => {
    const target = targets.get(id);
    return target === undefined ? [] : [{ target: anchor ? `${target}#${anchor}` : target, text }];
  });
}

/** The core properties that say something, by the name of their element. */
function readCore(xml: string): Map<string, string> {
  const core = new Map<string, string>();
  let at = '';
  parseXml(xml, {
    open(name) {
      at = name;
    },
    text(text) {
      if (text.trim() !== '') core.set(at, text.trim());
    },
  });
  return core;
}
