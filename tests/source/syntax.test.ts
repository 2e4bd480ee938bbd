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

const TAB = 'a tab is used for indentation → YAML indents with spaces; use two a level';
const COLON = 'a second `: ` on this line makes YAML see two keys → put the whole text in quotes';
const STAR =
  'an unquoted text that begins with `*` is a reference in YAML → put the text in quotes: "*like this*"';
const QUOTE =
  'this quote is not closed → close it, or put a text that begins with one in quotes of the other kind';
const BRACKET =
  'a `[` or `{` before this is not closed → close it, or put a text that begins with one in quotes';
const INDENT =
  'this line is indented differently from its neighbours → entries of one list or map start in the same column';
const NEITHER =
  'this line is neither `key: value` nor a list item → a `:` is missing, or the line belongs to the text above: quote that text or use `|`';
const AFTER =
  'text goes on after a closing quote or bracket → put the whole text in quotes of the other kind';
const START = (char: string) =>
  `an unquoted text cannot begin with \`${char}\` in YAML → put the whole text in quotes`;
const BLOCK =
  '`|` and `>` begin a text on the lines below, so nothing may follow them → go on in the next line, or put the text in quotes';
const TAG = 'YAML tags (`!name`) mean nothing here → put the text in quotes if it begins with `!`';
const DOUBLE = 'this key stands twice in the same entry → keep one, or begin a new list entry with `- `';
const KEY =
  'a key is a text, and this one is a list or a map → put a text that begins with `[`, `{` or `?` in quotes';
const DOCUMENT =
  'a second document begins here, and a file holds one → delete this `---`, or move what follows to a file of its own';

const basics = (line: string) => `basics:\n  name: Ada\n  ${line}\n`;

it.each([
  ['a tab before a key', 'basics:\n\tname: Ada\n', `2:1+1 ${TAB}`],
  ['a tab before a later key', 'basics:\n  name: Ada\n\tlabel: x\n', `3:1+1 ${TAB}`],
  ['a tab before a list item', 'work:\n\t- name: x\n', `2:1+1 ${TAB}`],
  ['a colon in a text', basics('summary: I did this: that'), `3:12+1 ${COLON}`],
  ['a colon in a list', 'work:\n  - highlights:\n      - Led: a: b\n', `3:14+1 ${COLON}`],
  ['a star before a text', basics('summary: *Led* the team'), `3:18+8 ${STAR}`],
  ['a star in a list', 'skills:\n  - *Go* and more\n', `2:10+8 ${STAR}`],
  ['two stars', basics('summary: **Led** the team'), `3:20+8 ${STAR}`],
  ['a star alone', basics('summary: * x'), `3:12+1 ${STAR}`],
  ['a double quote', basics('label: "Engineer\n  summary: x'), `3:10+1 ${QUOTE}`],
  ['a single quote', basics("label: 'Engineer\n  summary: x"), `3:10+1 ${QUOTE}`],
  ['a bracket', 'skills:\n  - keywords: [Go, Rust\n  - name: x\n', `3:3+1 ${BRACKET}`],
  ['a brace', basics('location: {city: Bath\n  label: x'), `4:3+1 ${BRACKET}`],
  ['a key too far left', 'basics:\n  name: Ada\n label: x\n', `3:1+1 ${INDENT}`],
  ['a key too far right', basics('label: x\n    summary: y'), `3:10+1 ${INDENT}`],
  ['an item too far left', 'a:\n  - x\n - y\n', `3:1+1 ${INDENT}`],
  ['an item too far right', 'work:\n- name: x\n  - name: y\n', `3:1+1 ${INDENT}`],
  ['a key beside its list', 'work:\n  - name: x\n  position: y\n', `3:1+1 ${INDENT}`],
  ['a missing colon', basics('label Engineer\n  summary: x'), `3:3+14 ${NEITHER}`],
  ['a missing space after it', basics('label:Engineer\n  summary: x'), `3:3+14 ${NEITHER}`],
  ['a missing colon at the top', 'basics\n  name: Ada\n', `1:1+6 ${NEITHER}`],
  ['a text over two lines', 'summary: one\ntwo\nlabel: x\n', `2:1+3 ${NEITHER}`],
  ['bullets typed by hand', 'a:\n  • one\n  • two: three\n', `2:3+5 ${NEITHER}`],
  ['a quoted word at the start', '- "Led" the team\n', `1:9+8 ${AFTER}`],
  ['an apostrophe in single quotes', "- 'it's fine'\n", `1:7+7 ${AFTER}`],
  ['a Markdown link at the start', '- [docs](https://x.org) here\n', `1:9+20 ${AFTER}`],
  ['an at sign', basics('label: @ada'), `3:10+1 ${START('@')}`],
  ['a backtick', basics('label: `code`'), `3:10+1 ${START('`')}`],
  ['a percent sign', basics('label: %5'), `3:10+1 ${START('%')}`],
  ['a greater-than sign', basics('label: > 5 years'), `3:12+7 ${BLOCK}`],
  ['a bar', basics('label: | text'), `3:12+4 ${BLOCK}`],
  [
    'a list on the line of its key',
    'work:\n  - highlights: - x\n',
    '2:17+1 a list cannot begin on the line of its key → begin it on the line below, or put the text in quotes',
  ],
  ['a tag', basics('label: !important'), `3:10+10 ${TAG}`],
  ['a tag that YAML knows', basics('label: !!binary aGk='), `3:10+8 ${TAG}`],
  ['a key twice', 'basics:\n  name: Ada\n  name: Eva\n', `3:3+4 ${DOUBLE}`],
  ['a key twice where an alias stands', 'a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n', `4:3+2 ${DOUBLE}`],
  [
    'a Windows path in double quotes',
    'a: "C:\\path"\n',
    '1:7+1 a backslash between double quotes begins an escape, and this one is unknown → write the backslash twice, or use single quotes',
  ],
  ['a placeholder', 'name: {{name}}\n', `1:8+1 ${KEY}`],
  [
    'an ampersand',
    'a: & b\n',
    '1:4+1 an unquoted text that begins with `&` is the name of a value in YAML → put the whole text in quotes',
  ],
  ['a second document', 'name: Ada\n---\nname: Eva\n', `2:1+3 ${DOCUMENT}`],
  ['front matter', '---\nname: Ada\n---\n', `3:1+3 ${DOCUMENT}`],
  [
    'a forgotten comma in JSON',
    '{"name": "Ada" "label": "x"}',
    '1:10+18 inside brackets, something is missing before the next `key: value` → put a comma between two entries, or close the bracket above',
  ],
  [
    'a bracket too many in JSON',
    '{"name": "Ada"}}',
    '1:16+1 this bracket closes nothing → delete it, or look for the one that should have opened before',
  ],
  [
    'a forgotten bracket in JSON',
    '{"basics": {"name": "Ada"}',
    '1:27+1 a bracket, comma or colon is missing here → look for the beginning on this line or above',
  ],
])('%s is explained at its place', (_, source, finding) => {
  expect(findings(source)).toEqual([finding]);
});

describe('several mistakes', () => {
  it('are all reported, in the order of the file', () => {
    expect(findings('a: @x\nb: "y" z\nc: `w`\nd: !t\n')).toEqual([
      `1:4+1 ${START('@')}`,
      `2:8+1 ${AFTER}`,
      `3:4+1 ${START('`')}`,
      `4:4+2 ${TAG}`,
    ]);
  });

  it('on one line are reported once, for the first mostly makes the others', () => {
    expect(findings('a: * b * c\n')).toEqual([`1:4+1 ${STAR}`]);
  });
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
  expect(findings('basics:\r\n  name: Ada\r\n  label: a: b\r\n')).toEqual([`3:10+1 ${COLON}`]);
});
