import type { Block, ListItem, Run } from '../../src/page/blocks.js';

// Blocks as a page is made of, in few words, and all kinds of them at once.

export const run = (text: string, ...styles: string[]): Run => ({ type: 'text', text, styles });
export const link = (href: string, text: string, ...styles: string[]): Run => ({
  type: 'text',
  text,
  styles,
  href,
});
export const BREAK: Run = { type: 'break' };
export const block = (style: string, ...runs: (Run | string)[]): Block => ({
  style,
  cells: [runs.map((one) => (typeof one === 'string' ? run(one) : one))],
});
export const row = (style: string, ...cells: (Run | string)[][]): Block => ({
  style,
  cells: cells.map((runs) => runs.map((one) => (typeof one === 'string' ? run(one) : one))),
});
export const item = (style: string, text: string | Run[], at: Partial<ListItem> = {}): Block => ({
  ...block(style, ...[text].flat()),
  item: { ordered: style.startsWith('List Number'), level: 0, list: 1, start: 1, ...at },
});

// A red point, and the same as a JPEG would begin: pictures are only packed, not looked at.
export const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
export const JPEG =
  'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==';

/** All that a page can ask of a Word file, at once. */
export const TORTURE: Block[] = [
  block('Title', 'N & <M> "O" \u2028 \u{1F600}\u0301'),
  block('Photo', { type: 'image', src: PNG, alt: 'A "B" <C>', width: 96, height: 120 }),
  block(
    'Photo',
    { type: 'image', src: JPEG, alt: '', width: 1, height: 1 },
    { type: 'image', src: 'data:image/gif;base64,AA==', alt: 'x', width: 1, height: 1 },
  ),
  block(
    'Contact',
    link('mailto:a@b.example?subject=a&body="b"', 'mail', 'Hyperlink'),
    ' · ',
    link('https://x.example/?a=1&b=2#c', 'web', 'Hyperlink'),
  ),
  block('Heading 1', 'One ', run('strong', 'Strong'), ' ', run('slanted', 'Emphasis')),
  row('Heading 2', [run('a', 'Entry Title')], [run('2020', 'Period')]),
  row('Heading 3', [run('a', 'Emphasis', 'Entry Title')], ['b'], ['c']),
  block(
    'Normal',
    'a',
    BREAK,
    BREAK,
    run('b', 'Strong', 'Emphasis', 'Code'),
    link('https://x.example/', 'c', 'Strong', 'Hyperlink'),
    link('https://x.example/', 'd', 'Emphasis', 'Hyperlink'),
  ),
  item('List Bullet', 'a'),
  item('List Bullet 2', 'b', { level: 1 }),
  item('List Bullet 3', 'c', { level: 2 }),
  item('List Bullet 3', 'd', { level: 5 }),
  block('List Bullet', 'goes on'),
  item('List Number', 'a', { list: 2, start: 7 }),
  item('List Number 2', 'b', { list: 3, level: 1, start: 3 }),
  item('List Number', 'c', { list: 4 }),
  item('List Number', 'zero', { list: 5, start: 0 }),
  row('Record', [run('a', 'Entry Title'), ', b'], [run('2020', 'Period')]),
  block('Pair', run('Term:', 'Term'), ' v ', run('(n)', 'Note')),
  ...['Headline', 'Part'].map((style) => block(style, style)),
];
