import { ALL, linesWith, type Rule } from './rule.js';

// What stands where. Greenhouse's (support article 200989175), Daxtra's and Loxo's advice agree: no
// tables, text boxes or columns.

/** So many lines beside other text are a column and no accident. */
const COLUMN_LINES = 4;

export const LAYOUT_RULES: readonly Rule[] = [
  {
    id: 'table',
    severity: 'error',
    formats: ALL,
    wrong: 'text stands in a table, which parsers read in an order of their own',
    fix: 'take the table away: one paragraph after the other, dates after a right tab stop',
    judge: ({ extraction: { tables } }) => (tables > 0 ? [`${tables} of them`] : []),
  },
  {
    id: 'text-box',
    severity: 'error',
    formats: ['docx'],
    wrong: 'text stands in a text box, shape or frame, which parsers miss',
    fix: 'move it into the body as paragraphs',
    judge: ({ extraction: { word } }) => word?.boxes ?? [],
  },
  {
    id: 'columns',
    severity: 'warning',
    formats: ['pdf', 'docx'],
    wrong: 'text stands in columns, which some readers read across',
    fix: 'use one column',
    judge: ({ extraction: { word, pdf } }) => {
      if (word && word.columns > 1) return [`${word.columns} columns`];
      return pdf && pdf.beside.length >= COLUMN_LINES ? pdf.beside : [];
    },
  },
  {
    id: 'typed-bullet',
    severity: 'warning',
    formats: ['docx'],
    wrong: 'a bullet is typed instead of being a list',
    fix: 'make the lines a real list in Word',
    judge: ({ extraction: { word } }) => word?.typedBullets ?? [],
  },
  {
    id: 'raw-tab',
    severity: 'warning',
    formats: ['docx'],
    wrong: 'a tab or line end is written as a character, which Word shows as a space',
    fix: 'write it as w:tab or w:br, or as a new paragraph',
    judge: ({ extraction: { word } }) => word?.rawBreaks ?? [],
  },
  {
    id: 'spaces-as-layout',
    severity: 'warning',
    formats: ALL,
    wrong: 'spaces or dots are used to move text to the right',
    fix: 'use a right tab stop',
    judge: (checked) => linesWith(checked, /\S {4,}\S|\S ?(?:\.{5,}|(?:\. ){4,}|…{3,}) ?\S/),
  },
  {
    id: 'wide-tracking',
    severity: 'warning',
    formats: ['docx'],
    wrong: 'letters are set wider than 1 pt apart, so that PDFs made from it fall apart into letters',
    fix: 'set the character spacing to normal',
    judge: ({ extraction: { word } }) => word?.tracked ?? [],
  },
  {
    id: 'hyphenation',
    severity: 'warning',
    formats: ['docx'],
    wrong: 'words are hyphenated at line ends, which leaves halves of words in PDFs made from it',
    fix: 'turn automatic hyphenation off',
    judge: ({ extraction: { word } }) => (word?.hyphenated ? ['automatic hyphenation'] : []),
  },
  {
    id: 'unstyled-paragraph',
    severity: 'info',
    formats: ['docx'],
    wrong: 'a paragraph names no style; some readers join it with the next',
    fix: 'give every paragraph a style, Normal if nothing else',
    judge: ({ extraction: { word } }) => word?.unstyled ?? [],
  },
  {
    id: 'image-alt',
    severity: 'warning',
    formats: ALL,
    wrong: 'a picture has no alternative text',
    fix: 'describe it, or mark it as decoration',
    judge: ({ extraction: { images } }) =>
      images.flatMap(({ alt }, index) => (alt === undefined ? [`picture ${index + 1}`] : [])),
  },
];
