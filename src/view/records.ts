import { visibleAddress } from '../resume/links.js';
import type { Resume } from '../resume/schema.js';
import { bareEntry, dated, linked, optional } from './entries.js';
import { labelled, mailbox, telephone } from './header.js';
import type { Labels } from './labels.js';
import { formatDate, formatPeriod } from './period.js';
import { line, present, prose, words } from './texts.js';
import type { Entry, Text } from './view.js';

// Awards, certificates, publications and their like → records: a bold name, who gave or printed it, when.

type Of<K extends keyof Resume> = NonNullable<Resume[K]> extends readonly (infer T)[] ? T : never;

const when = (path: string, date: string | undefined, labels: Labels) =>
  dated(path, date === undefined ? undefined : formatDate(date, labels));

export function award(entry: Of<'awards'>, path: string, labels: Labels): Entry {
  return {
    ...bareEntry(undefined, linked(`${path}.title`, entry.title, entry.url), [
      optional(`${path}.awarder`, entry.awarder),
    ]),
    ...when(`${path}.date`, entry.date, labels),
    prose: prose(`${path}.summary`, entry.summary),
  };
}

export function certificate(entry: Of<'certificates'>, path: string, labels: Labels): Entry {
  const { credentialId, expires } = entry;
  return {
    ...bareEntry(undefined, linked(`${path}.name`, entry.name, entry.url), [
      optional(`${path}.issuer`, entry.issuer),
    ]),
    ...when(`${path}.date`, entry.date, labels),
    details: present(
      credentialId !== undefined && words(`${path}.credentialId`, `${labels.credential} ${credentialId}`),
      expires !== undefined && words(`${path}.expires`, labels.expires(formatDate(expires, labels))),
    ),
  };
}

export function publication(entry: Of<'publications'>, path: string, labels: Labels): Entry {
  return {
    ...bareEntry(undefined, linked(`${path}.name`, entry.name, entry.url)),
    ...when(`${path}.releaseDate`, entry.releaseDate, labels),
    authors: people(`${path}.authors`, entry.authors),
    details: present(
      italic(optional(`${path}.venue`, entry.venue)),
      optional(`${path}.publisher`, entry.publisher),
      volume(path, entry),
      entry.pages !== undefined && words(`${path}.pages`, labels.pages(entry.pages)),
      optional(`${path}.type`, entry.type),
      optional(`${path}.status`, entry.status),
      entry.doi !== undefined &&
        words(`${path}.doi`, `doi:${bareDoi(entry.doi)}`, `https://doi.org/${bareDoi(entry.doi)}`),
      entry.arxiv !== undefined &&
        words(
          `${path}.arxiv`,
          `arXiv:${bareArxiv(entry.arxiv)}`,
          `https://arxiv.org/abs/${bareArxiv(entry.arxiv)}`,
        ),
      entry.isbn !== undefined && words(`${path}.isbn`, `ISBN ${entry.isbn.replace(/^isbn[:\s]*/i, '')}`),
    ),
    prose: prose(`${path}.summary`, entry.summary),
  };
}

/** Authors or inventors, the person's own name in bold. */
function people(path: string, list: Of<'publications'>['authors'] = []): Text[] {
  return list.map((person, index) => {
    const here = `${path}[${index}]`;
    if (typeof person === 'string') return line(here, person);
    return emphasised(line(`${here}.name`, person.name), person.me === true);
  });
}

/** `12(3)`, as citations have it. */
function volume(path: string, { volume, issue }: Of<'publications'>): Text | undefined {
  const text = volume === undefined ? issue : issue === undefined ? volume : `${volume}(${issue})`;
  return text === undefined ? undefined : words(`${path}.${volume === undefined ? 'issue' : 'volume'}`, text);
}

const bareDoi = (doi: string) => doi.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '');

const bareArxiv = (id: string) => id.replace(/^(https?:\/\/arxiv\.org\/abs\/|arxiv:\s*)/i, '');

const emphasised = (text: Text, yes: boolean): Text =>
  yes ? { ...text, html: `<strong>${text.html}</strong>` } : text;

const ITALIC = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\P{L}]+$/u;

/** What a work stands in is cited in italics, in scripts that have them; an author's own emphasis stays as it is. */
const italic = (text: Text | undefined): Text | undefined =>
  text && ITALIC.test(text.plain) && !text.html.includes('<em>')
    ? { ...text, html: `<em>${text.html}</em>` }
    : text;

export function talk(entry: Of<'talks'>, path: string, labels: Labels): Entry {
  return {
    ...bareEntry(undefined, linked(`${path}.name`, entry.name, entry.url), [
      optional(`${path}.event`, entry.event),
      optional(`${path}.location`, entry.location),
    ]),
    ...when(`${path}.date`, entry.date, labels),
    details: present(
      labelledAddress(`${path}.slides`, labels.slides, entry.slides, labels),
      labelledAddress(`${path}.video`, labels.video, entry.video, labels),
    ),
    prose: prose(`${path}.summary`, entry.summary),
  };
}

/** `Slides: example.com/a`, the address linked. */
function labelledAddress(
  path: string,
  label: string,
  address: string | undefined,
  { marks }: Labels,
): Text | undefined {
  if (address === undefined) return undefined;
  const shown = words(path, visibleAddress(address), address);
  const before = `${label}${marks.colon}`;
  return { ...shown, html: `${before}${shown.html}`, plain: `${before}${shown.plain}` };
}

export function patent(entry: Of<'patents'>, path: string, labels: Labels): Entry {
  return {
    ...bareEntry(undefined, linked(`${path}.name`, entry.name, entry.url), [
      optional(`${path}.office`, entry.office),
      optional(`${path}.number`, entry.number),
      optional(`${path}.status`, entry.status),
    ]),
    ...when(`${path}.date`, entry.date, labels),
    authors: people(`${path}.inventors`, entry.inventors),
    prose: prose(`${path}.summary`, entry.summary),
  };
}

export function membership(entry: Of<'memberships'>, path: string, labels: Labels): Entry {
  const since = entry.startDate === undefined ? 'endDate' : 'startDate';
  return {
    ...bareEntry(undefined, linked(`${path}.organization`, entry.organization, entry.url), [
      optional(`${path}.position`, entry.position),
      optional(`${path}.location`, entry.location),
    ]),
    ...dated(`${path}.${since}`, formatPeriod(entry.startDate, entry.endDate, labels)),
    prose: prose(`${path}.summary`, entry.summary),
  };
}

export function reference(entry: Of<'references'>, path: string, { marks: { colon } }: Labels): Entry {
  const contacts = [
    ...labelled(`${path}.email`, entry.email, mailbox),
    ...labelled(`${path}.phone`, entry.phone, telephone),
  ];
  return {
    ...bareEntry(
      undefined,
      [optional(`${path}.name`, entry.name)],
      [optional(`${path}.role`, entry.role), optional(`${path}.organization`, entry.organization)],
    ),
    details: contacts.map(({ label, text }) =>
      label === undefined
        ? text
        : {
            ...text,
            html: `${label.html}${colon}${text.html}`,
            plain: `${label.plain}${colon}${text.plain}`,
          },
    ),
    prose: prose(`${path}.reference`, entry.reference),
  };
}
