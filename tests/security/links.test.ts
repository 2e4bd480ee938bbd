import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { withPdf } from '../../src/check/pdfjs.js';
import { enterFolder, render } from '../cli/command.js';

// A résumé full of addresses that are programs, in every place that makes a link → every link in every output.

const BAD = [
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'javascript&colon;alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  '//example.org/x',
];
const GOOD = 'https://example.org/good';
const texts = BAD.flatMap((address) => [
  `[words](${address})`,
  `<${address}>`,
  `![picture](${address})`,
  address,
]);
const resume = {
  basics: {
    name: 'Ada Example',
    email: 'ada@example.org',
    summary: texts.join('\n\n'),
    profiles: BAD.map((url) => ({ network: 'Net', username: url, url })),
  },
  work: BAD.map((url) => ({ name: 'Northwind', url, highlights: [`[words](${url})`, `[good](${GOOD})`] })),
  projects: BAD.map((url) => ({ name: `[name](${url})`, url })),
  certificates: BAD.map((url) => ({ name: 'C', url })),
  publications: BAD.map((url) => ({ name: 'P', url, doi: url })),
};

it('no output has a link to a program, a page of data or a file', async () => {
  // As JSON Resume, where odd values are warnings and everything is printed as far as can be.
  const folder = await enterFolder({ 'cv.json': JSON.stringify(resume) });
  try {
    const { code, err } = await render('cv.json', '-f', 'pdf,html,docx,md', '--quiet');
    expect([code, err]).toEqual([0, expect.not.stringContaining('error')]);
    const html = readFileSync('out/cv.html', 'utf8');
    const md = readFileSync('out/cv.md', 'utf8');
    const parts = Object.entries(unzipSync(readFileSync('out/cv.docx')));
    const links = {
      html: [...html.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => href),
      md: [...md.matchAll(/(?<!\\)\]\(([^)]*)\)|(?<!\\)<([a-z]+:[^>]*)>/gi)].map(
        ([, link, auto]) => link ?? auto ?? '',
      ),
      docx: parts
        .filter(([name]) => name.endsWith('.rels'))
        .flatMap(([, bytes]) => [
          ...Buffer.from(bytes)
            .toString('utf8')
            .matchAll(/Target="([^"]*)" TargetMode="External"/g),
        ])
        .map(([, target = '']) => target),
      pdf: await withPdf(readFileSync('out/cv.pdf'), async (document) => {
        const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1));
        const notes = await Promise.all(pages.map(async (page) => (await page).getAnnotations()));
        return notes.flat().flatMap(({ unsafeUrl, url }): string[] => unsafeUrl ?? url ?? []);
      }),
    };
    for (const [format, found] of Object.entries(links)) {
      expect([format, found.filter((link) => !/^(https?:\/\/|mailto:|tel:)/.test(link))]).toEqual([
        format,
        [],
      ]);
      expect([format, found.includes(GOOD)]).toEqual([format, true]);
    }
  } finally {
    await folder.leave();
  }
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a key called %s is one that nobody knows',
  async (key) => {
    const folder = await enterFolder({
      'cv.yaml': `basics: {name: Ada}\n${key}: {en: {${key}: [x]}}\nwork: [{name: B, ${key}: {de: x}}]\n`,
    });
    try {
      const { code, err } = await render('cv.yaml', '-f', 'txt');
      expect(err).toContain(`error: unknown key \`${key}\` [unknown-key]`);
      expect(err).not.toContain('bug');
      expect(code).toBe(1);
    } finally {
      await folder.leave();
    }
  },
);
