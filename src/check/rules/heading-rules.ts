import { divide } from '../recover/divide.js';
import { ALL, type Rule } from './rule.js';

// Parsers tell what a line means by the heading above it (Textkernel), so headings have to be headings, have usual names,
// and have something below them (RChilli 4001).

/** Four letters or more with a space between each two. Scripts without capitals may be written so. */
const SPACED = /(?<![\p{L}\p{N}])[\p{Lu}\p{Ll}](?:[ \u00a0][\p{Lu}\p{Ll}]){3,}(?![\p{L}\p{N}])/u;

export const HEADING_RULES: readonly Rule[] = [
  {
    id: 'letter-spaced',
    severity: 'error',
    formats: ALL,
    wrong: 'words are spelt with a space between their letters and are no words to a machine',
    fix: 'write the word whole; for a wide look use at most 0.05 em of letter-spacing',
    // Where only the simpler reader sees the spaces, the two disagree, and that is told.
    judge: ({ extraction: { paragraphs } }) =>
      paragraphs.map(({ text }) => text).filter((text) => SPACED.test(text)),
  },
  {
    id: 'no-headings',
    severity: 'warning',
    formats: ALL,
    wrong: 'no line is marked as a heading',
    fix: 'use real headings (in Word: Heading 1 for the sections)',
    judge: ({ extraction: { paragraphs } }) =>
      paragraphs.some(({ level = 0 }) => level >= 2) ? [] : ['no headings below the title'],
  },
  {
    id: 'heading-order',
    severity: 'warning',
    formats: ALL,
    wrong: 'a heading skips a level',
    fix: 'go down one level at a time: name, section, entry',
    judge: ({ extraction: { paragraphs } }) => {
      const headings = paragraphs.filter(({ level }) => level !== undefined);
      return headings
        .filter(({ level = 0 }, index) => level > (headings[index - 1]?.level ?? 1) + 1)
        .map(({ text, level }) => `${text} (level ${level})`);
    },
  },
  {
    id: 'no-known-section',
    severity: 'warning',
    formats: ALL,
    wrong: 'no heading has a usual name, such as Experience or Education',
    fix: 'name the sections as others do',
    judge: ({ recovered: { sections } }) =>
      sections.some(({ id }) => id !== undefined) ? [] : ['no section is recognized'],
  },
  {
    id: 'heading-name',
    severity: 'info',
    formats: ALL,
    wrong: 'a section has a name that parsers may not know; what is in it may go nowhere',
    fix: 'keep what matters for a search in sections with usual names',
    judge: ({ recovered: { sections } }) =>
      sections.filter(({ id }) => id === undefined).map(({ title }) => title),
  },
  {
    id: 'empty-section',
    severity: 'warning',
    formats: ALL,
    wrong: 'a section has nothing in it',
    fix: 'fill it, or take its heading away',
    judge: ({ extraction }) =>
      divide(extraction.paragraphs)
        .sections.filter(({ body }) => body.length === 0)
        .map(({ title }) => title),
  },
];
