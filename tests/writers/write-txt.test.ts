import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/page/blocks.js';
import { linearize } from '../../src/page/linearize.js';
import { readTheme } from '../../src/theme/read.js';
import { columnsOf } from '../../src/writers/columns.js';
import { spellLinks } from '../../src/writers/spell-links.js';
import { writeTxt } from '../../src/writers/write-txt.js';
import { BREAK, block, item, link, PNG, row } from '../page/block-samples.js';
import { pageOf, readSample, SAMPLES } from '../page/samples.js';

const textOf = async (...blocks: Block[]) => Buffer.from(await writeTxt(blocks)).toString('utf8');

describe('plain text', () => {
  it('is a line for each short paragraph, and ends with a newline', async () => {
    expect(await textOf(block('Title', 'Ada'), block('Headline', 'Engineer'))).toBe('Ada\nEngineer\n');
  });

  it('has a line for each contact, as a form has a field', async () => {
    const contacts = block('Contact', 'Home: a@a.example', ' · ', 'Berlin · Bremen', ' | ', '+1 555 0100');
    expect(await textOf(contacts)).toBe('Home: a@a.example\nBerlin · Bremen\n+1 555 0100\n');
  });

  it('is UTF-8 and keeps every letter', async () => {
    expect(await textOf(block('Normal', 'Květa Ελλάδα \u{1F600} & <b>'))).toBe(
      'Květa Ελλάδα \u{1F600} & <b>\n',
    );
  });

  it('has nothing of pictures, and no line for them', async () => {
    const image = { type: 'image', src: PNG, alt: 'Ada', width: 1, height: 1 } as const;
    expect(await textOf(block('Photo', image), block('Where', 'a', image))).toBe('a\n');
  });
});

describe('links', () => {
  const said = (href: string, words: string) => textOf(block('Normal', link(href, words, 'Hyperlink')));

  it.each([
    ['https://a.example/', 'a.example'],
    ['https://www.a.example/b', 'a.example/b'],
    ['https://a.example/', 'Code: a.example'],
    ['mailto:ada@a.example', 'ada@a.example'],
    ['tel:+15550100', '+1 (555) 0100'],
    ['https://doi.org/10.5555/awh.1', 'doi:10.5555/awh.1'],
    ['https://xn--mnchen-3ya.example/', 'münchen.example'],
  ])('to %s say no more than %s', async (href, words) => {
    expect(await said(href, words)).toBe(`${words}\n`);
  });

  it.each([
    ['https://a.example/b', 'here', 'here (https://a.example/b)'],
    ['https://a.example/b', 'a.example', 'a.example (https://a.example/b)'],
    ['mailto:ada@a.example', 'write', 'write (ada@a.example)'],
    ['tel:+15550100', 'ring', 'ring (+15550100)'],
  ])('to %s that only say %s tell where they lead', async (href, words, text) => {
    expect(await said(href, words)).toBe(`${text}\n`);
  });

  it('tell it once where their words have several looks', async () => {
    const part = (text: string, ...styles: string[]) => ({
      ...link('https://a.example/', text),
      styles,
    });
    expect(await textOf(block('Normal', part('a '), part('b', 'Strong'), '. (', part('c'), ')'))).toBe(
      'a b (https://a.example/). (c (https://a.example/))\n',
    );
  });
});

describe('headings', () => {
  it('of sections are underlined as far as they go, after an empty line', async () => {
    expect(await textOf(block('Title', 'Ada'), block('Heading 1', 'Expérience'), block('Normal', 'a'))).toBe(
      'Ada\n\nExpérience\n----------\na\n',
    );
    expect(await textOf(block('Heading 1', '職務経歴'), block('Heading 2', 'a'))).toBe(
      '職務経歴\n--------\na\n',
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
  it('are a line for each cell, for columns do not survive a form', async () => {
    expect(
      await textOf(row('Part', ['a'], ['b']), row('Part', ['a'], ['b'], ['c']), row('Pair', ['a'])),
    ).toBe('a\nb\n\na\nb\nc\na\n');
  });
});

describe('paragraphs', () => {
  it('of prose have an empty line between them and after a list, for nothing else tells them apart', async () => {
    expect(
      await textOf(
        block('Normal', 'a'),
        block('Normal', 'b'),
        item('List Bullet', 'c'),
        item('List Bullet', 'd'),
        block('Normal', 'e'),
        block('Keywords', 'f'),
      ),
    ).toBe('a\n\nb\n- c\n- d\n\ne\nf\n');
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
    ).toBe('9. a\n   1. b\n   2. c\n   - d\n10. e\n1. f\n');
  });

  it('stay under their words where a line goes on', async () => {
    const long = `${'word '.repeat(14)}word end`;
    expect(await textOf(item('List Bullet', long), item('List Bullet 2', long, { level: 1 }))).toBe(
      `- ${'word '.repeat(13)}word\n  word end\n  - ${'word '.repeat(13).trim()}\n    word word end\n`,
    );
    expect(await textOf(item('List Bullet 2', 'x', { level: 1 }), block('Normal', 'a', BREAK, 'b'))).toBe(
      '- x\n\na\nb\n',
    );
    expect(await textOf(item('List Bullet', 'x'), block('List Bullet', 'and more'))).toBe(
      '- x\n  and more\n',
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

  it('counts columns: one for a letter with its accents, two for what is wide', async () => {
    const wide = `${'\u{1F469}\u200D\u{1F680}'.repeat(10)} ${'e\u0301'.repeat(51)}`;
    expect(await textOf(block('Normal', wide))).toBe(`${wide}\n`);
    expect(await textOf(block('Normal', `${wide}e`))).toBe(`${wide.replace(' ', '\n')}e\n`);
  });

  it('breaks Chinese and Japanese between letters, but not before what closes or after what opens', async () => {
    expect(await textOf(block('Normal', '東'.repeat(40)))).toBe(`${'東'.repeat(36)}\n${'東'.repeat(4)}\n`);
    expect(await textOf(block('Normal', `${'東'.repeat(36)}。京`))).toBe(`${'東'.repeat(35)}\n東。京\n`);
    expect(await textOf(block('Normal', `${'東'.repeat(35)}「京」`))).toBe(`${'東'.repeat(35)}\n「京」\n`);
    expect(await textOf(block('Normal', `${'東'.repeat(34)}Word京`))).toBe(`${'東'.repeat(34)}Word\n京\n`);
  });

  it('lets a sentence with a number or an address in it break like any other', async () => {
    const line = `${'東'.repeat(20)}99.98${'京'.repeat(20)}`;
    expect(await textOf(block('Normal', line))).toBe(
      `${'東'.repeat(20)}99.98${'京'.repeat(13)}\n${'京'.repeat(7)}\n`,
    );
    const linked = block('Normal', link('https://a.example/', '東'), '京'.repeat(30));
    expect(await textOf(linked)).toBe(`東 (https://a.example/)${'京'.repeat(24)}\n${'京'.repeat(6)}\n`);
  });

  it('breaks Korean only at spaces', async () => {
    expect(await textOf(block('Normal', `${'한'.repeat(30)} ${'글'.repeat(10)}`))).toBe(
      `${'한'.repeat(30)}\n${'글'.repeat(10)}\n`,
    );
  });

  it('begins no line with what would pass for a bullet or a number', async () => {
    const line = 'x'.repeat(70);
    expect(await textOf(block('Normal', `${line} – a`))).toBe(`${line} –\na\n`);
    expect(await textOf(block('Normal', `since ${line} 2024. Then`))).toBe(`since\n${line} 2024.\nThen\n`);
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
      .filter((line) => columnsOf(line) > 72 && /\S\s+\S/.test(line.replace(/^\s*(-|\d+\.) /, '')));
    expect(tooLong).toEqual([]);
    expect(text).not.toMatch(/ \n|\t|\n\n\n|\r/);
    const words = blocks.flatMap(({ cells }) => cells.flatMap((runs) => spellLinks(runs).split(/\s+/)));
    const shown = text
      .split('\n')
      .filter((line) => !/^-+$/.test(line))
      .map((line) => line.replace(/^\s*(-|\d+\.) /, ''))
      .join(' ')
      .split(/ +/);
    const isWord = (word: string) => word !== '' && word !== '·';
    // Chinese and Japanese lines end inside what has no spaces.
    const inOne = (list: string[]) => list.filter(isWord).join('');
    expect(inOne(shown)).toBe(inOne(words));
  });
});
