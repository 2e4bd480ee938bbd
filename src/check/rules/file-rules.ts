import { counted } from '../../source/counted.js';
import { ALL, type Checked, type Rule } from './rule.js';

// The file as a whole. Greenhouse (support article 200989175) names the size limit and the missing text.

const MB = 1_000_000;
/** Fewer letters than this are no résumé. */
const FEW_LETTERS = 20;
const megabytes = (size: number) => `${(size / MB).toFixed(1)} MB`;

const lettersIn = ({ extraction }: Checked): number =>
  extraction.paragraphs
    .map(({ text }) => text)
    .join('')
    .match(/\p{L}/gu)?.length ?? 0;

/** Without text no other rule has anything to look at. */
export const TEXTLESS_RULES: readonly Rule[] = [
  {
    id: 'no-text',
    severity: 'error',
    formats: ALL,
    wrong: 'there is no text in it, only a picture of text or nothing at all',
    fix: 'export it from the program it was written in; do not scan or print to a picture',
    judge: (checked) => (lettersIn(checked) === 0 ? ['0 letters'] : []),
  },
  {
    id: 'little-text',
    severity: 'error',
    formats: ALL,
    wrong: 'it has hardly any text',
    fix: 'see that all of it is there, and as text: a scan or a picture has no words in it',
    judge: (checked) => {
      const letters = lettersIn(checked);
      return letters > 0 && letters < FEW_LETTERS ? [counted(letters, 'letter')] : [];
    },
  },
];

export const FILE_RULES: readonly Rule[] = [
  {
    id: 'too-large',
    severity: 'error',
    formats: ['pdf', 'docx'],
    wrong: 'it is larger than applicant systems read (2.5 MB)',
    fix: 'use a smaller picture, or none',
    judge: ({ extraction: { size } }) => (size > 2.5 * MB ? [megabytes(size)] : []),
  },
  {
    id: 'large',
    severity: 'warning',
    formats: ['pdf', 'docx'],
    wrong: 'it is large for a résumé (more than 1 MB)',
    fix: 'use a smaller picture, or none',
    judge: ({ extraction: { size } }) => (size > MB && size <= 2.5 * MB ? [megabytes(size)] : []),
  },
  {
    id: 'encrypted',
    severity: 'error',
    formats: ['pdf'],
    wrong: 'it is encrypted, and simple readers give up on that',
    fix: 'save it without permissions and passwords',
    judge: ({ extraction: { pdf } }) => (pdf?.encrypted ? ['encryption dictionary'] : []),
  },
  {
    id: 'font-unmapped',
    severity: 'error',
    formats: ['pdf'],
    wrong: 'a font does not say which characters its glyphs are, so its text cannot be read',
    fix: 'embed the font with a ToUnicode map, or use another font',
    judge: ({ extraction: { pdf } }) =>
      (pdf?.fonts ?? []).filter(({ mapped }) => !mapped).map(({ name }) => name),
  },
  {
    id: 'font-not-embedded',
    severity: 'warning',
    formats: ['pdf'],
    wrong: 'a font is not embedded, so the page looks different elsewhere',
    fix: 'embed all fonts when you export',
    judge: ({ extraction: { pdf } }) =>
      (pdf?.fonts ?? []).filter(({ embedded }) => !embedded).map(({ name }) => name),
  },
  {
    id: 'untagged',
    severity: 'warning',
    formats: ['pdf'],
    wrong: 'it is not tagged: nothing says what is a heading, a list or a paragraph',
    fix: 'export it as tagged (accessible) PDF',
    judge: ({ extraction: { pdf } }) => (pdf?.tagged ? [] : ['no structure tree']),
  },
  {
    id: 'no-language',
    severity: 'warning',
    formats: ALL,
    wrong: 'it does not say which language it is in',
    fix: 'set the language of the document',
    judge: ({ extraction: { lang } }) => (lang ? [] : ['no language']),
  },
  {
    id: 'no-title',
    severity: 'warning',
    formats: ALL,
    wrong: 'it has no title or no author in its properties',
    fix: 'set both: the title as “Name – Résumé”, the author as your name',
    judge: ({ extraction: { title, author, format } }) => [
      ...(title ? [] : ['no title']),
      ...(author || format === 'html' ? [] : ['no author']),
    ],
  },
];
