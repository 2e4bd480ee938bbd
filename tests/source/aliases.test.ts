import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/source/parse.js';

function read(source: string): unknown {
  const parsed = parseSource(source, 'resume.yaml');
  return 'tree' in parsed ? parsed.tree.data : parsed.diagnostics;
}

describe('anchors and aliases', () => {
  it('repeat a value', () => {
    expect(read('a: &x {n: 1.10}\nb: *x\nc: [*x, &y text, *y]')).toEqual({
      a: { n: '1.10' },
      b: { n: '1.10' },
      c: [{ n: '1.10' }, 'text', 'text'],
    });
  });

  it('mean the last anchor of that name above them', () => {
    expect(read('- &a 1\n- *a\n- &a 2\n- *a')).toEqual(['1', '1', '2', '2']);
  });

  it('may repeat absence', () => {
    expect(read('a: &x\nb: *x\nc: 1')).toEqual({ c: '1' });
  });

  it('stand where they are used, their parts where they are written', () => {
    const parsed = parseSource('a: &x\n  name: Ada\nb: *x\n', 'resume.yaml');
    if (!('tree' in parsed)) throw new Error('no tree');
    expect(parsed.tree.valueAt(['b'])).toEqual({ line: 3, column: 4, length: 2 });
    expect(parsed.tree.valueAt(['b', 'name'])).toEqual({ line: 2, column: 9, length: 3 });
  });

  it.each([
    ['without an anchor', 'name: Ada\nsummary: *bold*', 2, 10, 6, 'put it in quotes: "*bold*"'],
    ['before its anchor', '- *a\n- &a 1', 1, 3, 2, 'move `&a` above it'],
    ['misspelt', '- &remote 1\n- *remot', 2, 3, 6, 'did you mean `*remote`?'],
  ])('%s are no silent nothing', (_, source, line, column, length, suggestion) => {
    expect(read(source)).toEqual([
      {
        severity: 'error',
        rule: 'yaml-syntax',
        file: 'resume.yaml',
        path: '',
        place: { line, column, length },
        message: 'an unquoted text that begins with `*` is a reference in YAML',
        suggestion,
      },
    ]);
  });
});

describe('the merge key', () => {
  const base = 'base: &base {a: 1, b: 2}\n';

  it('takes in the keys of a map', () => {
    expect(read(`${base}x: {<<: *base, c: 3}`)).toMatchObject({ x: { a: '1', b: '2', c: '3' } });
  });

  it.each(['{<<: *base, a: 9}', '{a: 9, <<: *base}'])('gives way to the own keys of %s', (map) => {
    expect(read(`${base}x: ${map}`)).toMatchObject({ x: { a: '9', b: '2' } });
  });

  it('gives way to an own key that is empty', () => {
    expect(read(`${base}x: {<<: *base, a: ""}`)).toMatchObject({ x: { b: '2' } });
    expect(read(`${base}x: {<<: *base, a: ""}`)).not.toMatchObject({ x: { a: '1' } });
  });

  it('takes a list of maps, the first of which wins', () => {
    expect(read(`${base}more: &more {b: 8, c: 9}\nx: {<<: [*base, *more]}`)).toMatchObject({
      x: { a: '1', b: '2', c: '9' },
    });
  });

  it('works in a file that claims to be YAML 1.1', () => {
    expect(read(`%YAML 1.1\n---\n${base}x:\n  <<: *base`)).toMatchObject({ x: { a: '1', b: '2' } });
  });

  it('is a plain key in quotes', () => {
    expect(read('{"<<": "x"}')).toEqual({ '<<': 'x' });
  });

  it.each([
    ['text', 'x: {<<: hello}', 1, 9],
    ['a list that is no list of maps', 'l: &l [1]\nx: {<<: *l}', 1, 8],
  ])('refuses %s', (_, source, line, column) => {
    expect(read(source)).toMatchObject([
      {
        rule: 'wrong-type',
        place: { line, column },
        message: '`<<` takes in the keys of a map, and this is none',
        suggestion: 'name a map: `<<: *name`',
      },
    ]);
  });

  it('points to where a merged key is written', () => {
    const parsed = parseSource('base: &b\n  name: Ada\nx:\n  <<: *b\n  label: L\n', 'resume.yaml');
    if (!('tree' in parsed)) throw new Error('no tree');
    expect(parsed.tree.keyAt(['x', 'name'])).toEqual({ line: 2, column: 3, length: 4 });
    expect(parsed.tree.keyAt(['x', 'label'])).toEqual({ line: 5, column: 3, length: 5 });
  });
});
