import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/source/parse.js';

/** What is said about a broken file: `line:column+length message → suggestion`. */
function findings(source: string): string[] {
  return parseSource(source, 'resume.yaml').diagnostics.map((finding) => {
    expect(finding).toMatchObject({ severity: 'error', rule: 'yaml-syntax', file: 'resume.yaml', path: '' });
    const { place, message, suggestion } = finding;
    return `${place?.line}:${place?.column}+${place?.length} ${message} → ${suggestion}`;
  });
}

const TAB = 'a tab is used for indentation → YAML indents with spaces: replace every tab by two';
const COLON = 'a second `: ` on this line makes YAML see two keys → put it in quotes: ';
const STAR = 'an unquoted text that begins with `*` is a reference in YAML → put it in quotes: ';
const QUOTE =
  'this quote is not closed → close it, or put a text that begins with one in quotes of the other kind';
const BRACKET = 'this `[` is not closed → add `]`, or put a text that begins with `[` in quotes';
const BRACE = 'this `{` is not closed → add `}`, or put a text that begins with `{` in quotes';
const INDENT =
  'this line is indented differently from its neighbours → entries of one list or map start in the same column';
const KEY_IN_TEXT =
  'this line is indented as if it went on with the text above, and yet it has a key → indent it as the line above, or put the whole text in quotes';
const NEITHER =
  'this line is neither `key: value` nor a list item → a `:` is missing, or the line belongs to the text above: quote that text or use `|`';
const AFTER = 'text goes on after a closing quote or bracket → put it in quotes: ';
const START = (char: string) => `an unquoted text cannot begin with ${char} in YAML → put it in quotes: `;
const BLOCK =
  '`|` and `>` begin a text on the lines below, so nothing may follow them → go on in the next line, or put the text in quotes';
const TAG =
  'YAML tags (`!name`) mean nothing here → delete it, or put the text in quotes if it begins with `!`';
const KEY =
  'a key is a text, and this one is a list or a map → put a text that begins with `[`, `{` or `?` in quotes';
const DOCUMENT =
  'a second document begins here, and a file holds one → delete this `---`, or move what follows to a file of its own';

const basics = (line: string) => `basics:\n  name: Ada\n  ${line}\n`;

it.each([
  ['a tab before a key', 'basics:\n\tname: Ada\n', `2:1+1 ${TAB}`],
  ['a tab before a later key', 'basics:\n  name: Ada\n\tlabel: x\n', `3:1+1 ${TAB}`],
  ['a tab before a list item', 'work:\n\t- name: x\n', `2:1+1 ${TAB}`],
  ['a colon in a text', basics('summary: I did this: that'), `3:12+16 ${COLON}"I did this: that"`],
  ['a colon in a list', 'work:\n  - highlights:\n      - Led: a: b\n', `3:14+4 ${COLON}"a: b"`],
  ['a star before a text', basics('summary: *Led* the team'), `3:12+14 ${STAR}"*Led* the team"`],
  ['a star in a list', 'skills:\n  - *Go* and more\n', `2:5+13 ${STAR}"*Go* and more"`],
  ['two stars', basics('summary: **Led** the team'), `3:12+16 ${STAR}"**Led** the team"`],
  ['a star alone', basics('summary: * x'), `3:12+3 ${STAR}"* x"`],
  ['a double quote', basics('label: "Engineer\n  summary: x'), `3:10+9 ${QUOTE}`],
  ['a single quote', basics("label: 'Engineer\n  summary: x"), `3:10+9 ${QUOTE}`],
  ['a bracket', 'skills:\n  - keywords: [Go, Rust\n  - name: x\n', `2:15+1 ${BRACKET}`],
  ['a brace', basics('location: {city: Bath\n  label: x'), `3:13+1 ${BRACE}`],
  ['a key too far left', 'basics:\n  name: Ada\n label: x\n', `3:1+1 ${INDENT}`],
  ['a key too far right', basics('label: x\n    summary: y'), `4:5+10 ${KEY_IN_TEXT}`],
  ['an item too far left', 'a:\n  - x\n - y\n', `3:1+1 ${INDENT}`],
  ['an item too far right', 'work:\n- name: x\n  - name: y\n', `3:1+1 ${INDENT}`],
  ['a key beside its list', 'work:\n  - name: x\n  position: y\n', `3:1+1 ${INDENT}`],
  ['a missing colon', basics('label Engineer\n  summary: x'), `3:3+14 ${NEITHER}`],
  [
    'a missing space after it',
    basics('label:Engineer\n  summary: x'),
    '3:3+14 a space is missing after `label:` → write `label: Engineer`',
  ],
  ['a missing colon at the top', 'basics\n  name: Ada\n', `1:1+6 ${NEITHER}`],
  ['a text over two lines', 'summary: one\ntwo\nlabel: x\n', `2:1+3 ${NEITHER}`],
  ['bullets typed by hand', 'a:\n  • one\n  • two: three\n', `2:3+5 ${NEITHER}`],
  ['a quoted word at the start', '- "Led" the team\n', `1:3+14 ${AFTER}'"Led" the team'`],
  ['an apostrophe in single quotes', "- 'it's fine'\n", `1:3+11 ${AFTER}"'it's fine'"`],
  [
    'a Markdown link at the start',
    '- [docs](https://x.org) here\n',
    `1:3+26 ${AFTER}"[docs](https://x.org) here"`,
  ],
  ['an at sign', basics('label: @ada'), `3:10+4 ${START('`@`')}"@ada"`],
  ['a backtick', basics('label: `code`'), `3:10+6 ${START('a backtick')}"\`code\`"`],
  ['a percent sign', basics('label: %5'), `3:10+2 ${START('`%`')}"%5"`],
  ['a greater-than sign', basics('label: > 5 years'), `3:12+7 ${BLOCK}`],
  ['a bar', basics('label: | text'), `3:12+4 ${BLOCK}`],
  [
    'a list on the line of its key',
    'work:\n  - highlights: - x\n',
    '2:17+1 a list cannot begin on the line of its key → begin it on the line below, or put the text in quotes',
  ],
  ['a tag', basics('label: !important'), `3:10+10 ${TAG}`],
  ['a tag that YAML knows', basics('label: !!binary aGk='), `3:10+8 ${TAG}`],
  [
    'a key twice',
    'basics:\n  name: Ada\n  name: Eva\n',
    '3:3+4 `name` stands here a second time; the first is in line 2 → keep one',
  ],
  [
    'a key twice where an alias stands',
    'a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n',
    '4:3+2 `<<` stands here a second time; the first is in line 3 → keep one',
  ],
  [
    'a Windows path in double quotes',
    'a: "C:\\path"\n',
    '1:7+1 a backslash between double quotes begins an escape, and this one is unknown → write the backslash twice, or use single quotes',
  ],
  ['a placeholder', 'name: {{name}}\n', `1:8+1 ${KEY}`],
  [
    'an ampersand',
    'a: & b\n',
    '1:4+3 an unquoted text that begins with `&` is the name of a value in YAML → put it in quotes: "& b"',
  ],
  ['a second document', 'name: Ada\n---\nname: Eva\n', `2:1+3 ${DOCUMENT}`],
  ['front matter', '---\nname: Ada\n---\n', `3:1+3 ${DOCUMENT}`],
  [
    'a forgotten comma in JSON',
    '{"name": "Ada" "label": "x"}',
    '1:16+7 a comma or a colon is missing before this → put `,` between two entries, `:` between a key and its value',
  ],
  [
    'a bracket too many in JSON',
    '{"name": "Ada"}}',
    '1:16+1 this bracket closes nothing → delete it, or look for the one that should have opened before',
  ],
  ['a forgotten bracket in JSON', '{"basics": {"name": "Ada"}', `1:1+1 ${BRACE}`],
])('%s is explained at its place', (_, source, finding) => {
  expect(findings(source)).toEqual([finding]);
});

describe('several mistakes', () => {
  it('are all reported, in the order of the file', () => {
    expect(findings('a: @x\nb: "y" z\nc: `w`\nd: !t\n')).toEqual([
      `1:4+2 ${START('`@`')}"@x"`,
      `2:4+5 ${AFTER}'"y" z'`,
      `3:4+3 ${START('a backtick')}"\`w\`"`,
      `4:4+2 ${TAG}`,
    ]);
  });

  it('on one line are reported once, for the first mostly makes the others', () => {
    expect(findings('a: * b * c\n')).toEqual([`1:4+7 ${STAR}"* b * c"`]);
  });
});

describe('a mistake that makes others is told alone', () => {
  it.each([
    ['each line with a tab', 'a:\n\tb: 1\n\tc: 2\nd:\n\te: 3\n', [`2:1+1 ${TAB}`]],
    ['a bracket that is missing in JSON', '{"a": [\n  {"b": 1}\n}\n', [`1:7+1 ${BRACKET}`]],
    [
      'a quote that is closed by the next one, lines below',
      'a: "one\nb:\n  - c: "two"\n    d: "three"\ne: "four"\n',
      [`1:4+4 ${QUOTE}`],
    ],
    [
      'an entry without its dash',
      'work:\n  - name: A\n    area: x\n    name: B\n    area: y\n',
      [
        '4:5+4 `name` stands here a second time; the first is in line 2 → keep one, or begin a new list entry with `- `',
      ],
    ],
  ])('%s', (_, source, expected) => {
    expect(findings(source)).toEqual(expected);
  });
});

describe('the way out is written out only where it is sure', () => {
  it.each([
    ['in brackets', 'a: [`x`, y]\n'],
    ['where the text goes on below', 'a: @x and\n  more\n'],
    ['before a comment', 'a: @x # note\n'],
    ['for a long text', `a: @${'x'.repeat(80)}\n`],
    ['for a text with both kinds of quotes', `a: @x "y" 'z'\n`],
  ])('%s it is left to the author', (_, source) => {
    expect(findings(source)[0]).toMatch(/ in YAML → put the whole text in quotes$/);
  });
});

it.each([
  [
    'a dash without a space',
    'work:\n  - a:\n    -one\n    -two\n',
    '3:5+4 a space is missing after `-` → put one there',
  ],
  [
    'a question mark',
    'a: ? b\n',
    '1:4+3 an unquoted text cannot begin with `?` in YAML → put it in quotes: "? b"',
  ],
  ['a line one space off', 'work:\n  - name: x\n   area: y\n', `3:4+7 ${INDENT}`],
  [
    'a comma at the end of a line of JSON',
    '{\n  "a": "b"\n  "c": "d"\n}\n',
    '3:3+1 a comma is missing before this → end the line above with `,`',
  ],
  ['words after JSON', '{"a": 1}\nthanks\n', '2:1+6 text goes on after the last `}` → delete it'],
])('%s is explained', (_, source, finding) => {
  expect(findings(source)).toEqual([finding]);
});

it('the end of a document is no second one', () => {
  expect(findings('---\nname: Ada\n...\n')).toEqual([]);
});

it('what has no explanation of ours keeps that of the parser', () => {
  expect(findings('%YAML 1.3\n---\na: 1\n')).toEqual([
    '1:7+3 unsupported YAML version 1.3 → check the indentation and the quotes here and one line above',
  ]);
});

it('a file with Windows line ends has the same places', () => {
  expect(findings('basics:\r\n  name: Ada\r\n  label: a: b\r\n')).toEqual([`3:10+4 ${COLON}"a: b"`]);
});
