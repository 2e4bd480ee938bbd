import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/page/blocks.js';
import { linearize } from '../../src/page/linearize.js';
import { readTheme } from '../../src/theme/read.js';
import { writeTxt } from '../../src/writers/write-txt.js';
import { pageOf, readSample, SAMPLES } from '../page/samples.js';
import { BREAK, block, item, link, PNG, row, run } from './docx/word-file.js';

const textOf = async (...blocks: Block[]) => Buffer.from(await writeTxt(blocks)).toString('utf8');

describe('plain text', () => {
  it('is a line for each short paragraph, and ends with a newline', async () => {
    expect(await textOf(block('Title', 'Ada'), block('Contact', 'a', run(' · ', 'Note'), 'b'))).toBe(
      'Ada\na · b\n',
    );
  });

  it('is UTF-8 and keeps every letter', async () => {
    expect(await textOf(block('Normal', 'Květa Ελλάδα \u{1F600} & <b>'))).toBe(
      'Květa Ελλάδα \u{1F600} & <b>\n',
    );
  });

  it('has the words of links and nothing of pictures', async () => {
    expect(
      await textOf(
        block('Normal', 'see ', link('https://a.example/', 'a.example', 'Hyperlink'), {
          type: 'image',
          src: PNG,
          alt: 'Ada',
          width: 1,
          height: 1,
        }),
      ),
    ).toBe('see a.example\n');
  });
});

describe('headings', () => {
  it('of sections are underlined as far as they go, after an empty line', async () => {
    expect(await textOf(block('Title', 'Ada'), block('Heading 1', 'Expérience'), block('Normal', 'a'))).toBe(
      'Ada\n\nExpérience\n----------\na\n',
    );
  });

  it('of East Asia are underlined as wide as their letters are', async () => {
    expect(await textOf(block('Heading 1', '職歴'))).toBe('職歴\n----\n');
    expect(await textOf(block('Heading 1', '보유 기술'))).toBe('보유 기술\n---------\n');
  });

  it('of entries and records stand after an empty line, not underlined', async () => {
    expect(
      await textOf(
        block('Normal', 'a'),
        block('Heading 2', 'b'),
        block('Heading 3', 'c'),
        block('Part', 'd'),
        block('Record', 'e'),
        block('Where', 'f'),
      ),
    ).toBe('a\n\nb\n\nc\n\nd\n\ne\nf\n');
  });

  it('at the very top need no empty line', async () => {
    expect(await textOf(block('Heading 1', 'A'))).toBe('A\n-\n');
  });
});

describe('rows', () => {
  it('are their cells with a dot between', async () => {
    expect(
      await textOf(row('Part', ['a'], ['b']), row('Part', ['a'], ['b'], ['c']), row('Normal', ['a'])),
    ).toBe('a · b\n\na · b · c\na\n');
  });
});

describe('lists', () => {
  it('have a dash before each item, two columns deeper for each level', async () => {
    expect(
      await textOf(
        item('List Bullet', 'a'),
        item('List Bullet 2', 'b', { level: 1 }),
        item('List Bullet 3', 'c', { level: 2 }),
        item('List Bullet', 'd'),
      ),
    ).toBe('- a\n  - b\n    - c\n- d\n');
  });

  it('with numbers count from their start, each list by itself', async () => {
    expect(
      await textOf(
        item('List Number', 'a', { list: 1, start: 9 }),
        item('List Number 2', 'b', { list: 2, level: 1 }),
        item('List Number 2', 'c', { list: 2, level: 1 }),
        item('List Bullet 2', 'd', { list: 1, level: 1 }),
        item('List Number', 'e', { list: 1, start: 9 }),
        item('List Number', 'f', { list: 3 }),
      ),
    ).toBe('9. a\n  1. b\n  2. c\n  - d\n10. e\n1. f\n');
  });

  it('stay under their words where a line goes on', async () => {
    const long = `${'word '.repeat(14)}word end`;
    expect(await textOf(item('List Bullet', long), item('List Bullet 2', long, { level: 1 }))).toBe(
      `- ${'word '.repeat(13)}word\n  word end\n  - ${'word '.repeat(13).trim()}\n    word word end\n`,
    );
    expect(await textOf(item('List Bullet 2', 'x', { level: 1 }), block('Normal', 'a', BREAK, 'b'))).toBe(
      '  - x\na\nb\n',
    );
  });

  it('keep the lines of an item below each other', async () => {
    const lines = {
      ...block('List Bullet', 'a', BREAK, 'b'),
      item: { ordered: false, level: 0, list: 1, start: 1 },
    };
    expect(await textOf(lines)).toBe('- a\n  b\n');
  });
});

describe('wrapping', () => {
  it('fills 72 columns and not one more', async () => {
    const exact = `${'x'.repeat(35)} ${'y'.repeat(36)}`;
    expect(exact).toHaveLength(72);
    expect(await textOf(block('Normal', exact))).toBe(`${exact}\n`);
    expect(await textOf(block('Normal', `${exact}z`))).toBe(`${'x'.repeat(35)}\n${'y'.repeat(36)}z\n`);
  });

  it('counts letters, not bytes or halves of them', async () => {
    const wide = `${'\u{1F600}'.repeat(35)} ${'é'.repeat(36)}`;
    expect(await textOf(block('Normal', wide))).toBe(`${wide}\n`);
  });

  it('breaks no word, however long', async () => {
    const address = `https://a.example/${'x'.repeat(80)}`;
    expect(await textOf(block('Normal', `see ${address} there`))).toBe(`see\n${address}\nthere\n`);
    expect(await textOf(item('List Bullet', address))).toBe(`- ${address}\n`);
  });

  it('keeps what must not break together', async () => {
    const text = `${'x'.repeat(66)} 10\u00a0000\u00a0km`;
    expect(await textOf(block('Normal', text))).toBe(`${'x'.repeat(66)}\n10\u00a0000\u00a0km\n`);
  });

  it('leaves no space at the end of a line', async () => {
    expect(await textOf(block('Normal', `${'x'.repeat(72)} y`, BREAK, 'z'))).toBe(
      `${'x'.repeat(72)}\ny\nz\n`,
    );
  });

  it.each(SAMPLES)('of %s keeps all words, in their order, in 72 columns', async (name) => {
    const theme = await readTheme('classic');
    const blocks = linearize(pageOf(readSample(name), theme).html, theme);
    const text = await textOf(...blocks);
    const tooLong = text
      .split('\n')
      .filter((line) => [...line].length > 72 && /\S\s+\S/.test(line.replace(/^\s*(-|\d+\.) /, '')));
    expect(tooLong).toEqual([]);
    expect(text).not.toMatch(/ \n|\t|\n\n\n|\r/);
    const words = blocks.flatMap(({ cells }) =>
      cells.flatMap((runs) =>
        runs
          .map((one) => (one.type === 'text' ? one.text : ' '))
          .join('')
          .split(/ +/),
      ),
    );
    const shown = text
      .split('\n')
      .filter((line) => !/^-+$/.test(line))
      .map((line) => line.replace(/^\s*(-|\d+\.) /, ''))
      .join(' ')
      .split(/ +/)
      .filter((word) => word !== '' && word !== '·');
    expect(shown).toEqual(words.filter((word) => word !== '' && word !== '·'));
  });
});
