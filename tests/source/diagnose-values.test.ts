import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { diagnose } from '../../src/source/diagnose.js';
import { parseSource } from '../../src/source/parse.js';
import { findings, section } from './findings.js';

describe('a value of the wrong type', () => {
  it.each([
    [
      'text for a list',
      'work: x',
      '2:7+1 wrong-type <work> `work` should be a list, but here is text → write it on the line below, after `- `',
    ],
    [
      'a map for a list',
      'work: {name: x}',
      '2:7+9 wrong-type <work> `work` should be a list, but here is a group of `key: value` lines → begin each entry with `- `',
    ],
    [
      'true for a list',
      'work: true',
      '2:7+4 wrong-type <work> `work` should be a list, but here is true or false',
    ],
    [
      'text for a map',
      'meta: x',
      '2:7+1 wrong-type <meta> `meta` should be a group of `key: value` lines, but here is text → write `key: value` lines below it, indented',
    ],
    [
      'a list for a map',
      'meta: [x]',
      '2:7+3 wrong-type <meta> `meta` should be a group of `key: value` lines, but here is a list → write `key: value` lines below it, indented',
    ],
    [
      'text for an entry',
      'work: [x]',
      '2:8+1 wrong-type <work[0]> `work[0]` should be a group of `key: value` lines, but here is text → write `- name: x`',
    ],
    [
      'true for text',
      'work: [{name: true}]',
      '2:15+4 wrong-type <work[0].name> `name` should be text, but here is true or false → put it in quotes: "true"',
    ],
    [
      'a list for text',
      'work: [{name: [x]}]',
      '2:15+3 wrong-type <work[0].name> `name` should be text, but here is a list → write one text behind the key',
    ],
    [
      'a map for text',
      'work: [{name: {a: x}}]',
      '2:15+6 wrong-type <work[0].name> `name` should be text, but here is a group of `key: value` lines → write one text behind the key',
    ],
    [
      'text for true',
      'work: [{private: yes}]',
      '2:18+3 wrong-type <work[0].private> `private` should be true or false, but here is text → write `true` or `false`',
    ],
    [
      'a list for text in a list',
      'education: [{honors: [[x]]}]',
      '2:23+3 wrong-type <education[0].honors[0]> `honors[0]` should be text, but here is a list → write one text behind the key',
    ],
    [
      'neither of two',
      'education: [{honors: {a: b}}]',
      '2:22+6 wrong-type <education[0].honors> `honors` should be text or a list, but here is a group of `key: value` lines → begin each entry with `- `',
    ],
    [
      'neither of two, nearly',
      'work: [{highlights: [true]}]',
      '2:22+4 wrong-type <work[0].highlights[0]> `highlights[0]` should be text or a group of `key: value` lines, but here is true or false → put it in quotes: "true"',
    ],
    [
      'text in a table of titles',
      'meta: {titles: {work: [x]}}',
      '2:23+3 wrong-type <meta.titles.work> `work` should be text, but here is a list → write one text behind the key',
    ],
  ])('%s', (_, text, finding) => {
    expect(section(text)).toEqual([finding]);
  });

  it.each([
    [
      'text',
      'hello',
      '1:1+5 wrong-type <> the file should be a group of `key: value` lines, but here is text → begin with `basics:`',
    ],
    [
      'a list',
      '- a\n- b',
      '1:1+3 wrong-type <> the file should be a group of `key: value` lines, but here is a list → begin with `basics:`',
    ],
  ])('a file that is %s', (_, source, finding) => {
    expect(findings(source)).toEqual([finding]);
  });
});

describe('a value that is none of those allowed', () => {
  it.each([
    [
      'in other letters',
      'meta: {paper: A4}',
      '2:15+2 unknown-value <meta.paper> `paper` cannot be `A4` → did you mean `a4`?',
    ],
    [
      'with nothing near it',
      'meta: {paper: tabloid}',
      '2:15+7 unknown-value <meta.paper> `paper` cannot be `tabloid` → one of: a4, letter',
    ],
  ])('%s', (_, text, finding) => {
    expect(section(text)).toEqual([finding]);
  });
});

describe('where one of several shapes may stand, the one the author meant is judged', () => {
  it.each([
    [
      'a labelled e-mail',
      'basics:\n  name: Ada\n  email:\n    - {lable: work, value: a@b.c}',
      [
        '4:8+5 unknown-key <basics.email[0].lable> unknown key `lable` in basics.email[0] → did you mean `label`?',
      ],
    ],
    [
      'a labelled e-mail without the e-mail',
      'basics:\n  name: Ada\n  email:\n    - {label: work}',
      ['4:7+13 missing-key <basics.email[0].value> `value` is missing in basics.email[0] → add `value:`'],
    ],
    [
      'highlights with highlights of their own',
      'basics: {name: Ada}\nwork:\n  - highlights:\n      - {txt: x}\n      - {text: x, hilights: [y]}\n      - {text: x, highlights: [{text: y, highlights: z}]}',
      [
        '4:10+3 unknown-key <work[0].highlights[0].txt> unknown key `txt` in work[0].highlights[0] → did you mean `text`?',
        '5:19+8 unknown-key <work[0].highlights[1].hilights> unknown key `hilights` in work[0].highlights[1] → did you mean `highlights`?',
        '6:54+1 wrong-type <work[0].highlights[2].highlights[0].highlights> `highlights` should be a list, but here is text → write it on the line below, after `- `',
      ],
    ],
    [
      'a value that is text or keywords',
      'basics: {name: Ada}\nsections:\n  - title: T\n    kind: pairs\n    pairs:\n      - {name: a, value: [{nme: b}]}\n      - {name: c, value: {d: e}}',
      [
        '6:28+3 unknown-key <sections[0].pairs[0].value[0].nme> unknown key `nme` in sections[0].pairs[0].value[0] → did you mean `name`?',
        '7:26+6 wrong-type <sections[0].pairs[1].value> `value` should be text or a list, but here is a group of `key: value` lines → begin each entry with `- `',
      ],
    ],
  ])('%s', (_, source, expected) => {
    expect(findings(source)).toEqual(expected);
  });

  it.each([
    [
      'is missing',
      '{title: T, items: [x]}',
      [
        '2:12+22 missing-key <sections[0].kind> `kind` is missing in sections[0] → add `kind:` and one of entries, list, text, pairs',
      ],
    ],
    [
      'is misspelt',
      '{title: T, kind: lists, items: [x]}',
      ['2:29+5 unknown-value <sections[0].kind> `kind` cannot be `lists` → did you mean `list`?'],
    ],
    [
      'is unheard of',
      '{title: T, kind: table, items: [x]}',
      [
        '2:29+5 unknown-value <sections[0].kind> `kind` cannot be `table` → one of: entries, list, text, pairs',
      ],
    ],
    [
      'is no text',
      '{title: T, kind: true, items: [x]}',
      [
        '2:29+4 unknown-value <sections[0].kind> `kind` cannot be `true` → one of: entries, list, text, pairs',
      ],
    ],
    [
      'belongs to other content',
      '{title: T, kind: list, entries: [{name: x}]}',
      [
        '2:35+7 unknown-key <sections[0].entries> unknown key `entries` in sections[0] → that needs `kind: entries`',
      ],
    ],
    [
      'decides what stands below',
      '{title: T, kind: entries, entries: [{nmae: x}]}',
      [
        '2:49+4 unknown-key <sections[0].entries[0].nmae> unknown key `nmae` in sections[0].entries[0] → did you mean `name`?',
      ],
    ],
  ])('a `kind` that %s', (_, entry, expected) => {
    expect(section(`sections: [${entry}]`)).toEqual(expected);
  });
});

it('a number out of bounds is named with its bound', () => {
  const schema = z.strictObject({
    size: z.preprocess(Number, z.number().min(6).max(48)),
    line: z.union([z.preprocess(Number, z.number().max(9)), z.literal('auto')]),
    odd: z.string().refine((text) => text === 'x', 'only x will do'),
  });
  const parsed = parseSource('size: 3\nline: 20\nodd: y', 'theme.yaml');
  if (!('tree' in parsed)) throw new Error('no tree');
  const result = schema.safeParse(parsed.tree.data);
  expect(diagnose(result.error?.issues ?? [], parsed.tree, schema)).toMatchObject([
    { rule: 'wrong-type', path: 'size', message: '`size` cannot be `3`', suggestion: '6 at least' },
    { rule: 'wrong-type', path: 'line', message: '`line` cannot be `20`', suggestion: '9 at most' },
    { rule: 'wrong-type', path: 'odd', message: '`odd`: only x will do' },
  ]);
});
