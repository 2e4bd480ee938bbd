import { unzipSync } from 'fflate';
import { foldLink } from './fold-link.js';
import { readHeadingStyles } from './heading-styles.js';
import { parseXml } from './parse-xml.js';
import { readRelationships } from './read-relationships.js';
import type { Reading } from './reading.js';
import { splitWords } from './words.js';

// In: the bytes of a Word file. Out: what a reader of its main part recovers; headers and footers are other
// parts. Why: read from the XML itself, not by the library that wrote it, so that a mistake of the one is
// seen by the other.

const MAX_ENTRIES = 1000;
const MAX_BYTES = 50 * 2 ** 20;

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const LINKS = 'word/_rels/document.xml.rels';

/**
 * What is in the file but not on the page: what was deleted or moved away, and the twin for older programs.
 */
const SILENT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);
/** What stands between words. A tab stop has the name of a tab, but it comes before a paragraph's text. */
const GAPS = new Set(['w:tab', 'w:ptab', 'w:br', 'w:cr']);

/** Throws when it is no Word file, is damaged, or claims to unpack to more than 50 MB or 1,000 parts. */
export function readDocx(bytes: Uint8Array): Reading {
  const parts = unpack(bytes);
  const styles = readHeadingStyles(parts.get(STYLES) ?? '<none/>');
  const targets = readRelationships(parts.get(LINKS) ?? '<none/>');
  const reading: Reading = { words: [], headings: [], links: [] };
  const paragraphs: { start: number; level: number | undefined }[] = [];
  /** In pieces: a text that is cut from while it grows is copied each time. */
  const text: string[] = [];
  let silent = 0;
  let inText = false;

  parseXml(parts.get(DOCUMENT) ?? missing(), {
    open(name, attributes) {
      const value = String(attributes['w:val'] ?? '');
      const paragraph = paragraphs.at(-1);
      if (SILENT.has(name)) silent += 1;
      else if (silent) return;
      else if (name === 'w:p') {
        text.push('\n');
        paragraphs.push({ start: text.length, level: undefined });
      } else if (name === 'w:pStyle' && paragraph) paragraph.level = styles.get(value);
      else if (name === 'w:outlineLvl' && paragraph) paragraph.level = outlineLevel(value);
      else if (name === 'w:t') inText = true;
      else if (GAPS.has(name)) text.push(' ');
      else if (name === 'w:noBreakHyphen') text.push('-');
      else if (name === 'w:hyperlink' && attributes['r:id']) {
        const anchor = attributes['w:anchor'] ? `#${attributes['w:anchor']}` : '';
        reading.links.push(foldLink(`${targets.get(String(attributes['r:id'])) ?? ''}${anchor}`));
      }
    },
    text(part) {
      if (inText) text.push(part);
    },
    close(name) {
      if (SILENT.has(name)) silent -= 1;
      else if (silent) return;
      else if (name === 'w:t') inText = false;
      else if (name === 'w:p') {
        const { start, level } = paragraphs.pop() ?? { start: 0, level: undefined };
        const heading = level ? splitWords(text.slice(start).join('')).join(' ') : '';
        if (level && heading) reading.headings.push({ level, text: heading });
        text.push('\n');
      }
    },
  });

  reading.words = splitWords(text.join('')).map((word) => ({ text: word }));
  return reading;
}

/** Outline levels count from 0; 9 is body text. HTML's h1 is the title, which has none, so 0 is h2. */
function outlineLevel(value: string): number | undefined {
  return Number(value) < 9 ? Number(value) + 2 : undefined;
}

/** The three parts that are read, and the limits that keep a crafted archive from filling the memory. */
function unpack(bytes: Uint8Array): Map<string, string> {
  let entries = 0;
  let size = 0;
  const files = unzipSync(bytes, {
    filter({ name, originalSize }) {
      entries += 1;
      size += originalSize;
      if (entries > MAX_ENTRIES) throw new Error(`The Word file has more than ${MAX_ENTRIES} parts.`);
      if (size > MAX_BYTES) throw new Error(`The Word file unpacks to more than ${MAX_BYTES} bytes.`);
      return name === DOCUMENT || name === STYLES || name === LINKS;
    },
  });
  const decoder = new TextDecoder();
  return new Map(Object.entries(files).map(([name, content]) => [name, decoder.decode(content)]));
}

function missing(): never {
  throw new Error(`The file has no ${DOCUMENT}: it is no Word file.`);
}
