import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ContentError, MachineError } from '../../src/errors.js';
import { countPages } from '../../src/fit/count-pages.js';
import { type Format, openRenderer, type RenderResumeOptions } from '../../src/index.js';
import { testRenderer } from '../test-browser.js';
import { all, child, openDocx, val } from '../writers/docx/word-file.js';

// Page budgets, asked of a real browser.

const renderer = testRenderer();

/** A full page, and so many lines more; the last job is the one that stands last. */
const resumeOf = (lines: number, meta = '') => `basics: { name: Ada Example, label: Engineer }
work:
${Array.from(
  { length: 4 },
  (_, job) => `  - name: Northwind ${job}
    position: Engineer ${job}
    startDate: ${2020 - job}
    highlights: [${Array.from({ length: 6 }, (_, at) => `Line ${job}-${at}`).join(', ')}]
`,
).join('')}
  - name: Harbour Works
    position: Trainee
    highlights: [${Array.from({ length: lines }, (_, at) => `Point ${at}`).join(', ')}]
${meta}`;

/** The most lines of `resumeOf` that fit on a page of classic as it is. */
const FULL = 7;

const render = (source: string, options: RenderResumeOptions = {}) =>
  renderer.render(source, { formats: ['pdf'], theme: 'classic', ...options });

async function pagesOf(source: string, options: RenderResumeOptions = {}): Promise<number> {
  const { files } = await render(source, options);
  return countPages(files.pdf ?? new Uint8Array());
}

async function faultOf(source: string, options: RenderResumeOptions = {}) {
  const error = await render(source, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof ContentError)) throw error;
  return error.diagnostics;
}

describe('a page budget', () => {
  it('changes no byte of a résumé that keeps to it', async () => {
    const formats: Format[] = ['pdf', 'html', 'docx'];
    const source = resumeOf(FULL);
    const free = await render(source, { formats });
    const kept = await render(source, { formats, pages: 1 });
    expect(countPages(free.files.pdf ?? new Uint8Array())).toBe(1);
    for (const format of formats) expect(kept.files[format], format).toEqual(free.files[format]);
  });

  it.each([1, 2, 4, 6, 8, 10])('brings %i lines too many onto the page', async (more) => {
    const source = resumeOf(FULL + more);
    expect(await pagesOf(source)).toBe(2);
    expect(await pagesOf(source, { pages: 1 })).toBe(1);
  });

  it('presses no harder than it must', async () => {
    const sizeOf = async (lines: number) => {
      const { files } = await render(resumeOf(lines), { pages: 1, formats: ['docx'] });
      const styles = all(openDocx(files.docx ?? new Uint8Array()).part('word/styles.xml'), 'w:style');
      const normal = styles.find(({ attrs }) => attrs['w:styleId'] === 'Normal');
      return [val(child(normal, 'w:rPr', 'w:sz')), child(normal, 'w:pPr', 'w:spacing')?.attrs['w:line']];
    };
    expect(await sizeOf(FULL + 2)).toEqual(['21', '270']);
    expect(await sizeOf(FULL + 12)).toEqual(['18', '225']);
  });

  it('is the same in every format, whichever are asked for', async () => {
    const source = resumeOf(FULL + 5);
    const together = await render(source, { pages: 1, formats: ['pdf', 'html', 'docx'] });
    for (const format of ['html', 'docx'] as const) {
      const alone = await render(source, { pages: 1, formats: [format] });
      expect(alone.files[format], format).toEqual(together.files[format]);
    }
    const word = openDocx(together.files.docx ?? new Uint8Array()).part('word/document.xml');
    const [margins] = all(word, 'w:pgMar');
    const html = Buffer.from(together.files.html ?? []).toString();
    const sides = ['top', 'right', 'bottom', 'left'].map(
      (side) => `${Number(margins?.attrs[`w:${side}`]) / 20}pt`,
    );
    expect(html).toContain(`margin: ${sides.join(' ')};`);
  });

  it('is the résumé’s own, unless the caller has another', async () => {
    const source = resumeOf(FULL + 3, 'meta: { pages: 1 }');
    expect(await pagesOf(source)).toBe(1);
    expect(await pagesOf(source, { pages: 2 })).toBe(2);
  });

  it('refuses what would have to be smaller than the floor, and says what stands last', async () => {
    const long = resumeOf(FULL + 40, 'meta: { pages: 1 }');
    const [fault, ...others] = await faultOf(long);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      severity: 'error',
      rule: 'does-not-fit',
      path: 'meta.pages',
      message: expect.stringMatching(
        /^does not fit 1 page: pressed as far as its theme allows, it is \d+ lines \(\d+ pt\) too long; last stands “Trainee” \(work\[4\]\)$/,
      ),
      suggestion: 'shorten or leave out what matters least, or allow 2 pages',
    });
    expect(long.split('\n')[(fault?.place?.line ?? 0) - 1]).toContain('pages: 1');
    const [asked] = await faultOf(resumeOf(FULL + 40), { pages: 1, formats: ['docx'] });
    expect(asked).toMatchObject({ rule: 'does-not-fit', path: '' });
  });

  it('counts the lines that are too many', async () => {
    const linesOf = async (more: number) => {
      const [fault] = await faultOf(resumeOf(FULL + more), { pages: 1 });
      return Number(/it is (\d+) lines/.exec(fault?.message ?? '')?.[1]);
    };
    expect((await linesOf(40)) - (await linesOf(37))).toBe(3);
  });

  it('is nothing to plain text, and needs a browser for everything else', async () => {
    await using none = openRenderer({ env: process.env, explicit: '/nowhere/chrome' });
    const source = resumeOf(1, 'meta: { pages: 1 }');
    const { files } = await none.render(source, { formats: ['txt', 'md'] });
    expect(Object.keys(files)).toEqual(['txt', 'md']);
    await expect(none.render(source, { formats: ['docx'] })).rejects.toThrow(MachineError);
  });
});

describe('the samples', () => {
  it.each([
    ['storyteller', 1],
    ['translator', 2],
    ['academic', 3],
    ['systems-programmer', 3],
    ['data-platform-lead', 3],
  ])('%s fits on %i', async (name, pages) => {
    const source = await readFile(`resumes/${name}.yaml`, 'utf8');
    expect(await pagesOf(source)).toBeGreaterThan(pages);
    expect(await pagesOf(source, { pages })).toBe(pages);
  });

  it('translator does not fit on 1', async () => {
    const [fault] = await faultOf(await readFile('resumes/translator.yaml', 'utf8'), { pages: 1 });
    expect(fault?.message).toContain('“Işıl Demirdağ” (references[2])');
  });
});
