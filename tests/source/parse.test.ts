import { describe, expect, it } from 'vitest';
import { parseSource, type SourceTree } from '../../src/source/parse.js';
import { placed } from '../../src/source/placed.js';

function tree(source: string, file = 'resume.yaml'): SourceTree {
  const parsed = parseSource(source, file);
  if (!('tree' in parsed)) throw new Error(parsed.diagnostics.map(({ message }) => message).join('; '));
  return parsed.tree;
}
const read = (source: string): unknown => tree(source).data;

describe('numbers stay as they were written', () => {
  it.each([
    ['1.10', '1.10'],
    ['0123', '0123'],
    ['+4415550100', '+4415550100'],
    ['2018', '2018'],
    ['-0', '-0'],
    ['1e3', '1e3'],
    ['0x1F', '0x1F'],
    ['0o17', '0o17'],
    ['.5', '.5'],
    ['.inf', '.inf'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
    ['"1.10"', '1.10'],
    ['2018-05-12', '2018-05-12'],
    ['12:30', '12:30'],
  ])('%s', (written, kept) => {
    expect(read(`a: ${written}`)).toEqual({ a: kept });
  });

  it('in JSON as well', () => {
    expect(read('{"a": 1.10, "b": [2018, -0]}')).toEqual({ a: '1.10', b: ['2018', '-0'] });
  });

  it('as keys', () => {
    expect(read('1.10: a\n0123: b')).toEqual({ '1.10': 'a', '0123': 'b' });
  });
});

describe('true and false', () => {
  it('are YAML 1.2: `no`, `yes`, `on` and `y` are words', () => {
    expect(read('a: true\nb: False\nc: no\nd: yes\ne: on\nf: y')).toEqual({
      a: true,
      b: false,
      c: 'no',
      d: 'yes',
      e: 'on',
      f: 'y',
    });
  });

  it('stay YAML 1.2 in a file that claims to be 1.1', () => {
    expect(read('%YAML 1.1\n---\na: no\nb: 0123\nc: 12:30:45\nd: 1_000\ne: 2018-05-12')).toEqual({
      a: 'no',
      b: '0123',
      c: '12:30:45',
      d: '1_000',
      e: '2018-05-12',
    });
  });
});

describe('absence', () => {
  it.each(['null', '~', '', '""', "' '", '[]', '{}', '[null, ""]', '{b: null, c: [{}]}', '|\n  \n'])(
    'is what `a: %s` means',
    (written) => {
      expect(read(`a: ${written}\nz: last`)).toEqual({ z: 'last' });
    },
  );

  it('takes no index in a list', () => {
    expect(read('- \n- first\n- {}\n- ""\n- second')).toEqual(['first', 'second']);
  });

  it('of everything is an empty map', () => {
    expect([read('# only a comment'), read('---\n'), read('a:\nb: []')]).toEqual([{}, {}, {}]);
  });

  it('is not white space around a text', () => {
    expect(read('a: "  x "')).toEqual({ a: '  x ' });
  });
});

describe('texts', () => {
  it('lose what nobody sees and what breaks words for those who search', () => {
    expect(read('a: "co\\u00adop\\u200berate\\ufeff\\u2060"\nb: "\\u200b"')).toEqual({ a: 'cooperate' });
  });

  it('have accented letters whole', () => {
    expect(read('a: "cafe\\u0301"')).toEqual({ a: 'caf\u00e9' });
  });

  it('keep the joiners that scripts and emoji need', () => {
    expect(read('a: "می\u200cخواهم 👩\u200d💻"')).toEqual({ a: 'می\u200cخواهم 👩\u200d💻' });
  });
});

describe('places', () => {
  const source =
    'basics:\n  name: Ada\nwork:\n  - \n  - name: Café\n    highlights: [one, two]\n  - name: Bar\n';

  it.each([
    [['basics'], [1, 1, 6], [2, 3, 9]],
    [
      ['basics', 'name'],
      [2, 3, 4],
      [2, 9, 3],
    ],
    [
      ['work', 0],
      [5, 5, 10],
      [5, 5, 10],
    ],
    [
      ['work', 0, 'name'],
      [5, 5, 4],
      [5, 11, 4],
    ],
    [
      ['work', 0, 'highlights', 1],
      [6, 23, 3],
      [6, 23, 3],
    ],
    [
      ['work', 1, 'name'],
      [7, 5, 4],
      [7, 11, 3],
    ],
  ])('of %j are its key and its value, counted without absent items', (path, key, value) => {
    const { keyAt, valueAt } = tree(source);
    expect(Object.values(keyAt(path))).toEqual(key);
    expect(Object.values(valueAt(path))).toEqual(value);
  });

  it('of nothing are those of the nearest thing around it', () => {
    const { keyAt, valueAt } = tree(source);
    expect(keyAt(['work', 0, 'summary', 'x'])).toEqual({ line: 5, column: 5, length: 10 });
    expect(valueAt(['meta'])).toEqual({ line: 1, column: 1, length: 7 });
  });

  it('of an empty value are its key, but never inside a list', () => {
    const { keyAt } = tree('basics:\n  name:\nwork:\n  - x: ""\n  - y: 1');
    expect(keyAt(['basics', 'name'])).toEqual({ line: 2, column: 3, length: 4 });
    expect(keyAt(['work', 0, 'x'])).toEqual({ line: 5, column: 5, length: 4 });
  });

  it('stop at the end of the line', () => {
    const { valueAt } = tree('a: |\n  first\n  second\nb: one\n  two\r\nc: "x"\r\n');
    expect(valueAt(['a'])).toEqual({ line: 1, column: 4, length: 1 });
    expect(valueAt(['b'])).toEqual({ line: 4, column: 4, length: 3 });
    expect(valueAt(['c'])).toEqual({ line: 6, column: 4, length: 3 });
  });

  it('are not moved by a byte order mark', () => {
    const { keyAt, source: text } = tree('\ufeffname: Ada');
    expect(keyAt(['name'])).toEqual({ line: 1, column: 1, length: 4 });
    expect(text).toBe('name: Ada');
  });

  it('are given to findings that name a path and have none', () => {
    const finding = { severity: 'error' as const, rule: 'r', message: 'm' };
    const own = { line: 9, column: 9, length: 9 };
    expect(
      placed(
        [
          { ...finding, file: 'resume.yaml', path: 'work[0].highlights[1]' },
          { ...finding, file: 'resume.yaml', path: 'work[0].name', place: own },
          { ...finding, file: 'theme.yaml', path: 'work[0].name' },
          { ...finding, file: 'resume.yaml', path: '' },
        ],
        tree(source),
      ).map(({ place }) => place),
    ).toEqual([{ line: 6, column: 23, length: 3 }, own, undefined, undefined]);
  });
});

describe('JSON', () => {
  it('is read, indented by tabs too', () => {
    expect(read('{\n\t"a": 1,\n\t"b": [\n\t\ttrue,\n\t\t{"c": "x: y # z"}\n\t]\n}\n')).toEqual({
      a: '1',
      b: [true, { c: 'x: y # z' }],
    });
  });

  it('keeps its escapes', () => {
    expect(read('{"a": "\\u00e9\\ud83d\\ude00\\n\\t\\/"}')).toEqual({ a: 'é😀\n\t/' });
  });
});

describe('a key named __proto__', () => {
  it('is a key like any other and reaches no prototype', () => {
    const data = read(
      '__proto__: {polluted: x}\na: {__proto__: {polluted: x}, constructor: {prototype: y}}',
    ) as object;
    expect(Object.keys(data)).toEqual(['__proto__', 'a']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reaches none through `<<` either', () => {
    const { b } = read('a: &a {__proto__: {polluted: x}}\nb: {<<: *a}') as { b: object };
    expect(Object.keys(b)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(b)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
