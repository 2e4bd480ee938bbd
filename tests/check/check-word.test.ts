import {
  ExternalHyperlink,
  Header,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../src/check/check-file.js';
import { BODY, bullet, contact, HEAD, heading, job, normal, type Parts, wordFile } from './word-file.js';

// Deliberately bad Word files, and the fault that is named.

const check = async (parts: Parts) => checkFile(await wordFile(parts), 'docx');
const rulesOf = async (parts: Parts) => (await check(parts)).findings.map(({ rule }) => rule);
const styled = (...children: ConstructorParameters<typeof TextRun>[0][]) =>
  new Paragraph({ style: 'Normal', children: children.map((run) => new TextRun(run as object)) });

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (description?: string) =>
  new Paragraph({
    style: 'Normal',
    children: [
      new ImageRun({
        type: 'png',
        data: PIXEL,
        transformation: { width: 40, height: 40 },
        ...(description && { altText: { name: 'portrait', description } }),
      }),
    ],
  });

test('a sound Word file has no finding, and gives back who, where and when', async () => {
  const { findings, recovered } = await check({});
  expect(findings).toEqual([]);
  expect(recovered).toMatchObject({
    name: 'Ada Example',
    emails: ['ada@example.com'],
    phones: ['+1 555 010 0199'],
    place: 'Lisbon',
    jobs: [
      {
        title: 'Staff Engineer',
        employer: 'Northwind Grid',
        place: 'Lisbon',
        start: '2021-03',
        end: 'present',
      },
      { title: 'Engineer', employer: 'Fjord Metering', place: 'Bergen', start: '2018-01', end: '2021-02' },
    ],
  });
});

describe('each fault is named', () => {
  test('a table with two columns', async () => {
    const cell = (...children: Paragraph[]) => new TableCell({ children });
    const table = new Table({
      rows: [new TableRow({ children: [cell(normal('Skills')), cell(...(BODY() as Paragraph[]))] })],
    });
    const { findings } = await check({ body: [table] });
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'table', severity: 'error' }));
  });

  test('contacts in the header only', async () => {
    const header = new Header({ children: [contact() as Paragraph] });
    const { findings } = await check({ head: HEAD().slice(0, 1), section: { headers: { default: header } } });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'contact-in-header',
        severity: 'error',
        evidence: ['ada@example.com', '+1 555 010 0199'],
      }),
    );
    expect(findings.map(({ rule }) => rule)).toContain('no-contact');
  });

  test('contacts in the body and the header are no fault', async () => {
    const header = new Header({ children: [contact() as Paragraph] });
    expect(await rulesOf({ section: { headers: { default: header } } })).toEqual([]);
  });

  test('a heading spelt with spaces', async () => {
    const { findings } = await check({ body: [heading('E X P E R I E N C E'), ...BODY().slice(1)] });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'letter-spaced',
        severity: 'error',
        evidence: ['E X P E R I E N C E'],
      }),
    );
  });

  test('letters set wide apart', async () => {
    const wide = new Paragraph({
      style: 'Normal',
      children: [new TextRun({ text: 'Profile', characterSpacing: 60 })],
    });
    expect(await rulesOf({ extra: [wide] })).toContain('wide-tracking');
  });

  test.each([
    ['that vanishes', { text: 'kubernetes terraform', vanish: true }],
    ['in white', { text: 'kubernetes terraform', color: 'FFFFFF' }],
    ['of one point', { text: 'kubernetes terraform', size: 2 }],
  ])('text %s', async (_, run) => {
    const { findings } = await check({ extra: [styled(run)] });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'hidden-text', severity: 'error', evidence: ['kubernetes terraform'] }),
    );
  });

  test('text that a style hides', async () => {
    const invisible = { id: 'Ghost', name: 'Ghost', run: { color: 'FFFFFF' } };
    const styles = { paragraphStyles: [invisible] };
    const ghost = new Paragraph({ style: 'Ghost', children: [new TextRun('kubernetes')] });
    expect(await rulesOf({ extra: [ghost], document: { styles } })).toContain('hidden-text');
  });

  test('white text on a dark ground is to be seen', async () => {
    const badge = styled({ text: 'Lead', color: 'FFFFFF', shading: { type: 'clear', fill: '1F3A5F' } });
    expect(await rulesOf({ extra: [badge] })).not.toContain('hidden-text');
  });

  test('one word over and over', async () => {
    const stuffed = normal(Array.from({ length: 8 }, () => 'kubernetes expert').join(', '));
    expect(await rulesOf({ extra: [stuffed] })).toContain('keyword-stuffing');
  });

  test('a text box', async () => {
    const box = new Textbox({ style: { width: '5cm' }, children: [contact() as Paragraph] });
    const { findings } = await check({ head: [...HEAD().slice(0, 1), box as unknown as Paragraph] });
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'text-box', severity: 'error' }));
  });

  test('a frame', async () => {
    const frame = new Paragraph({
      style: 'Normal',
      frame: {
        type: 'absolute',
        position: { x: 0, y: 0 },
        width: 3000,
        height: 1000,
        anchor: { horizontal: 'page', vertical: 'page' },
      },
      children: [new TextRun('Framed words')],
    });
    expect(await rulesOf({ extra: [frame] })).toContain('text-box');
  });

  test('columns', async () => {
    expect(await rulesOf({ section: { properties: { column: { count: 2, space: 700 } } } })).toContain(
      'columns',
    );
  });

  test('bullets that are typed', async () => {
    const { findings } = await check({
      extra: [normal('• Built a bridge.'), normal('•\u00a0Built another.')],
    });
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'typed-bullet', count: 2 }));
  });

  test('ligatures, icons and invisible characters', async () => {
    const rules = await rulesOf({
      extra: [normal('e\ufb03cient'), normal('\uf095 555'), normal('soft\u00adware')],
    });
    expect(rules).toEqual(expect.arrayContaining(['ligature', 'private-use', 'invisible-character']));
  });

  test('a joiner that shapes Persian letters is right', async () => {
    expect(await rulesOf({ extra: [normal('می\u200cخواهم')] })).not.toContain('invisible-character');
  });

  test('links that are unsafe or do not say where they lead', async () => {
    const link = (text: string, target: string) =>
      new ExternalHyperlink({ link: target, children: [new TextRun(text)] });
    const line = new Paragraph({
      style: 'Normal',
      children: [link('LinkedIn', 'https://linkedin.example/in/ada'), link('Fun', 'javascript:alert(1)')],
    });
    const { findings } = await check({ head: [...HEAD(), line] });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'link-scheme', severity: 'error', evidence: ['javascript:alert(1)'] }),
    );
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'link-address' }));
  });

  test('a link that shows its address is right', async () => {
    const line = new Paragraph({
      style: 'Normal',
      children: [
        new ExternalHyperlink({
          link: 'https://ada.example.com/',
          children: [new TextRun('ada.example.com')],
        }),
        new ExternalHyperlink({ link: 'tel:+15550100199', children: [new TextRun('+1 555 010 0199')] }),
      ],
    });
    expect(await rulesOf({ head: [...HEAD(), line] })).toEqual([]);
  });

  test('a picture without words, and not one with them', async () => {
    expect(await rulesOf({ extra: [picture()] })).toContain('image-alt');
    expect(await rulesOf({ extra: [picture('Ada Example')] })).not.toContain('image-alt');
  });

  test('headings that are empty, unknown or skip a level', async () => {
    const deep = new Paragraph({ heading: HeadingLevel.HEADING_4, children: [new TextRun('Too deep')] });
    const { findings } = await check({
      body: [heading('Skills'), ...BODY(), deep, heading('Miscellany'), normal('Chess.')],
    });
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'empty-section', evidence: ['Skills'] }));
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'heading-order' }));
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'heading-name', severity: 'info', evidence: ['Miscellany'] }),
    );
  });

  test('bold lines instead of headings', async () => {
    const bold = styled({ text: 'Work History', bold: true });
    const rules = await rulesOf({
      body: [bold, normal('Engineer, Mar 2021 – Present'), normal('Northwind, Lisbon')],
    });
    expect(rules).toContain('no-headings');
    // The name of the section is known all the same.
    expect(rules).not.toContain('no-known-section');
  });

  test('headings that nobody knows', async () => {
    expect(await rulesOf({ body: [heading('Where I have been'), normal('Here and there.')] })).toContain(
      'no-known-section',
    );
  });

  test('dates in several forms, or with short years', async () => {
    const body = [
      heading('Experience'),
      ...job('Engineer', 'Mar 2021 – Present', 'Northwind, Lisbon'),
      ...job('Engineer', '05/2018 – 02/2021', 'Fjord, Bergen'),
      ...job('Engineer', '05/16 – 04/18', 'Example Works, Bergen'),
    ];
    expect(await rulesOf({ body })).toEqual(expect.arrayContaining(['date-forms', 'short-date']));
  });

  test('a job without an employer or dates', async () => {
    const lonely = new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun('Engineer')] });
    const { findings } = await check({ extra: [lonely, bullet('Built a bridge.')] });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'job-incomplete', evidence: ['Engineer: no employer, no dates'] }),
    );
  });

  test('spaces and dots that stand for a tab', async () => {
    const rules = await rulesOf({ extra: [normal('Engineer ............ 2019')] });
    expect(rules).toContain('spaces-as-layout');
  });

  test('raw tabs, paragraphs without a style, hyphenation, no language, no title', async () => {
    const bytes = await edited(await wordFile({ extra: [new Paragraph('Unstyled')] }), {
      'word/document.xml': (xml) => xml.replace('Northwind Grid, Lisbon', 'Northwind Grid,\tLisbon'),
      'word/settings.xml': (xml) => xml.replace('</w:settings>', '<w:autoHyphenation/></w:settings>'),
      'word/styles.xml': (xml) => xml.replaceAll(/<w:lang [^>]*>/g, ''),
      'docProps/core.xml': (xml) => xml.replace(/<dc:title>.*?<\/dc:title>/, ''),
    });
    const rules = (await checkFile(bytes, 'docx')).findings.map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining(['raw-tab', 'unstyled-paragraph', 'hyphenation', 'no-language', 'no-title']),
    );
  });

  test('no name at the top', async () => {
    expect(await rulesOf({ head: [normal('Curriculum Vitae'), ...HEAD()] })).toContain('name-first');
    expect(await rulesOf({ head: [contact()] })).toContain('name-first');
  });

  test('contacts at the very end', async () => {
    const filler = Array.from({ length: 10 }, (_, i) =>
      normal(`One more plain line of text, the ${i + 1}th of ten.`),
    );
    const [name] = HEAD();
    expect(
      await rulesOf({ head: name ? [name] : [], extra: [heading('Interests'), ...filler, contact()] }),
    ).toContain('contact-late');
  });
});

type Edits = Record<string, (xml: string) => string>;

/** The same Word file with some of its parts rewritten. */
async function edited(bytes: Uint8Array, edits: Edits): Promise<Uint8Array> {
  const parts = unzipSync(bytes);
  for (const [name, edit] of Object.entries(edits))
    parts[name] = strToU8(edit(strFromU8(parts[name] as Uint8Array)));
  return zipSync(parts);
}
