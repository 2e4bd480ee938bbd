import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAMILIES, type FamilyName, familyChain, fontStack } from '../../src/theme/families.js';
import { classOf, listStyle } from '../../src/theme/theme.js';

describe('a font family', () => {
  it.each(Object.keys(FAMILIES) as FamilyName[])('%s is installed and falls back on one that is', (name) => {
    for (const family of familyChain(name)) {
      expect(existsSync(`node_modules/${FAMILIES[family].package}/package.json`), family).toBe(true);
    }
    expect(fontStack(name)).toMatch(/^"[^"]+"(, "[^"]+")*, (serif|sans-serif|monospace)$/);
  });

  it('is asked before its fallback, the generic one last', () => {
    expect(familyChain('Caladea')).toEqual(['Caladea', 'Tinos']);
    expect(fontStack('Caladea')).toBe('"Caladea", "Tinos", serif');
    expect(fontStack('Cousine')).toBe('"Cousine", monospace');
  });
});

describe('names of styles', () => {
  it.each([
    ['Entry Title', 'entry-title'],
    ['List Bullet 2', 'list-bullet-2'],
    ['Normal', 'normal'],
  ])('%s is the class %s', (style, name) => {
    expect(classOf(style)).toBe(name);
  });

  it.each([
    [false, 0, 'List Bullet'],
    [false, 1, 'List Bullet 2'],
    [true, 0, 'List Number'],
    [true, 2, 'List Number 3'],
    [false, 7, 'List Bullet 3'],
  ])('of lists: ordered %s, depth %d is %s', (ordered, depth, style) => {
    expect(listStyle(ordered, depth)).toBe(style);
  });
});
