import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { frame } from '../../src/source/frame.js';

const finding: Diagnostic = {
  severity: 'error',
  rule: 'unknown-key',
  file: 'resume.yaml',
  place: { line: 2, column: 3, length: 4 },
  path: 'basics.nmae',
  message: 'unknown key `nmae` in basics',
  suggestion: 'did you mean `name`?',
};
const at = (line: number, column: number, length: number): Diagnostic => ({
  ...finding,
  place: { line, column, length },
});
/** The frame without its head. */
const lines = (diagnostic: Diagnostic, source: string): string[] =>
  frame(diagnostic, source, false).split('\n').slice(1);

describe('a code frame', () => {
  it('says what, where, shows the line and the one above, and the way out', () => {
    expect(frame(finding, 'basics:\n  nmae: Ada\n  label: x\n', false)).toBe(
      [
        'error: unknown key `nmae` in basics [unknown-key]',
        ' --> resume.yaml:2:3',
        '1 | basics:',
        '2 |   nmae: Ada',
        '  |   ^^^^ did you mean `name`?',
      ].join('\n'),
    );
  });

  it('of a warning without a suggestion', () => {
    const { suggestion: _, ...warning } = { ...finding, severity: 'warning' as const };
    expect(frame(warning, '  \n  nmae: Ada\n', false)).toBe(
      [
        'warning: unknown key `nmae` in basics [unknown-key]',
        ' --> resume.yaml:2:3',
        '2 |   nmae: Ada',
        '  |   ^^^^',
      ].join('\n'),
    );
  });

  it('leaves the line out where the file or the place is not known', () => {
    const short = [
      'error: unknown key `nmae` in basics [unknown-key]',
      '  --> resume.yaml:2:3',
      '  did you mean `name`?',
    ];
    expect(frame(finding, undefined, false).split('\n')).toEqual(short);
    expect(frame(finding, 'one line', false).split('\n')).toEqual(short);
    const { place: _, suggestion: __, ...whole } = finding;
    expect(frame(whole, 'x', false).split('\n')).toEqual([short[0], '  --> resume.yaml']);
  });

  it('leaves room for the longer of two line numbers', () => {
    const source = Array.from({ length: 100 }, (_, i) => `line ${i + 1}`).join('\n');
    expect(lines(at(100, 6, 3), source)).toEqual([
      '   --> resume.yaml:100:6',
      ' 99 | line 99',
      '100 | line 100',
      '    |      ^^^ did you mean `name`?',
    ]);
  });

  it('is the same for Windows line ends and a byte order mark', () => {
    expect(lines(at(1, 1, 4), '\ufeffnmae: Ada\r\nlabel: x\r\n')).toEqual([
      ' --> resume.yaml:1:1',
      '1 | nmae: Ada',
      '  | ^^^^ did you mean `name`?',
    ]);
  });

  it('prints tabs as one column, so that the carets stand right', () => {
    expect(lines(at(2, 3, 4), '{\t"basics": {\n\t\tnmae: 1').slice(1)).toEqual([
      '1 | { "basics": {',
      '2 |   nmae: 1',
      '  |   ^^^^ did you mean `name`?',
    ]);
  });

  it.each([
    ['East Asian letters as two', '名前: 山田太郎', 5, 4, '      ^^^^^^^^'],
    ['full-width signs as two', 'Ａ：x', 3, 1, '    ^'],
    ['an emoji as two', '👍 x', 4, 1, '   ^'],
    ['combining marks as none', 'cafe\u0301 x', 7, 1, '     ^'],
    ['letters beyond the first 65,536 as one', '𝒜 x', 4, 1, '  ^'],
    ['rare Chinese letters as two', '𠮷 x', 4, 1, '   ^'],
    ['accents as one', 'Émile é', 7, 1, '      ^'],
  ])('counts %s', (_, line, column, length, carets) => {
    expect(lines(at(1, column, length), line).at(-1)).toBe(`  | ${carets} did you mean \`name\`?`);
  });

  it('folds a suggestion too long for the line of the carets', () => {
    const suggestion = `known keys: ${Array.from({ length: 20 }, (_, i) => `key${i}`).join(', ')}`;
    expect(
      frame({ ...finding, suggestion }, 'basics:\n  nmae: Ada\n', false)
        .split('\n')
        .slice(4),
    ).toEqual([
      '  |   ^^^^',
      '  | known keys: key0, key1, key2, key3, key4, key5, key6, key7, key8, key9, key10, key11, key12,',
      '  | key13, key14, key15, key16, key17, key18, key19',
    ]);
  });

  it('cuts a long line after 96 characters', () => {
    const line = `nmae: ${'x'.repeat(200)}`;
    expect(lines(at(1, 1, 4), line).slice(1)).toEqual([
      `1 | nmae: ${'x'.repeat(89)}…`,
      '  | ^^^^ did you mean `name`?',
    ]);
    expect(lines(at(1, 7, 200), line).at(-1)).toBe(`  |       ${'^'.repeat(90)} did you mean \`name\`?`);
  });

  it('cuts no line of 96 characters, and shifts none before column 74', () => {
    const line = `nmae: ${'x'.repeat(90)}`;
    expect(lines(at(1, 73, 4), line).slice(1)).toEqual([
      `1 | ${line}`,
      `  | ${' '.repeat(72)}^^^^ did you mean \`name\`?`,
    ]);
    expect(lines(at(1, 74, 4), line).slice(1)).toEqual([
      `1 | …${'x'.repeat(47)}`,
      `  | ${' '.repeat(25)}^^^^ did you mean \`name\`?`,
    ]);
  });

  it('shows the part of a long line that the finding is about', () => {
    const line = `${'a'.repeat(300)}nmae${'b'.repeat(300)}`;
    expect(lines(at(1, 301, 4), line).slice(1)).toEqual([
      `1 | …${'a'.repeat(24)}nmae${'b'.repeat(67)}…`,
      `  | ${' '.repeat(25)}^^^^ did you mean \`name\`?`,
    ]);
  });

  it('points behind the end of a line', () => {
    expect(lines(at(1, 5, 1), 'name').at(-1)).toBe('  |     ^ did you mean `name`?');
  });

  it('sends no control character to the terminal', () => {
    const evil = { ...at(1, 1, 1), message: 'unknown key `\u001b[2Ja\nb`', file: 'a\u001b.yaml' };
    const printed = frame(evil, '\u001b]0;x\u0007: 1', false);
    expect(printed).toBe(
      [
        'error: unknown key `\ufffd[2Ja b` [unknown-key]',
        ' --> a\ufffd.yaml:1:1',
        '1 | \ufffd]0;x\ufffd: 1',
        '  | ^ did you mean `name`?',
      ].join('\n'),
    );
  });

  it('is coloured by severity where colour is wanted, in the same words', () => {
    const source = 'basics:\n  nmae: Ada\n';
    const red = frame(finding, source, true);
    const yellow = frame({ ...finding, severity: 'warning' }, source, true);
    expect(red).toContain('\u001b[31m');
    expect(yellow).toContain('\u001b[33m');
    expect(stripVTControlCharacters(red)).toBe(frame(finding, source, false));
  });
});
