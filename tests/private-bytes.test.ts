import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../src/check/read-pdf.js';
import { type Format, type RenderedResume, renderResume } from '../src/index.js';
import { FORMATS, isPaged } from '../src/writers/formats.js';

// Nothing that is private or the author's own is anywhere in any file, however it is packed or spelt.

/** Files that hold text; a picture only shows what the PDF says. */
const DOCUMENTS = FORMATS.filter((format) => !isPaged(format));

const SECRET = 'quokka';
const HIDDEN = 'private: true';
const SOURCE = `# ${SECRET}: a comment
x-note: &note ${SECRET}
$schema: ./${SECRET}.json
meta:
  canonical: https://${SECRET}.example
  version: ${SECRET}
  locale: en
  hidden: [awards, grants]
  order: [${SECRET}, awards, work]
  titles: { ${SECRET}: ${SECRET}, awards: ${SECRET} }
basics:
  name: Ada Example
  label: { en: Engineer, de: ${SECRET} }
  image: ${SECRET}.png
  email: [{ value: ada@example.com }, { value: ${SECRET}@example.com, ${HIDDEN} }]
  phone: [{ label: ${SECRET}, value: +1 555 010 0177, ${HIDDEN} }]
  url: [{ label: ${SECRET}, value: https://${SECRET}.example, ${HIDDEN} }]
  profiles: [{ network: ${SECRET}, username: ${SECRET}, url: https://${SECRET}.example, ${HIDDEN} }]
work:
  - { name: ${SECRET}, position: ${SECRET}, summary: ${SECRET}, ${HIDDEN} }
  - id: ${SECRET}
    tags: [${SECRET}]
    x-pay: *note
    name: Northwind
    position: Engineer
    highlights:
      - { text: ${SECRET}, ${HIDDEN}, highlights: [${SECRET}] }
      - { text: Seen, highlights: [{ text: ${SECRET}, ${HIDDEN} }] }
    keywords: [{ name: ${SECRET}, ${HIDDEN} }, Go]
    roles:
      - { position: ${SECRET}, startDate: 2020, ${HIDDEN} }
      - { position: Lead, startDate: 2021, projects: [{ name: ${SECRET}, ${HIDDEN} }] }
    projects: [{ name: ${SECRET}, url: https://${SECRET}.example, ${HIDDEN} }]
volunteer: [{ organization: ${SECRET}, ${HIDDEN} }]
education:
  - { institution: ${SECRET}, area: ${SECRET}, ${HIDDEN} }
  - { institution: Uni, courses: [{ name: ${SECRET}, score: ${SECRET}, ${HIDDEN} }, Algebra] }
projects: [{ name: ${SECRET}, ${HIDDEN} }, { name: P, projects: [{ name: ${SECRET}, ${HIDDEN} }] }]
skills: [{ name: ${SECRET}, ${HIDDEN}, keywords: [${SECRET}] }, { name: Go, keywords: [{ name: ${SECRET}, ${HIDDEN} }] }]
languages: [{ language: ${SECRET}, ${HIDDEN} }]
certificates: [{ name: ${SECRET}, credentialId: ${SECRET}, ${HIDDEN} }]
awards: [{ title: ${SECRET} }]
publications: [{ name: ${SECRET}, authors: [${SECRET}], doi: 10.5555/${SECRET}, ${HIDDEN} }]
talks: [{ name: ${SECRET}, slides: https://${SECRET}.example, ${HIDDEN} }]
patents: [{ name: ${SECRET}, number: ${SECRET}, ${HIDDEN} }]
memberships: [{ organization: ${SECRET}, ${HIDDEN} }]
interests: [{ name: ${SECRET}, ${HIDDEN} }]
references: [{ name: ${SECRET}, ${HIDDEN} }, { name: Bo, email: [{ value: ${SECRET}@example.org, ${HIDDEN} }] }]
sections:
  - { title: ${SECRET}, kind: text, text: ${SECRET}, ${HIDDEN} }
  - { title: Grants, kind: text, text: ${SECRET} }
  - { title: ${SECRET} list, kind: list, items: [{ text: ${SECRET}, ${HIDDEN} }] }
  - { title: Facts, kind: pairs, pairs: [{ name: ${SECRET}, value: ${SECRET}, ${HIDDEN} }, { name: ${SECRET}, value: [{ name: ${SECRET}, ${HIDDEN} }] }, { name: Start, value: now }] }
  - { title: More, kind: entries, entries: [{ name: ${SECRET}, ${HIDDEN} }, { name: Told }] }
`;

/** The file, and whatever can be unpacked from it, again and again. */
function layers(bytes: Uint8Array): Buffer[] {
  const file = Buffer.from(bytes);
  return [file, ...[...zipped(file), ...deflated(file), ...encoded(file)].flatMap(layers)];
}

const zipped = (file: Buffer): Uint8Array[] =>
  file.subarray(0, 2).toString('latin1') === 'PK' ? Object.values(unzipSync(file)) : [];

function deflated(file: Buffer): Buffer[] {
  if (!file.subarray(0, 5).equals(Buffer.from('%PDF-'))) return [];
  return [...file.toString('latin1').matchAll(/\bstream\r?\n/g)].flatMap(({ 0: word, index }) => {
    try {
      return [inflateSync(file.subarray(index + word.length))];
    } catch {
      return [];
    }
  });
}

/** Base64 of data URIs, and the hexadecimal strings of PDF. */
function encoded(file: Buffer): Buffer[] {
  const text = file.toString('latin1');
  return [
    ...[...text.matchAll(/base64,([\w+/=]+)/g)].map(([, code = '']) => Buffer.from(code, 'base64')),
    ...[...text.matchAll(/<((?:[0-9A-Fa-f]{2}){4,})>/g)].map(([, code = '']) => Buffer.from(code, 'hex')),
  ];
}

/** How many layers tell the word, in any spelling. */
function tellers(bytes: Uint8Array, word: string): number {
  const utf16 = Buffer.from(word, 'utf16le');
  const spellings = [
    Buffer.from(word),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(word).toString('base64'),
  ];
  const lower = (layer: Buffer) => Buffer.from(layer.toString('latin1').toLowerCase(), 'latin1');
  return layers(bytes).filter((layer) =>
    spellings.some((spelling) => layer.includes(spelling) || lower(layer).includes(spelling)),
  ).length;
}

const filesOf = ({ files }: RenderedResume, format: Format): Uint8Array[] => [files[format] ?? []].flat();

let rendered: RenderedResume;
beforeAll(async () => {
  rendered = await renderResume(SOURCE, { formats: FORMATS, embedSource: true });
}, 60_000);

describe.each(FORMATS)('the %s', (format) => {
  it('tells nothing that is private', () => {
    const files = filesOf(rendered, format);
    expect(files.length).toBeGreaterThan(0);
    for (const word of [SECRET, '555 010 0177', '5550100177']) {
      expect(files.map((bytes) => tellers(bytes, word))).toEqual(files.map(() => 0));
    }
  });
});

it('letters that are only painted do not tell it either', async () => {
  const { words } = await readPdf(rendered.files.pdf ?? new Uint8Array());
  expect(words.map(({ text }) => text).join('')).not.toMatch(new RegExp(SECRET, 'i'));
});

it('and the search would find it, wherever it were', async () => {
  const told = SOURCE.replaceAll(`, ${HIDDEN}`, '').replace('name: Ada Example', `name: ${SECRET}`);
  const open = await renderResume(told, { formats: DOCUMENTS, embedSource: true });
  const found = (format: Format) =>
    filesOf(open, format).reduce((sum, bytes) => sum + tellers(bytes, SECRET), 0);
  for (const format of DOCUMENTS) expect(found(format), format).toBeGreaterThan(0);
  // The title of a PDF is UTF-16 in hexadecimal; what is attached is packed.
  expect(found('pdf')).toBeGreaterThan(1);
}, 60_000);
