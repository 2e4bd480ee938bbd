import { beforeAll, describe, expect, it } from 'vitest';
import { TORTURE } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { all, child, stylesOf, val, type WordFile, wordOf, type Xml } from './word-file.js';

let file: WordFile;
let styles: Map<string, Xml>;
beforeAll(async () => {
  file = await wordOf(PLAIN, TORTURE);
  styles = stylesOf(file);
});

const style = (id: string): Xml => {
  const found = styles.get(id);
  if (!found) throw new Error(`no style ${id}`);
  return found;
};
const nameOf = (id: string) => val(child(style(id), 'w:name'));

describe('the gallery', () => {
  it('has the theme’s paragraph styles by name, and no style of anybody else', () => {
    const shown = [...styles.values()].filter(
      (one) => one.attrs['w:type'] === 'paragraph' && child(one, 'w:semiHidden') === undefined,
    );
    expect(shown.map((one) => val(child(one, 'w:name'))).sort()).toEqual(Object.keys(PLAIN.styles).sort());
  });

  it('has the theme’s character styles, and those that runs make of several, unasked for', () => {
    const characters = [...styles.values()].filter(
      (one) => one.attrs['w:type'] === 'character' && child(one, 'w:semiHidden') === undefined,
    );
    const offered = characters.filter((one) => child(one, 'w:qFormat'));
    const own = Object.keys(PLAIN.characters);
    expect(offered.map((one) => val(child(one, 'w:name'))).sort()).toEqual(
      own.filter((name) => name !== 'Hyperlink').sort(),
    );
    expect(
      characters
        .map((one) => val(child(one, 'w:name')) ?? '')
        .filter((name) => !own.includes(name))
        .sort(),
    ).toEqual(['Emphasis Entry Title', 'Emphasis Hyperlink', 'Strong Emphasis Code', 'Strong Hyperlink']);
  });

  it('has everything a Word file has, out of sight', () => {
    const hidden = [...styles.values()].filter((one) => child(one, 'w:semiHidden') !== undefined);
    expect(hidden.map((one) => val(child(one, 'w:name')))).toEqual([
      'Default Paragraph Font',
      'No List',
      'Normal Table',
    ]);
    const defaults = [...styles.values()].filter(({ attrs }) => attrs['w:default'] !== undefined);
    expect(defaults.map(({ attrs }) => attrs['w:type']).sort()).toEqual([
      'character',
      'numbering',
      'paragraph',
      'table',
    ]);
  });

  it('keeps Word’s other built-in styles out of it', () => {
    expect(all(file.part('word/styles.xml'), 'w:latentStyles').map(({ attrs }) => attrs)).toEqual([
      {
        'w:defLockedState': '0',
        'w:defUIPriority': '99',
        'w:defSemiHidden': '1',
        'w:defUnhideWhenUsed': '1',
        'w:defQFormat': '0',
        'w:count': '376',
      },
    ]);
  });

  it('is in the order of Word’s own', () => {
    const priority = (id: string) => Number(val(child(style(id), 'w:uiPriority')));
    expect(
      [
        'Normal',
        'Heading1',
        'Heading2',
        'Heading3',
        'Title',
        'Contact',
        'ListBullet',
        'Emphasis',
        'Strong',
        'Footer',
        'Hyperlink',
      ].map(priority),
    ).toEqual([0, 9, 9, 9, 10, 11, 11, 20, 22, 99, 99]);
  });

  it('has each id and each name once', () => {
    const found = all(file.part('word/styles.xml'), 'w:style');
    const ids = found.map(({ attrs }) => attrs['w:styleId']);
    const names = found.map((one) => val(child(one, 'w:name'))?.toLowerCase());
    expect(ids).toEqual([...new Set(ids)]);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe('a paragraph style', () => {
  it.each([
    ['Normal', 'Normal', undefined, undefined],
    ['Title', 'Title', 'Normal', 'Headline'],
    ['Headline', 'Headline', 'Normal', 'Contact'],
    ['Heading1', 'Heading 1', 'Normal', 'Normal'],
    ['Heading2', 'Heading 2', 'Normal', 'Normal'],
    ['Heading3', 'Heading 3', 'Normal', 'Normal'],
    ['Contact', 'Contact', 'Normal', 'Contact'],
    ['Part', 'Part', 'Normal', 'ListBullet'],
    ['Record', 'Record', 'Normal', 'Record'],
    ['Pair', 'Pair', 'Normal', 'Pair'],
    ['ListBullet', 'List Bullet', 'Normal', 'ListBullet'],
    ['ListBullet2', 'List Bullet 2', 'ListBullet', 'ListBullet2'],
    ['ListNumber3', 'List Number 3', 'ListNumber', 'ListNumber3'],
    ['Footer', 'Footer', 'Normal', 'Footer'],
  ])('%s is called %s, is based on %s and followed by %s', (id, name, base, next) => {
    expect(nameOf(id)).toBe(name);
    expect(val(child(style(id), 'w:basedOn'))).toBe(base);
    expect(val(child(style(id), 'w:next'))).toBe(next);
  });

  it('refers to none that is not there', () => {
    const refs = ['w:basedOn', 'w:next', 'w:link'].flatMap((name) =>
      all(file.part('word/styles.xml'), name).map((one) => val(one) ?? ''),
    );
    expect(refs.filter((id) => !styles.has(id))).toEqual([]);
  });

  it('of a heading has its level in the outline, and no other has', () => {
    const levels = [...styles].flatMap(([id, one]) => {
      const level = val(child(one, 'w:pPr', 'w:outlineLvl'));
      return level === undefined ? [] : [[id, level]];
    });
    expect(levels).toEqual([
      ['Heading1', '0'],
      ['Heading2', '1'],
      ['Heading3', '2'],
    ]);
  });

  it('of a heading stays with what follows', () => {
    const stays = [...styles].filter(([, one]) => child(one, 'w:pPr', 'w:keepNext')).map(([id]) => id);
    expect(stays).toEqual(['Title', 'Heading1', 'Heading2', 'Heading3', 'Headline', 'Part']);
  });
});
