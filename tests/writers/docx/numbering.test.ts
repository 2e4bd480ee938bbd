import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/page/blocks.js';
import { block, item, TORTURE } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import {
  all,
  child,
  listsOf,
  numberOf,
  paragraphs,
  shownText,
  styleOf,
  stylesOf,
  val,
  wordOf,
} from './word-file.js';

/** What Word prints before each paragraph: it counts per definition and level, and a list restarts where it says so. */
async function markersOf(blocks: Block[]): Promise<string[]> {
  const file = await wordOf(PLAIN, blocks);
  const lists = listsOf(file);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return paragraphs(file).map((paragraph) => {
    const properties = child(paragraph, 'w:pPr', 'w:numPr');
    const id = val(child(properties, 'w:numId')) ?? '0';
    const list = lists.get(id);
    if (!list) return `– ${shownText(paragraph)}`;
    const at = numberOf(child(properties, 'w:ilvl'));
    const level = list.levels[at];
    if (!level) throw new Error(`no level ${at}`);
    if (level.format === 'bullet') return `${level.text} ${shownText(paragraph)}`;
    const counts = counters.get(list.definition) ?? [];
    const fresh = !begun.has(`${id}/${at}`);
    begun.add(`${id}/${at}`);
    counts[at] = fresh || counts[at] === undefined ? level.start : counts[at] + 1;
    counts.length = at + 1;
    counters.set(list.definition, counts);
    return `${level.text?.replace(`%${at + 1}`, String(counts[at]))} ${shownText(paragraph)}`;
  });
}

describe('bullets', () => {
  it('are one list of nine levels, with the theme’s bullets and indents, the first three bound to their styles', async () => {
    const file = await wordOf(PLAIN, [item('List Bullet', 'a')]);
    const [paragraph] = paragraphs(file);
    const id = val(child(paragraph, 'w:pPr', 'w:numPr', 'w:numId')) ?? '';
    const deeper = [1080, 1350, 1620, 1890, 2160, 2430];
    expect(listsOf(file).get(id)?.levels).toEqual([
      { format: 'bullet', text: '•', start: 1, left: 270, hanging: 180, style: 'ListBullet' },
      { format: 'bullet', text: '–', start: 1, left: 540, hanging: 180, style: 'ListBullet2' },
      { format: 'bullet', text: '•', start: 1, left: 810, hanging: 180, style: 'ListBullet3' },
      ...deeper.map((left) => ({
        format: 'bullet',
        text: '•',
        start: 1,
        left,
        hanging: 180,
        style: undefined,
      })),
    ]);
  });

  it('stand before their items, level by level', async () => {
    expect(
      await markersOf([
        item('List Bullet', 'a'),
        item('List Bullet 2', 'b', { level: 1 }),
        item('List Bullet 3', 'c', { level: 2 }),
        item('List Bullet 3', 'd', { level: 3 }),
        item('List Bullet', 'e', { list: 2 }),
      ]),
    ).toEqual(['• a', '– b', '• c', '• d', '• e']);
  });

  it('need no font of symbols', async () => {
    const source = (await wordOf(PLAIN, TORTURE)).source('word/numbering.xml');
    expect(source).not.toMatch(/Symbol|Wingdings|[\ue000-\uf8ff]/);
  });
});

describe('numbers', () => {
  it('go on within a list and restart with the next', async () => {
    expect(
      await markersOf([
        item('List Number', 'a', { list: 1 }),
        item('List Number', 'b', { list: 1 }),
        block('Normal', 'x'),
        item('List Number', 'c', { list: 2 }),
        item('List Number', 'd', { list: 2 }),
      ]),
    ).toEqual(['1. a', '2. b', '– x', '1. c', '2. d']);
  });

  it.each([0, 1, 7])('begin with %i when the list does', async (start) => {
    expect(
      await markersOf([item('List Number', 'a', { start }), item('List Number', 'b', { start })]),
    ).toEqual([`${start}. a`, `${start + 1}. b`]);
  });

  it('of two lists with the same beginning restart too', async () => {
    expect(
      await markersOf([
        item('List Number', 'a', { list: 1, start: 5 }),
        item('List Number', 'b', { list: 2, start: 5 }),
      ]),
    ).toEqual(['5. a', '5. b']);
  });

  it('of an inner list are its own, and those around it go on', async () => {
    expect(
      await markersOf([
        item('List Number', 'a', { list: 1 }),
        item('List Number 2', 'b', { list: 2, level: 1 }),
        item('List Number 2', 'c', { list: 2, level: 1 }),
        item('List Number', 'd', { list: 1 }),
        item('List Number 2', 'e', { list: 3, level: 1 }),
      ]),
    ).toEqual(['1. a', '1. b', '2. c', '2. d', '1. e']);
  });

  it('of an inner list begin where it says', async () => {
    expect(
      await markersOf([
        item('List Bullet', 'a', { list: 1 }),
        item('List Number 2', 'b', { list: 2, level: 1, start: 3 }),
        item('List Number 2', 'c', { list: 2, level: 1, start: 3 }),
        item('List Bullet', 'd', { list: 1 }),
        item('List Number 2', 'e', { list: 3, level: 1 }),
      ]),
    ).toEqual(['• a', '3. b', '4. c', '• d', '1. e']);
  });

  it('end at one edge, tens below tens; bullets begin at one', async () => {
    const levels = all((await wordOf(PLAIN, TORTURE)).part('word/numbering.xml'), 'w:lvl');
    const sides = levels.map((level) => [val(child(level, 'w:numFmt')), val(child(level, 'w:lvlJc'))].join());
    expect([...new Set(sides)].sort()).toEqual(['bullet,left', 'decimal,right']);
  });

  it('stand at the theme’s indents', async () => {
    const file = await wordOf(PLAIN, [item('List Number', 'a')]);
    const id = val(child(paragraphs(file)[0], 'w:pPr', 'w:numPr', 'w:numId')) ?? '';
    expect(
      listsOf(file)
        .get(id)
        ?.levels.map(({ left, hanging, text }) => [left, hanging, text]),
    ).toEqual([
      [360, 300, '%1.'],
      [720, 300, '%2.'],
      [1080, 300, '%3.'],
      ...[4, 5, 6, 7, 8, 9].map((level) => [level * 360, 300, `%${level}.`]),
    ]);
  });
});

describe('list styles', () => {
  it('bring their bullet or number, so that who picks one in Word gets it', async () => {
    const file = await wordOf(PLAIN, []);
    const lists = listsOf(file);
    const styles = stylesOf(file);
    const found = [
      'ListBullet',
      'ListBullet2',
      'ListBullet3',
      'ListNumber',
      'ListNumber2',
      'ListNumber3',
    ].map((id) => {
      const properties = child(styles.get(id), 'w:pPr', 'w:numPr');
      const level = lists.get(val(child(properties, 'w:numId')) ?? '')?.levels[
        numberOf(child(properties, 'w:ilvl'))
      ];
      return [id, level?.style, level?.text];
    });
    expect(found).toEqual([
      ['ListBullet', 'ListBullet', '•'],
      ['ListBullet2', 'ListBullet2', '–'],
      ['ListBullet3', 'ListBullet3', '•'],
      ['ListNumber', 'ListNumber', '%1.'],
      ['ListNumber2', 'ListNumber2', '%2.'],
      ['ListNumber3', 'ListNumber3', '%3.'],
    ]);
  });

  it('have the same indents as their lists', async () => {
    const file = await wordOf(PLAIN, []);
    for (const { levels } of listsOf(file).values()) {
      for (const { style, left, hanging } of levels.slice(0, 3)) {
        const indent = child(stylesOf(file).get(style ?? ''), 'w:pPr', 'w:ind');
        expect(indent?.attrs, style).toEqual({ 'w:left': String(left), 'w:hanging': String(hanging) });
      }
    }
  });

  it('belong to one definition each', async () => {
    const bound = all((await wordOf(PLAIN, TORTURE)).part('word/numbering.xml'), 'w:pStyle').map(val);
    expect(bound).toEqual([...new Set(bound)]);
  });

  it('show no bullet where a paragraph goes on in one', async () => {
    const file = await wordOf(PLAIN, [item('List Bullet', 'a'), block('List Bullet', 'b')]);
    const [, paragraph] = paragraphs(file);
    expect(styleOf(paragraph ?? never())).toBe('ListBullet');
    expect(val(child(paragraph, 'w:pPr', 'w:numPr', 'w:numId'))).toBe('0');
    expect(child(paragraph, 'w:pPr', 'w:ind')?.attrs).toEqual({ 'w:left': '270', 'w:hanging': '0' });
  });
});

describe('the numbering part', () => {
  it('defines what is used and nothing else', async () => {
    const file = await wordOf(PLAIN, TORTURE);
    const part = file.part('word/numbering.xml');
    const ids = all(part, 'w:num').map(({ attrs }) => attrs['w:numId']);
    const used = [...paragraphs(file), ...stylesOf(file).values()]
      .flatMap((one) => all(one, 'w:numId').map(val))
      .filter((id) => id !== '0');
    expect(new Set(ids)).toEqual(new Set(used));
    expect(ids).toEqual([...new Set(ids)]);
    const definitions = all(part, 'w:abstractNum').map(({ attrs }) => attrs['w:abstractNumId']);
    expect(new Set(all(part, 'w:num').map((num) => val(child(num, 'w:abstractNumId'))))).toEqual(
      new Set(definitions),
    );
  });

  it('says that its lists have several levels, and uses them', async () => {
    const part = (await wordOf(PLAIN, TORTURE)).part('word/numbering.xml');
    expect(new Set(all(part, 'w:multiLevelType').map(val))).toEqual(new Set(['multilevel']));
    expect(all(part, 'w:lvl').filter(({ attrs }) => 'w:tentative' in attrs)).toEqual([]);
  });
});

function never(): never {
  throw new Error('missing');
}
