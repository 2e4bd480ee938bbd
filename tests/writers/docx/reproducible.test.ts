import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import type { Block } from '../../../src/page/blocks.js';
import { linearize } from '../../../src/page/linearize.js';
import type { Page } from '../../../src/page/page.js';
import { readTheme } from '../../../src/theme/read.js';
import type { Theme } from '../../../src/theme/theme.js';
import { writeDocx } from '../../../src/writers/docx/write-docx.js';
import { scratch } from '../../browser/scratch.js';
import { block, item, run, TORTURE } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { pageOf, readSample, SAMPLES } from '../../page/samples.js';
import { bare } from './word-file.js';

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let documents: [string, Page, Block[]][];
const folder = scratch();
beforeAll(async () => {
  const theme = await readTheme('classic');
  documents = [
    ['torture blocks', bare(PLAIN), TORTURE],
    ...SAMPLES.map((name): [string, Page, Block[]] => {
      const page = pageOf(readSample(name), theme);
      return [name, page, linearize(page.html, theme)];
    }),
  ];
});

async function hashes(order: readonly (typeof documents)[number][]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, page, blocks] of order) found[name] = hash(await writeDocx(page, blocks));
  return found;
}

/** Documents that differ in what their styles, lists and settings depend on. */
function kindsIn(theme: () => Theme): [Page, Block[]][] {
  const page = (): Page => ({ ...bare(theme()), paper: 'a4' });
  const inLanguage = (lang: string): Page => ({ ...page(), meta: { ...page().meta, lang } });
  const words = [block('Normal', 'a')];
  return [
    [page(), words],
    [{ ...page(), paper: 'letter' }, words],
    [inLanguage('de'), words],
    [inLanguage('he'), words],
    [page(), [block('Normal', '김민준')]],
    [page(), [block('Normal', 'שלום')]],
    [page(), [block('Normal', '王小明')]],
    [page(), [block('Normal', 'Ωμέγα')]],
    [page(), [block('Normal', run('a', 'Strong', 'Hyperlink'))]],
    [page(), [block('Unheard Of', 'a')]],
    [page(), [item('List Number', 'a')]],
    [page(), [item('List Number', 'a', { start: 3 })]],
    [page(), [item('List Number', 'a'), item('List Number', 'b', { list: 2 })]],
    [page(), [item('List Number', 'a'), item('List Bullet', 'b')]],
    [page(), [item('List Bullet', 'b'), item('List Number', 'a')]],
  ];
}

describe('the same page gives the same bytes', () => {
  it('twice, and after other documents were written', async () => {
    const once = await hashes(documents);
    expect(await hashes(documents)).toEqual(once);
    expect(await hashes([...documents].reverse())).toEqual(once);
  });

  it('in a theme that documents of other kinds have worn before', async () => {
    const theme = await readTheme('classic');
    const worn = await Promise.all(kindsIn(() => theme).map((kind) => writeDocx(...kind)));
    const alone = await Promise.all(kindsIn(() => ({ ...theme })).map((kind) => writeDocx(...kind)));
    expect(worn.map(hash)).toEqual(alone.map(hash));
    expect(new Set(worn.map(hash)).size).toBe(worn.length);
  });

  it('at the same time as others', async () => {
    const one = await hashes(documents);
    const together = await Promise.all(documents.map((document) => hashes([document])));
    expect(Object.assign({}, ...together)).toEqual(one);
  });

  it('in other processes, in other time zones and languages', async () => {
    const script = join(folder, 'write.mjs');
    await build({
      stdin: {
        contents: `
          import { createHash } from 'node:crypto';
          import { readFileSync } from 'node:fs';
          import { writeDocx } from './src/writers/docx/write-docx.ts';
          const found = {};
          for (const [name, page, blocks] of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
            page.meta.date = new Date(page.meta.date);
            found[name] = createHash('sha256').update(await writeDocx(page, blocks)).digest('hex');
          }
          console.log(JSON.stringify(found));`,
        resolveDir: packageRoot(),
        loader: 'ts',
      },
      outfile: script,
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
    });
    const data = join(folder, 'documents.json');
    await writeFile(
      data,
      JSON.stringify(documents.map(([name, { tree: _, ...page }, blocks]) => [name, page, blocks])),
    );
    const here = await hashes(documents);
    for (const TZ of ['Asia/Tokyo', 'America/St_Johns']) {
      const { stdout } = await promisify(execFile)(process.execPath, [script, data], {
        env: { ...process.env, TZ, LANG: 'tr_TR.UTF-8' },
      });
      expect(JSON.parse(stdout), TZ).toEqual(here);
    }
  });

  it('from the command line, in any time zone, language and order of files', async () => {
    const render = async (out: string, order: readonly string[], env: Record<string, string>) => {
      const files = order.map((name) => join('resumes', name));
      await promisify(execFile)(
        process.execPath,
        ['dist/cli.js', ...files, '-q', '-f', 'docx', '--jobs', '2', '-o', join(folder, out)],
        { cwd: packageRoot(), env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000', ...env } },
      );
      const names = SAMPLES.map((name) => name.replace('.yaml', '.docx'));
      return Promise.all(names.map(async (name) => [name, hash(await readFile(join(folder, out, name)))]));
    };
    const here = await render('here', SAMPLES, { TZ: 'UTC', LC_ALL: 'C' });
    expect(new Set(here.map(([, bytes]) => bytes)).size).toBe(SAMPLES.length);
    const back = [...SAMPLES].reverse();
    const there = { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' };
    expect(await render('there', back, there)).toEqual(here);
  });

  it('and another date or letter others', async () => {
    const [, page, blocks] = documents[0] ?? never();
    const first = hash(await writeDocx(page, blocks));
    const later = { ...page, meta: { ...page.meta, date: new Date('2025-01-01T00:00:00Z') } };
    expect(hash(await writeDocx(later, blocks))).not.toBe(first);
    expect(hash(await writeDocx(page, blocks.slice(1)))).not.toBe(first);
  });
});

describe('the archive', () => {
  it('begins with what says what it is, has the rest in order, and no time of this machine', async () => {
    const [, page, blocks] = documents[0] ?? never();
    const bytes = await writeDocx(page, blocks);
    const names = Object.keys(unzipSync(bytes));
    expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
    expect(names.slice(2)).toEqual(names.slice(2).sort());
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Local headers (PKWARE APPNOTE 4.3.7): 1 January 1980, midnight.
    const stamps = new Set<number>();
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x04034b50) stamps.add(view.getUint32(at + 10, true));
    }
    expect([...stamps]).toEqual([0x00210000]);
  });
});

function never(): never {
  throw new Error('missing');
}
