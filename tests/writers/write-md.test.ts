import { describe, expect, it } from 'vitest';
import { readMd } from '../../src/check/read-md.js';
import type { Block, Run } from '../../src/page/blocks.js';
import { writeMd } from '../../src/writers/write-md.js';
import { BREAK, block, item, link, PNG, row, run } from '../page/block-samples.js';

const characters = { Term: { bold: true }, Period: { color: 'quiet' } };
const markdownOf = async (...blocks: Block[]) =>
  Buffer.from(await writeMd(blocks, { characters })).toString('utf8');
const paragraph = (...runs: (string | Run)[]) => markdownOf(block('Normal', ...runs));
/** The item of a list with more than one run. */
const itemOf = (level: number, ...runs: (string | Run)[]): Block => ({
  ...block('List Bullet', ...runs),
  item: { ordered: false, level, list: 1, start: 1 },
});
const wordsOf = (markdown: string) =>
  readMd(markdown)
    .words.map(({ text }) => text)
    .join(' ');

describe('the outline', () => {
  it('is made of headings, one level for each', async () => {
    expect(
      await markdownOf(
        block('Title', 'Ada'),
        block('Headline', 'Engineer'),
        block('Heading 1', 'Work'),
        block('Heading 2', 'Lead'),
        block('Heading 3', 'Part'),
        block('Normal', 'a'),
      ),
    ).toBe('# Ada\n\nEngineer\n\n## Work\n\n### Lead\n\n#### Part\n\na\n');
  });

  it('keeps dates out of headings and above the line they share with the employer', async () => {
    expect(
      await markdownOf(
        row('Heading 2', [run('Lead', 'Term')], [run('2020 – Present', 'Period')]),
        block('Where', 'Acme'),
        block('Normal', 'a'),
        block('Heading 2', 'Undated'),
        block('Where', 'Acme'),
      ),
    ).toBe('### Lead\n\n*2020 – Present*\\\nAcme\n\na\n\n### Undated\n\nAcme\n');
  });

  it('stays whole where a heading has two lines or ends in number signs', async () => {
    const markdown = await markdownOf(block('Heading 1', 'one', BREAK, 'two'), block('Heading 2', 'C #'));
    expect(markdown).toBe('## one<br>two\n\n### C \\#\n');
    expect(readMd(markdown).headings).toEqual([
      { level: 2, text: 'one two' },
      { level: 3, text: 'C #' },
    ]);
  });
});

describe('paragraphs', () => {
  it('that belong together are lines of one', async () => {
    expect(
      await markdownOf(
        row('Record', [run('Prize', 'Term'), ', Guild'], [run('2019', 'Period')]),
        block('Detail', 'for a bridge'),
        block('Pair', run('Daily:', 'Term'), ' Go'),
        block('Pair', run('Once:', 'Term'), ' C'),
      ),
    ).toBe('**Prize**, Guild · 2019\\\nfor a bridge\n\n**Daily:** Go\\\n**Once:** C\n');
  });

  it('have links, emphasis, code and breaks', async () => {
    expect(
      await paragraph(
        run('bold', 'Strong'),
        ', ',
        run('slanted', 'Emphasis'),
        ', ',
        run('both', 'Strong', 'Emphasis'),
        ', ',
        run('a_b*', 'Code'),
        BREAK,
        link('https://a.example/', 'here', 'Hyperlink'),
      ),
    ).toBe('**bold**, *slanted*, ***both***, `a_b*`\\\n[here](https://a.example/)\n');
  });

  it('leave pictures out, and the paragraph of one that has nothing else', async () => {
    const image = { type: 'image', src: PNG, alt: 'Ada', width: 1, height: 1 } as const;
    expect(await markdownOf(block('Photo', image), block('Normal', 'a', image))).toBe('a\n');
  });
});

describe('emphasis', () => {
  it('has its space outside', async () => {
    expect(await paragraph('a', run(' b ', 'Strong'), 'c')).toBe('a **b** c\n');
  });

  it('leaves punctuation at its ends outside where asterisks would not be read as marks', async () => {
    expect(await paragraph(run('Note:', 'Strong'), 'x')).toBe('**Note**:x\n');
    expect(await paragraph('x', run('(a)', 'Emphasis'), 'y')).toBe('x(*a*)y\n');
    expect(await paragraph('言葉', run('「強調」', 'Strong'), 'です')).toBe('言葉「**強調**」です\n');
  });

  it('is an element where asterisks would be read as asterisks', async () => {
    expect(await paragraph(run('a', 'Strong'), run('b', 'Emphasis'))).toBe('<strong>a</strong>*b*\n');
  });
});

describe('code', () => {
  it('has a fence longer than any inside', async () => {
    expect(await paragraph(run('a``b`', 'Code'))).toBe('``` a``b` ```\n');
  });
});

describe('links', () => {
  it('keep addresses with brackets, spaces and entities whole', async () => {
    const href = 'https://a.example/x_(y)?a=1&copy;=<2> 3';
    const markdown = await paragraph('wow!', link(href, 'a[0]'));
    expect(markdown).toBe('wow\\![a\\[0\\]](https://a.example/x_\\(y\\)?a=1\\&copy;=%3C2%3E%203)\n');
    expect(readMd(markdown).links).toEqual(['https://a.example/x_(y)?a=1&copy;=%3C2%3E%203']);
  });

  it('are one where their words have several looks', async () => {
    const part = (text: string, ...styles: string[]): Run => ({
      type: 'text',
      text,
      href: 'https://a.example/',
      styles,
    });
    expect(await paragraph(part('a '), part('b', 'Strong'), part(' c', 'Code'), ' d')).toBe(
      '[a **b** `c`](https://a.example/) d\n',
    );
  });
});

describe('lists', () => {
  it('are nested as deep as they were, items right below each other', async () => {
    expect(
      await markdownOf(
        block('Normal', 'x'),
        item('List Bullet', 'a'),
        item('List Bullet 2', 'b', { level: 1 }),
        item('List Bullet 3', 'c', { level: 2 }),
        item('List Bullet', 'd'),
        block('Normal', 'y'),
      ),
    ).toBe('x\n\n- a\n  - b\n    - c\n- d\n\ny\n');
  });

  it('count from their start, with what is inside below the words', async () => {
    expect(
      await markdownOf(
        item('List Number', 'a', { list: 1, start: 9 }),
        item('List Number', 'b', { list: 1, start: 9 }),
        item('List Bullet 2', 'c', { list: 2, level: 1 }),
        item('List Number 2', 'd', { list: 3, level: 1, start: 4 }),
      ),
    ).toBe('9. a\n10. b\n    - c\n\n    4. d\n');
  });

  it('that touch stay two', async () => {
    expect(
      await markdownOf(
        item('List Bullet', 'a', { list: 1 }),
        item('List Bullet', 'b', { list: 2 }),
        item('List Bullet', 'c', { list: 2 }),
        item('List Number', 'd', { list: 3 }),
        item('List Number', 'e', { list: 4 }),
      ),
    ).toBe('- a\n* b\n* c\n1. d\n1) e\n');
  });

  it('are no code block, however deep an item stands by itself', async () => {
    expect(await markdownOf(item('List Bullet 3', 'a', { level: 2 }))).toBe('- a\n');
  });

  it('go on below their words', async () => {
    expect(await markdownOf(itemOf(0, 'a', BREAK, '- b'), block('List Bullet', 'more'))).toBe(
      '- a\\\n  \\- b\n\n  more\n',
    );
  });
});

describe('escaping', () => {
  it('touches only what would be markup', async () => {
    for (const plain of [
      'C# and F#',
      'snake_case_name',
      'R&D, AT&T',
      '1.5 m',
      'a - b + c',
      'x = y',
      '-o flag',
      'a > b',
      'well-known',
    ])
      expect(await paragraph(plain)).toBe(`${plain}\n`);
  });

  it.each([
    ['# no heading', '\\# no heading'],
    ['1. no item', '1\\. no item'],
    ['12) no item', '12\\) no item'],
    ['- no item', '\\- no item'],
    ['+ no item', '\\+ no item'],
    ['--- no rule', '\\--- no rule'],
    ['> no quote', '\\> no quote'],
    ['2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['_private', '\\_private'],
    ['a `tick', 'a \\`tick'],
    ['[x](https://a.example/)', '\\[x\\](https://a.example/)'],
    ['vector<int> and <b>', 'vector\\<int> and \\<b>'],
    ['&lt; and &#60;', '\\&lt; and \\&#60;'],
    ['C:\\dir', 'C:\\\\dir'],
    ['a | b', 'a \\| b'],
    ['~~no strike~~', '\\~\\~no strike\\~\\~'],
    ['$5 to $6', '\\$5 to \\$6'],
    ['| - |', '\\| - \\|'],
  ])('keeps %s', async (plain, markdown) => {
    expect(await paragraph(plain)).toBe(`${markdown}\n`);
    expect(wordsOf(markdown)).toBe(plain);
    const nested = await markdownOf(itemOf(0, 'a', BREAK, plain), block('Normal', 'b', BREAK, plain));
    expect(wordsOf(nested)).toBe(`a ${plain} b ${plain}`);
  });

  it('loses no character of any text, in any look', async () => {
    // A generator of our own (a linear congruence), so that every run tries the same texts.
    let seed = 7;
    const roll = (sides: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * sides);
    };
    const parts = [
      '*',
      '**',
      '_',
      '__',
      '`',
      '``',
      '#',
      '##',
      '1.',
      '9)',
      '-',
      '---',
      '+',
      '=',
      '==',
      '>',
      '<',
      '<b>',
      '</b>',
      '<!--',
      '|',
      '|-|',
      ':-',
      '~~',
      '[',
      ']',
      '](',
      ')',
      '(',
      '!',
      '![',
      '&amp;',
      '&',
      '\\',
      '\\\\',
      '$',
      '://',
      'https://a.example/b_c',
      'a',
      'word',
      'Zoë',
      '日本',
      '「',
      '」',
      '.',
      ',',
      ':',
      '\u00a0',
      '“',
      '”',
      '€',
      '😀',
      '[^1]',
      '[ ]',
      '@a',
    ];
    const looks = [[], [], ['Strong'], ['Emphasis'], ['Strong', 'Emphasis'], ['Code'], ['Term']];
    const text = () => {
      const words = Array.from({ length: 1 + roll(6) }, () => parts[roll(parts.length)] as string);
      return words.join(roll(2) ? ' ' : '');
    };
    const runs = (): Run[] =>
      Array.from({ length: 1 + roll(4) }, () => ({
        type: 'text',
        text: (roll(2) ? ' ' : '') + text(),
        styles: looks[roll(looks.length)] as string[],
        ...(roll(4) === 0 && { href: `https://a.example/${roll(3)}` }),
      }));
    const plain = (list: Run[]) => list.map((one) => (one.type === 'text' ? one.text : ' ')).join('');
    const squeezed = (words: string) => words.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
    for (let i = 0; i < 3000; i += 1) {
      const [a, b, c] = [runs(), runs(), runs()];
      for (const list of [a, b, c])
        (list[0] as { text: string }).text = (list[0] as { text: string }).text.trimStart();
      const markdown = await markdownOf(
        block('Heading 1', ...a),
        block('Normal', ...b, BREAK, ...c),
        itemOf(0, ...c),
        itemOf(1, ...a),
      );
      const reading = readMd(markdown);
      const said = reading.words.map(({ text }) => text).join(' ');
      expect(said, markdown).toBe(squeezed([a, b, c, c, a].map(plain).join(' ')));
      expect(reading.headings, markdown).toEqual([{ level: 2, text: squeezed(plain(a)) }]);
      const targets = [a, b, c, c, a].flat().flatMap((one) => (one.type === 'text' && one.href) || []);
      expect(new Set(reading.links), markdown).toEqual(new Set(targets));
    }
  });
});
