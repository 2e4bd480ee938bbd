import { LANGUAGES } from '../../resume/locales.js';
import { labelsFor } from '../../view/labels.js';
import { foldLine } from '../recover/fold.js';
import { EMAIL, phonesIn } from '../recover/read-contacts.js';
import { sectionNamed } from '../recover/section-names.js';
import { ALL, type Checked, type Rule } from './rule.js';

// Who it is and how to reach them. Name and one of phone and e-mail are mandatory to parsers; headers, footers and text boxes
// are where they most often get lost.

const FIRST_LINES = 8;

export const CONTACT_RULES: readonly Rule[] = [
  {
    id: 'name-first',
    severity: 'error',
    formats: ALL,
    wrong: 'the first line of the text is not a name',
    fix: 'let the name come first, alone on its line; keep page numbers and running headers out of the text before it',
    judge: ({ extraction }) =>
      extraction.texts.flatMap(({ extractor, text }) => {
        const [first = ''] = text.split(/\n|\t/).filter((line) => line.trim() !== '');
        return looksLikeName(first) ? [] : [`${extractor}: ${first}`];
      }),
  },
  {
    id: 'no-contact',
    severity: 'error',
    formats: ALL,
    wrong: 'neither an e-mail address nor a phone number is found',
    fix: 'write at least one of them as text below the name',
    judge: ({ recovered: { emails, phones } }) =>
      emails.length + phones.length === 0 ? ['none in the text'] : [],
  },
  {
    id: 'no-email',
    severity: 'warning',
    formats: ALL,
    wrong: 'no e-mail address is found',
    fix: 'write it as text below the name',
    judge: ({ recovered: { emails, phones } }) =>
      emails.length === 0 && phones.length > 0 ? ['a phone number only'] : [],
  },
  {
    id: 'contact-late',
    severity: 'warning',
    formats: ALL,
    wrong: `an e-mail address or phone number stands below the first ${FIRST_LINES} lines`,
    fix: 'put the contacts right below the name',
    judge: ({ extraction, recovered: { emails, phones } }) => {
      const lines = extraction.paragraphs.flatMap((paragraph) => paragraph.lines);
      const first = squeezed(lines.slice(0, FIRST_LINES).join(''));
      return [emails[0], phones[0]].flatMap((contact) =>
        contact === undefined || first.includes(squeezed(contact)) ? [] : contact,
      );
    },
  },
  {
    id: 'contact-split',
    severity: 'warning',
    formats: ALL,
    wrong: 'an e-mail address or phone number is broken over two lines',
    fix: 'give it a line of its own, or shorten the line it stands in',
    judge: ({ extraction, recovered: { emails, phones } }) => {
      const lines = extraction.paragraphs.flatMap((paragraph) => paragraph.lines);
      return [...emails, ...phones].filter((contact) => !lines.some((line) => line.includes(contact)));
    },
  },
  {
    id: 'contact-in-header',
    severity: 'error',
    formats: ['docx'],
    wrong: 'contacts stand in the header or footer only, which parsers skip',
    fix: 'move them into the body, below the name',
    judge: (checked) => {
      const body = checked.extraction.paragraphs.map(({ text }) => text).join('\n');
      return contactsOutside(checked).filter((contact) => !body.includes(contact));
    },
  },
];

function contactsOutside({ extraction }: Checked): string[] {
  return (extraction.word?.outside ?? [])
    .map((text) => text.slice(0, 1000))
    .flatMap((text) => [...(text.match(EMAIL) ?? []), ...phonesIn(text)]);
}

/** What such a document calls itself. */
const KINDS: ReadonlySet<string> = new Set(
  ['resume', 'cv', 'vita', ...LANGUAGES.map((language) => labelsFor(language).document)].map(foldLine),
);

/** Letters only, and neither a heading nor the name of the document's kind. */
function looksLikeName(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return (
    /^[\p{L}\p{M}\s.,'’ʼ·・()（）–-]+$/u.test(line) &&
    line.length <= 80 &&
    words.length <= 8 &&
    !KINDS.has(foldLine(line)) &&
    sectionNamed(line) === undefined
  );
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '');
