import { beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../src/check/read-docx.js';
import { readHtml } from '../src/check/read-html.js';
import { readPdf } from '../src/check/read-pdf.js';
import { renderDocument } from '../src/pipeline.js';
import { readResume } from '../src/resume/read.js';
import { readTheme } from '../src/theme/read.js';
import { type Field, schemaFields } from './schema-fields.js';
import { testBrowser } from './test-browser.js';

// Whatever an author writes into any field of the schema, readers of HTML, PDF, Word and plain text see it.

const SEEN = ['text', 'line', 'prose', 'url', 'date'];
// A picture is no text, and has tests of its own.
const fields = schemaFields().filter(({ kind, path }) => SEEN.includes(kind) && path !== 'basics.image');

/** A value like no other, and what a reader sees of it. */
function sampleOf({ kind, path }: Field, index: number): { written: string; seen: string } {
  if (kind === 'date') return { written: String(1100 + index), seen: String(1100 + index) };
  const word = `quokka${index}z`;
  const isAddress = kind === 'url' || (path.startsWith('basics.url') && !path.endsWith('label'));
  return isAddress
    ? { written: `https://${word}.example.com/a`, seen: `${word}.example.com/a` }
    : { written: word, seen: word };
}
const cases = fields.map((field, index) => ({ field, ...sampleOf(field, index) }));

type Source = Record<string, unknown>;
/** One résumé with all lists of both; what is no list stays as it is in the first. */
const joined = (one: Source, other: Source): Source => {
  const lists = Object.entries(other).filter(([, value]) => Array.isArray(value)) as [string, unknown[]][];
  return {
    ...one,
    ...Object.fromEntries(lists.map(([key, list]) => [key, [...((one[key] as unknown[]) ?? []), ...list]])),
  };
};

const browser = testBrowser();

/** What readers of each format get: all words without spaces, and where the links lead. */
async function readBack(source: Source): Promise<Record<string, string>> {
  const { resume, diagnostics } = readResume(JSON.stringify(source), 'resume.yaml');
  expect(diagnostics).toEqual([]);
  if (!resume) throw new Error('no résumé');
  const { files, diagnostics: found } = await renderDocument(resume, await readTheme('classic'), {
    formats: ['html', 'pdf', 'docx', 'txt'],
    file: 'resume.yaml',
    date: new Date(0),
    browser: () => browser,
  });
  expect(found).toEqual([]);
  const bytes = (format: string) => files.find((file) => file.format === format)?.bytes ?? new Uint8Array();
  const text = (format: string) => Buffer.from(bytes(format)).toString('utf8');
  const readings = {
    html: readHtml(text('html')),
    pdf: await readPdf(bytes('pdf')),
    docx: await readDocx(bytes('docx')),
  };
  const seen = Object.entries(readings).map(([format, { words, links }]) => [
    format,
    [...words.map((word) => word.text), ' ', ...links].join(''),
  ]);
  return { ...Object.fromEntries(seen), txt: text('txt').replaceAll(/\s+/g, '') };
}

function expectSeen({ field, seen }: (typeof cases)[number], formats: Record<string, string>): void {
  for (const format of ['html', 'pdf', 'docx']) {
    expect(formats, `${field.path} in ${format}`).toHaveProperty([format], expect.stringContaining(seen));
  }
  // Where a link stands behind the name of what it leads to, plain text may not have it.
  if (field.kind !== 'url') expect(formats.txt, `${field.path} in txt`).toContain(seen);
}

describe('a value reaches every format', () => {
  // Sections of one's own would need an id each.
  const inLists = cases.filter(
    ({ field: { path } }) => path.includes('[]') && !/^(basics|sections)/.test(path),
  );
  const others = cases.filter((one) => !inLists.includes(one));
  let formats: Record<string, string>;
  beforeAll(async () => {
    formats = await readBack(
      inLists.reduce<Source>((all, { field, written }) => joined(all, field.inside(written)), {
        basics: { name: 'Ada' },
      }),
    );
  });

  it('from far more than a hundred fields', () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  it.each(inLists)('from $field.path', (one) => expectSeen(one, formats));

  it.each(others)('from $field.path', async (one) => {
    expectSeen(one, await readBack(joined(one.field.inside(one.written), {})));
  });
});
