import { Document, type XmlComponent } from 'docx';
import { strToU8 } from 'fflate';
import { onceBy } from '../../once.js';
import type { Block } from '../../page/blocks.js';
import { wordFonts } from '../../theme/scripts.js';
import type { Theme } from '../../theme/theme.js';
import { characterStyles } from './character-styles.js';
import { turnSection } from './direction.js';
import { finishNumbering, finishStyles } from './finish-styles.js';
import { wordFontTable } from './font-table.js';
import { type List, listsIn, numberLists, putNumbers, wordNumbering } from './numbering.js';
import { officeTheme } from './office-theme.js';
import type { WordPage } from './paragraph.js';
import type { Relationship } from './relationships.js';
import { emptySection } from './section.js';
import { wordSettings } from './settings.js';
import { wordStyles } from './styles.js';
import type { WordLanguage } from './word-language.js';
import { writeElement } from './write-element.js';
import { DECLARATION } from './xml.js';

// The parts of a Word file that hold how it looks, not what it says. They are the same for all documents that wear a
// theme, speak a language and have the same kinds of paragraphs, runs and lists: made once, they are half of the work.

export interface StyleParts {
  parts: ReadonlyMap<string, Uint8Array>;
  /** The number of each list, by what docx writes in its place. */
  lists: ReadonlyMap<string, string>;
  /** The XML around the paragraphs: page size and margins stand behind them. */
  frame: { before: string; after: string };
  /** The parts that the document refers to, as docx knows them. */
  relationships: readonly Relationship[];
}

/** By kinds of documents, each of some 25 KB. */
const kept = onceBy<Theme, string, StyleParts>(50);

export function styleParts(blocks: readonly Block[], page: WordPage, language: WordLanguage): StyleParts {
  const { theme, paper, meta, text } = page;
  const lists = listsIn(blocks);
  const styles = new Set(blocks.map(({ style }) => style).filter((style) => !theme.styles[style]));
  const characters = [...characterStyles(blocks, theme).keys()].filter((name) => !theme.characters[name]);
  const fonts = wordFonts(meta.lang, text);
  // All that they depend on beside the theme and what it has itself.
  const kind = JSON.stringify([paper, meta.lang, language, fonts, [...styles], characters, lists]);
  return kept(theme, kind, () => makeParts(blocks, page, language, lists));
}

function makeParts(
  blocks: readonly Block[],
  page: WordPage,
  language: WordLanguage,
  lists: readonly List[],
): StyleParts {
  const { theme, direction } = page;
  const styles = wordStyles(page, blocks, language);
  const document = new Document({
    styles,
    numbering: wordNumbering(theme, lists),
    sections: [emptySection(page)],
  });
  for (const { reference, instance } of lists)
    document.Numbering.createConcreteNumberingInstance(reference, instance);
  const prepare = (part: XmlComponent) =>
    part.prepForXml({ file: document, viewWrapper: document.Document, stack: [] }) ?? {};
  const write = (part: XmlComponent): string => DECLARATION + writeElement(prepare(part));
  const [before = '', after = ''] = writeElement(prepare(document.Document.View)).split(/(?<=<w:body>)/);
  const { Relationships: [, ...relationships] = [] } = prepare(document.Document.Relationships) as {
    Relationships?: { Relationship: { _attr: Relationship } }[];
  };
  // Styles first: who picks one in Word begins a list of its own, which docx adds to the numbering.
  const written = write(document.Styles);
  const numbers = numberLists(document.Numbering);
  const own = new Set([...styles.paragraphStyles, ...styles.characterStyles].map(({ id }) => id));
  const parts = {
    'word/styles.xml': finishStyles(putNumbers(written, numbers), own),
    'word/numbering.xml': finishNumbering(write(document.Numbering)),
    'word/settings.xml': wordSettings(language),
    'word/fontTable.xml': wordFontTable(theme),
    'word/theme/theme1.xml': officeTheme(theme),
  };
  return {
    parts: new Map(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])),
    lists: numbers,
    frame: { before, after: direction === 'rtl' ? turnSection(after) : after },
    relationships: relationships.map(({ Relationship }) => Relationship._attr),
  };
}
