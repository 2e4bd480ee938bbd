import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

// What a command line has to find and read before it does anything: few files, and nothing that only some runs need.

const DIST = join(packageRoot(), 'dist');

/** A file of the bundle and all that is loaded before it is. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(DIST, file), 'utf8');
  for (const [, next = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g))
    loadedBy(next, found);
  return found;
}

/** The file that a lazy import of a module became. */
const lazy = (module: string) =>
  readdirSync(DIST).find((file) => new RegExp(`^${module}-[A-Z0-9]{8}\\.js$`).test(file)) ?? module;

describe('what is loaded', () => {
  it.each([
    ['cli.js', 3],
    [lazy('validate'), 6],
    [lazy('render'), 6],
    [lazy('render-all'), 10],
  ])('%s comes in few files', (file, most) => {
    expect(loadedBy(file).size).toBeLessThanOrEqual(most);
  });

  it('leaves what is heavy and used by some for later', () => {
    const before = [...loadedBy('cli.js'), ...loadedBy(lazy('render-all'))];
    const later = ['write-docx', 'write-pdf', 'puppeteer-core', 'pdfjs', 'extract-docx', 'extract-pdf'].map(
      lazy,
    );
    expect(later.every((file) => /-[A-Z0-9]{8}\.js$/.test(file))).toBe(true);
    expect(before.filter((file) => later.includes(file))).toEqual([]);
  });

  it('leaves the compiler of templates for themes that bring some of their own', () => {
    const [compiler, ...others] = readdirSync(DIST).filter(
      (file) =>
        file.endsWith('.js') && readFileSync(join(DIST, file), 'utf8').includes('Lexical error on line'),
    );
    expect(others).toEqual([]);
    expect([...loadedBy(lazy('render-all'))]).not.toContain(compiler);
  });

  it('starts a browser before it reads what makes the files', () => {
    const before = loadedBy(lazy('render'));
    const after = [...loadedBy(lazy('render-all'))].filter((file) => !before.has(file));
    const size = (files: Iterable<string>) =>
      [...files].reduce((sum, file) => sum + readFileSync(join(DIST, file)).length, 0);
    expect(size(before)).toBeLessThan(size(after) / 5);
  });
});
