import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/source/parse.js';

/** What is said about a text: `rule line:column message`. */
function findings(source: string): string[] {
  const parsed = parseSource(source, 'resume.yaml');
  return parsed.diagnostics.map(({ rule, place, message, severity }) => {
    expect(severity).toBe('error');
    return `${rule} ${place ? `${place.line}:${place.column}` : '-'} ${message}`;
  });
}

const TOO_DEEP = 'nested more than 64 levels deep';

describe('nesting', () => {
  // Each of these would overflow the stack of the parser, or keep it busy for minutes.
  it.each([
    ['10,000 open brackets', '['.repeat(10_000), 1],
    ['10,000 open braces on lines of their own', '{\n'.repeat(10_000), 65],
    ['10,000 brackets with something in each', '[a, {b: '.repeat(5_000), 1],
    ['brackets after others that close nothing', `# ${']'.repeat(100)}\n${'[\n'.repeat(70)}`, 66],
    ['10,000 lists in lists on a line', `${'- '.repeat(10_000)}x`, 1],
    ['10,000 lists divided by tabs', `${'-\t'.repeat(10_000)}x`, 1],
    ['10,000 named lists', '- &a '.repeat(10_000), 1],
    ['10,000 tagged lists', '- !!seq '.repeat(10_000), 1],
    ['10,000 complex keys', '? '.repeat(10_000), 1],
    ['10,000 values without keys', `? a\n${': - '.repeat(10_000)}`, 2],
    ['a step to the right on each of 10,000 lines', staircase(10_000), 401],
    ['100 steps to the right', staircase(100), 66],
  ])('by %s ends in a diagnostic', { timeout: 5_000 }, (_, source, line) => {
    const found = findings(source);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^too-deep ${line}:\\d+ ${TOO_DEEP}$`));
  });

  it('of 60 levels is read', () => {
    expect(findings(`a: ${'['.repeat(60)}x${']'.repeat(60)}`)).toEqual([]);
    expect(findings(`${'- '.repeat(60)}x`)).toEqual([]);
    expect(findings(staircase(60))).toEqual([]);
  });

  it('is not measured by brackets that close again', () => {
    expect(findings('- "[x] (y) {z} ]]]"\n'.repeat(200))).toEqual([]);
  });

  function staircase(steps: number): string {
    // Line breaks keep the file below 1 MB.
    return Array.from({ length: steps }, (_, i) => `${' '.repeat(Math.min(i, 500))}a:`)
      .join('\n')
      .slice(0, 900_000);
  }
});

describe('aliases', () => {
  it('that multiply end in a diagnostic', { timeout: 5_000 }, () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
    );
    const found = findings(['a0: &a0 [x, x, x, x, x, x, x, x, x, x]', ...levels].join('\n'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^too-large 1:\d+ the file holds more than 25,000 values, its aliases followed$/,
    );
  });

  it('that contain themselves end in a diagnostic', () => {
    expect(findings('a: &a [*a]')).toEqual([`too-deep 1:7 ${TOO_DEEP}`]);
  });

  it('are followed in good time, 12,000 of them', { timeout: 5_000 }, () => {
    expect(findings(`- &a x\n${'- *a\n'.repeat(12_000)}`)).toEqual([]);
  });
});

describe('size', () => {
  it('of 1 MB is the most', () => {
    expect(findings(`a: ${'x'.repeat(999_997)}`)).toEqual([]);
    expect(findings(`a: ${'x'.repeat(999_998)}`)).toEqual(['too-large - the file is larger than 1 MB']);
  });

  it('is counted in bytes', () => {
    expect(findings(`a: ${'é'.repeat(500_000)}`)).toEqual(['too-large - the file is larger than 1 MB']);
  });

  it('of more than 25,000 values is too much', { timeout: 10_000 }, () => {
    expect(findings('- a\n'.repeat(25_001))).toEqual([
      'too-large 25000:3 the file holds more than 25,000 values, its aliases followed',
    ]);
  });
});

describe('what is no text', () => {
  it.each(['', ' \n\t\n', '\ufeff'])('is nothing at all: %j', (source) => {
    expect(findings(source)).toEqual(['empty-file - the file is empty']);
  });

  it('is a file with NUL characters', () => {
    expect(findings('a: \0')).toEqual(['not-text 1:4 this is not plain text: it holds NUL characters']);
  });

  it.each([
    ['a vertical tab pasted from Word', 'a: 1\nb: one\vtwo', '2:4', '000B'],
    ['an escape in quotes', 'a: "x\\u0007"', '1:4', '0007'],
    ['a NUL behind an escape', '{"a": "\\u0000"}', '1:7', '0000'],
    ['half an emoji', '{"a": "\\ud83d"}', '1:7', 'D83D'],
    ['no character at all', 'a: "\\uffff"', '1:4', 'FFFF'],
  ])('is %s, which Word could not open', (_, source, place, code) => {
    expect(findings(source)).toEqual([
      `not-text ${place} a character that cannot be printed stands here (U+${code})`,
    ]);
  });

  it('is not a tab, a line break, a soft hyphen or a whole emoji', () => {
    expect(findings('a: "x\\ty\\nz\\r\\u00ad\\u0085\\ud83d\\ude00 👩‍💻"')).toEqual([]);
  });
});
