import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.js';

// What a newcomer relies on when opening a room. (Import cycles are the linter's: noImportCycles.)

const root = join(packageRoot(), 'src');
const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.ts'));

test('no module is longer than 250 lines', async () => {
  const lengths = await Promise.all(
    files.map(async (name) => ({
      name,
      lines: (await readFile(join(root, name), 'utf8')).split('\n').length - 1,
    })),
  );
  expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
});

test('every link in the documents leads to a file that is there', async () => {
  const documents = (await readdir(packageRoot(), { recursive: true })).filter(
    (name) => name.endsWith('.md') && !/\bnode_modules\b|^(out|dist)\b/.test(name),
  );
  expect(documents.length).toBeGreaterThan(10);
  const broken: string[] = [];
  for (const name of documents) {
    const text = await readFile(join(packageRoot(), name), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const there = await readdir(join(packageRoot(), name, '..', target)).catch(
        (error) => error.code !== 'ENOENT',
      );
      if (!there) broken.push(`${name}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});
