import { describe, expect, it } from 'vitest';
import { formatPath, inFileOrder, parsePath } from '../../src/source/diagnostic.js';

describe('a path', () => {
  it.each([
    [[], ''],
    [['work'], 'work'],
    [['work', 0, 'highlights', 12, 'text'], 'work[0].highlights[12].text'],
    [[0, 'name'], '[0].name'],
    [['styles', 'Heading 1', 'size'], 'styles.Heading 1.size'],
    [['meta', 'titles', '2018'], 'meta.titles.2018'],
  ])('%j is written %s, and read back', (path, text) => {
    expect(formatPath(path)).toBe(text);
    expect(parsePath(text)).toEqual(path);
  });
});

it('findings are sorted by line and column, those without a place first, equals as they came', () => {
  const finding = (rule: string, line?: number, column = 1) => ({
    severity: 'error' as const,
    file: 'f',
    path: '',
    message: '',
    rule,
    ...(line !== undefined && { place: { line, column, length: 1 } }),
  });
  const mixed = [
    finding('e', 10, 2),
    finding('c', 2, 9),
    finding('a'),
    finding('d', 10, 1),
    finding('b', 2, 9),
    finding('f', 10, 2),
  ];
  expect(inFileOrder(mixed).map(({ rule }) => rule)).toEqual(['a', 'c', 'b', 'd', 'e', 'f']);
  expect(mixed[0]?.rule).toBe('e');
});
