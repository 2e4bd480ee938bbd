import { expect, test } from 'vitest';
import { directionOf, type Piece, readAcross } from '../../src/check/extract/read-across.js';

// Lines as Chromium paints them, from left to right, and as they are read.

/** Each piece is as wide as its letters; `|` begins marked content of its own. */
function painted(line: string): Piece[] {
  const pieces: Piece[] = [];
  let x = 0;
  for (const [id, content] of line.split('|').entries()) {
    for (const text of content.match(
      /[\p{Script=Arabic}\p{Script=Hebrew}]|[A-Za-z\d+–]+| +|[^\sA-Za-z\d]/gu,
    ) ?? []) {
      const width = text.length;
      if (text.trim() !== '') {
        pieces.push({ text, x, right: x + width, y: 0, size: 1, spaced: false, id: String(id) });
      }
      x += width;
    }
  }
  return pieces;
}
const between = (before: Piece, piece: Piece) => {
  const gap = Math.max(piece.x - before.right, before.x - piece.right);
  return gap > 3 ? '\t' : gap > 0 ? ' ' : '';
};
const read = (line: string, direction: 'ltr' | 'rtl' = 'rtl') =>
  readAcross(painted(line), direction, between);

test('a line of one direction is turned round, or left as it is', () => {
  expect(read('םולש הדע')).toBe('עדה שלום');
  expect(read('Ada Example', 'ltr')).toBe('Ada Example');
});

test('words and numbers of the other direction keep their own order', () => {
  expect(read('PostgreSQL Go םע תינכת')).toBe('תכנית עם PostgreSQL Go');
  expect(read('+971 4 555 :ןופלט')).toBe('טלפון: +971 4 555');
});

test('in a line that runs to the right only the words of the other direction are turned', () => {
  expect(read('Translated םולש and הדע, too', 'ltr')).toBe('Translated שלום and עדה, too');
});

test('what is marked by itself has its own place', () => {
  expect(read('|Kafka| ,|Go| :ילכ')).toBe('כלי: Go, Kafka');
  expect(read('|git.example.com| · |ada.example.com|')).toBe('ada.example.com · git.example.com');
});

test('years stand the way the line runs, and brackets are mirror images', () => {
  expect(read('2014 – 2012     הדע')).toBe('עדה\t2012 – 2014');
  expect(read('(העד) אבא')).toBe('אבא (דעה)');
});

test('the direction of a page is that of most of its letters', () => {
  expect(directionOf(painted('םולש Go'))).toBe('rtl');
  expect(directionOf(painted('Ada Example says hello to ש'))).toBe('ltr');
});
