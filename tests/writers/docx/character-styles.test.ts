import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/page/blocks.js';
import type { CharacterLook, ParagraphLook } from '../../../src/theme/schema.js';
import type { Theme } from '../../../src/theme/theme.js';
import { block, run } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { child, kids, paragraphs, runsOf, stylesOf, val, wordOf } from './word-file.js';

const STYLES: Record<string, ParagraphLook> = {
  Normal: {},
  'Heading 1': { bold: true, uppercase: true },
  'Heading 2': { bold: true, italic: true },
  'Heading 3': { italic: true },
  Lead: { base: 'Heading 1' },
};
const CHARACTERS: Record<string, CharacterLook> = {
  Strong: { bold: true },
  Emphasis: { italic: true },
  Term: { bold: true, color: '#ff0000' },
  Period: { bold: false, italic: false },
  Caps: { uppercase: true },
  Hyperlink: { underline: true },
  Plain: {},
};

/** What a run with these styles looks like in Word: its style's name, and what that style says. */
async function lookOf(paragraph: string, ...styles: string[]): Promise<[string, string[]] | undefined> {
  const theme: Theme = { ...PLAIN, styles: STYLES, characters: CHARACTERS };
  const file = await wordOf(theme, [block(paragraph, run('x', ...styles))]);
  const [found = ''] = runsOf(paragraphs(file)[0] ?? { name: '', attrs: {}, children: [] });
  const id = found.split(': ').length > 1 ? found.split(': ')[0] : undefined;
  if (id === undefined) return undefined;
  const style = stylesOf(file).get(id);
  const properties = kids(child(style, 'w:rPr') ?? { name: '', attrs: {}, children: [] })
    .filter(({ name }) => !name.endsWith('Cs'))
    .map(({ name, attrs }) => [name, ...Object.values(attrs)].join(' '));
  return [val(child(style, 'w:name')) ?? '', properties];
}

describe('the one character style of a run', () => {
  it.each([
    ['Normal', ['Strong'], ['Strong', ['w:b']]],
    ['Normal', ['Strong', 'Emphasis'], ['Strong Emphasis', ['w:b', 'w:i']]],
    ['Normal', ['Term', 'Hyperlink'], ['Term Hyperlink', ['w:b', 'w:color FF0000', 'w:u single']]],
    ['Normal', ['Plain'], ['Plain', []]],
    ['Normal', [], undefined],
    // The inner style has the last word.
    ['Normal', ['Strong', 'Period'], ['Strong Period', ['w:b false', 'w:i false']]],
  ] as const)('in %s of %j is %j', async (paragraph, styles, expected) => {
    expect(await lookOf(paragraph, ...styles)).toEqual(expected);
  });

  // Bold, italic and capitals toggle: what the paragraph has, the same again would switch off.
  it.each([
    ['Heading 1', ['Strong'], undefined],
    ['Heading 1', ['Caps'], undefined],
    ['Heading 3', ['Emphasis'], undefined],
    ['Heading 2', ['Strong', 'Emphasis'], undefined],
    ['Lead', ['Strong'], undefined],
    ['Heading 1', ['Emphasis'], ['Emphasis', ['w:i']]],
    ['Heading 3', ['Strong'], ['Strong', ['w:b']]],
    ['Heading 1', ['Strong', 'Hyperlink'], ['Hyperlink', ['w:u single']]],
    ['Heading 1', ['Strong', 'Emphasis', 'Hyperlink'], ['Emphasis Hyperlink', ['w:i', 'w:u single']]],
  ] as const)('in %s of %j is %j, for it has that already', async (paragraph, styles, expected) => {
    expect(await lookOf(paragraph, ...styles)).toEqual(expected);
  });

  it('keeps what else a style says beside being bold', async () => {
    expect(await lookOf('Heading 1', 'Term')).toEqual(['Term in Heading 1', ['w:color FF0000']]);
  });

  it('that is not bold toggles in a bold paragraph, for there "not bold" changes nothing', async () => {
    expect(await lookOf('Heading 1', 'Period')).toEqual(['Period in Heading 1', ['w:b', 'w:i false']]);
    expect(await lookOf('Heading 3', 'Period')).toEqual(['Period in Heading 3', ['w:b false', 'w:i']]);
  });

  it('is one and the same in every paragraph that does not change it', async () => {
    const theme: Theme = { ...PLAIN, styles: STYLES, characters: CHARACTERS };
    const runs: Run[] = [run('x', 'Strong', 'Emphasis', 'Hyperlink')];
    const file = await wordOf(theme, [block('Heading 1', ...runs), block('Normal', ...runs)]);
    expect(paragraphs(file).map(runsOf)).toEqual([['EmphasisHyperlink: x'], ['StrongEmphasisHyperlink: x']]);
    const bold = (id: string) => child(stylesOf(file).get(id), 'w:rPr', 'w:b') !== undefined;
    expect([bold('EmphasisHyperlink'), bold('StrongEmphasisHyperlink')]).toEqual([false, true]);
  });

  it('is based on Word’s default', async () => {
    const file = await wordOf(PLAIN, [block('Normal', run('x', 'Strong', 'Emphasis'))]);
    const bases = [...stylesOf(file).values()]
      .filter((one) => one.attrs['w:type'] === 'character' && one.attrs['w:default'] === undefined)
      .map((one) => val(child(one, 'w:basedOn')));
    expect(new Set(bases)).toEqual(new Set(['DefaultParagraphFont']));
  });
});
