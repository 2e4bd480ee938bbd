import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { formatReport } from '../../src/source/report.js';

const first: Diagnostic = {
  severity: 'error',
  rule: 'unknown-key',
  file: 'a.yaml',
  place: { line: 2, column: 3, length: 4 },
  path: 'work[0].nmae',
  message: 'unknown key `nmae`',
  suggestion: 'did you mean `name`?',
};
const second: Diagnostic = {
  severity: 'warning',
  rule: 'odd-date',
  file: 'b.yaml',
  path: '',
  message: 'odd',
};
const sources = new Map([['a.yaml', 'work:\n  nmae: x']]);
const report = (style: 'pretty' | 'json' | 'github', diagnostics: Diagnostic[]) =>
  formatReport(diagnostics, style, (file) => sources.get(file), false);

describe('for people', () => {
  it('findings are frames, an empty line between them', () => {
    expect(report('pretty', [first, second])).toBe(
      [
        'error: unknown key `nmae` [unknown-key]',
        ' --> a.yaml:2:3',
        '1 | work:',
        '2 |   nmae: x',
        '  |   ^^^^ did you mean `name`?',
        '',
        'warning: odd [odd-date]',
        '  --> b.yaml',
      ].join('\n'),
    );
  });

  it('no more than a hundred are shown, and the others counted', () => {
    const frames = report('pretty', Array<Diagnostic>(102).fill(second)).split('\n\n');
    expect(frames).toHaveLength(101);
    expect(frames.at(-1)).toBe('… and 2 more like these');
    expect(JSON.parse(report('json', Array<Diagnostic>(102).fill(second)))).toHaveLength(102);
  });

  it('none are nothing', () => {
    expect(report('pretty', [])).toBe('');
  });
});

describe('for programs', () => {
  it('findings are one JSON array of the same findings', () => {
    expect(JSON.parse(report('json', [first, second]))).toEqual([
      {
        severity: 'error',
        rule: 'unknown-key',
        file: 'a.yaml',
        place: { line: 2, column: 3, length: 4 },
        path: 'work[0].nmae',
        message: 'unknown key `nmae`',
        suggestion: 'did you mean `name`?',
      },
      { severity: 'warning', rule: 'odd-date', file: 'b.yaml', path: '', message: 'odd' },
    ]);
  });

  it('none are an empty array', () => {
    expect(report('json', [])).toBe('[]');
  });
});

describe('for GitHub', () => {
  it('findings are workflow commands', () => {
    expect(report('github', [first, second])).toBe(
      [
        '::error file=a.yaml,line=2,col=3,endColumn=7,title=unknown-key::unknown key `nmae`: did you mean `name`?',
        '::warning file=b.yaml,title=odd-date::odd',
      ].join('\n'),
    );
  });

  it('what would end a command early is escaped', () => {
    const evil = { ...second, file: 'a,b:c%.yaml', message: '100%\r\n::error::x', suggestion: 'a:b,c' };
    expect(report('github', [evil])).toBe(
      '::warning file=a%2Cb%3Ac%25.yaml,title=odd-date::100%25%0D%0A::error::x: a:b,c',
    );
  });
});
