import type { Paragraph } from '../extract/extraction.js';
import { divide, type Section } from './divide.js';
import { divideEntries } from './divide-entries.js';
import { readContacts, takeContacts } from './read-contacts.js';
import { readDegrees } from './read-degrees.js';
import { readJobs } from './read-jobs.js';
import { holdsSkills, readLanguages, readSkills } from './read-pairs.js';
import type { Recovered, SectionName } from './recovered.js';

// In: the paragraphs of a finished document, and nothing else. Out: the fields an applicant system fills in. Why: a résumé
// that looks right and leaves these fields empty is not found.

/** No résumé has more; a made-up file must not keep the patterns busy. */
const MAX_PARAGRAPHS = 5000;
const MAX_LENGTH = 4000;
/** The forms of Arabic letters that fonts know, and the marks that only say which way the text runs. */
const FORMS = /[\ufb50-\ufdff\ufe70-\ufefe]/g;
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function recover(all: readonly Paragraph[]): Recovered {
  const paragraphs = all.slice(0, MAX_PARAGRAPHS).map((paragraph) => ({
    ...paragraph,
    text: plain(paragraph.text.slice(0, MAX_LENGTH)),
  }));
  const { head, sections } = divide(paragraphs);
  const bodies = (id: SectionName) => sections.filter((section) => section.id === id).map(({ body }) => body);
  const entries = (id: SectionName) => bodies(id).flatMap((body) => divideEntries(body));
  const skills = bodies('skills');
  const unnamed = sections.filter(({ id }) => id === undefined).map(({ body }) => body);
  return {
    ...withContacts(readContacts([...head, ...bodies('contact').flat()]), sections),
    jobs: readJobs(entries('work')),
    degrees: readDegrees(entries('education')),
    skills: (skills.length > 0 ? skills : unnamed.filter(holdsSkills)).flatMap(readSkills),
    languages: bodies('languages').flatMap(readLanguages),
    sections: sections.map(({ title, id }) => ({ title, ...(id && { id }) })),
  };
}

const plain = (text: string): string =>
  text.replaceAll(DIRECTION, '').replaceAll(FORMS, (letter) => letter.normalize('NFKC'));

type Contacts = ReturnType<typeof readContacts>;

/** Some put their contacts at the end. References have contacts too, and they are other people's. */
function withContacts(found: Contacts, sections: readonly Section[]): Contacts {
  if (found.emails.length + found.phones.length > 0) return found;
  const own = sections.filter(({ id }) => id !== 'references').flatMap(({ body }) => body);
  const late = { emails: [], phones: [], links: [] };
  for (const { text, bullet } of own) if (!bullet && text.length < 150) takeContacts(text, late);
  return { ...found, emails: late.emails, phones: late.phones };
}
