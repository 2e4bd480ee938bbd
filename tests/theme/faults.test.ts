import { expect, it } from 'vitest';
import { SECTION_IDS } from '../../src/resume/schema.js';
import { findings, folder } from './themes.js';

const PALETTE = 'colors: {ink: "#111"}\nfonts: {body: Tinos}\n';

// The third line of each theme is wrong.
it.each([
  [
    'an unknown font',
    'styles: {Title: {font: bdy}}',
    ['3:24 theme <styles.Title.font> there is no font `bdy` → did you mean `body`?'],
  ],
  [
    'a family in place of a font',
    'styles: {Title: {font: Tinos}}',
    ['3:24 theme <styles.Title.font> there is no font `Tinos` → define it under `fonts`'],
  ],
  [
    'an unknown colour',
    'styles: {Title: {color: inc}}',
    ['3:25 theme <styles.Title.color> there is no color `inc` → did you mean `ink`?'],
  ],
  [
    'a colour that only CSS knows',
    'styles: {Title: {color: rebeccapurple}}',
    ['3:25 theme <styles.Title.color> there is no color `rebeccapurple` → define it under `colors`'],
  ],
  [
    'a colour that is none',
    'styles: {Title: {color: "#12"}}',
    ['3:25 theme <styles.Title.color> there is no color `#12` → write #rgb or #rrggbb'],
  ],
  [
    'a colour of a rule',
    'styles: {Title: {rule: {width: 1, gap: 1, color: inc}}}',
    ['3:50 theme <styles.Title.rule.color> there is no color `inc` → did you mean `ink`?'],
  ],
  [
    'names in a character style',
    'characters: {Term: {font: bodi, color: ink2}}',
    [
      '3:27 theme <characters.Term.font> there is no font `bodi` → did you mean `body`?',
      '3:40 theme <characters.Term.color> there is no color `ink2` → did you mean `ink`?',
    ],
  ],
  [
    'an unknown base',
    'styles: {Title: {}, Big: {base: Titel, bold: true}, Titles: {bold: true}}',
    ['3:33 theme <styles.Big.base> there is no style `Titel` → did you mean `Titles`?'],
  ],
  [
    'a style based on itself',
    'styles: {Title: {base: Title}}',
    ['3:24 theme <styles.Title.base> `Title` is based on itself → base it on Normal'],
  ],
  [
    'styles based on each other',
    'styles: {A: {base: B}, B: {base: A}}',
    [
      '3:20 theme <styles.A.base> `A` is based on itself → base it on Normal',
      '3:34 theme <styles.B.base> `B` is based on itself → base it on Normal',
    ],
  ],
  [
    'a base of Normal',
    'styles: {Normal: {base: Title}, Title: {bold: true}}',
    ['3:25 theme <styles.Normal.base> `Normal` is the base of all styles and has none → delete it'],
  ],
  [
    'a size off the grid',
    'styles: {Title: {size: 9.75}}',
    [
      '3:24 wrong-type <styles.Title.size> `size`: sizes are multiples of 1.5 pt, as PDF and Word both print them',
    ],
  ],
  [
    'a size too large',
    'styles: {Title: {size: 100}}',
    ['3:24 wrong-type <styles.Title.size> `size` cannot be `100` → 48 at most'],
  ],
  [
    'a size that is a word',
    'styles: {Title: {size: big}}',
    ['3:24 wrong-type <styles.Title.size> `size` should be a number, but here is text → write it in digits'],
  ],
  [
    'tracking too wide',
    'styles: {Title: {tracking: 0.1}}',
    ['3:28 wrong-type <styles.Title.tracking> `tracking` cannot be `0.1` → 0.05 at most'],
  ],
  [
    'a line too high',
    'styles: {Title: {line: 300}}',
    ['3:24 wrong-type <styles.Title.line> `line` cannot be `300` → 200 at most'],
  ],
  [
    'yes for true',
    'styles: {Title: {bold: yes}}',
    [
      '3:24 wrong-type <styles.Title.bold> `bold` should be true or false, but here is text → write `true` or `false`',
    ],
  ],
  [
    'an alignment of CSS',
    'styles: {Title: {align: left}}',
    ['3:25 unknown-value <styles.Title.align> `align` cannot be `left` → one of: start, center, end'],
  ],
  [
    'a misspelt property',
    'styles: {Title: {szie: 12}}',
    ['3:18 unknown-key <styles.Title.szie> unknown key `szie` in styles.Title → did you mean `size`?'],
  ],
  [
    'a property of paragraphs in a character style',
    'characters: {Term: {before: 3}}',
    [
      '3:21 unknown-key <characters.Term.before> unknown key `before` in characters.Term → it belongs in an entry of `styles`',
    ],
  ],
  [
    'one margin of four',
    'page: {margin: {top: 36, left: 36, right: 36}}',
    ['3:8 missing-key <page.margin.bottom> `bottom` is missing in page.margin → add `bottom:`'],
  ],
  [
    'slack that is no slack',
    'slack: {spacing: 2, margin: wide, size: 10, line: 1}',
    [
      '3:18 wrong-type <slack.spacing> `spacing` cannot be `2` → 1 at most',
      '3:29 wrong-type <slack.margin> `margin` should be a number, but here is text → write it in digits',
      '3:41 wrong-type <slack.size> `size`: sizes are multiples of 1.5 pt, as PDF and Word both print them',
      '3:45 unknown-key <slack.line> unknown key `line` in slack → it belongs in an entry of `styles`',
    ],
  ],
  [
    'an unknown paper',
    'page: {paper: a5}',
    ['3:15 unknown-value <page.paper> `paper` cannot be `a5` → did you mean `a4`?'],
  ],
  [
    'no YAML',
    'page: a: b',
    ['3:7 yaml-syntax <> a second `: ` on this line makes YAML see two keys → put it in quotes: "a: b"'],
  ],
])('%s is shown at its place', async (_, line, expected) => {
  await using themes = await folder();
  expect(await findings(await themes.theme('wrong', `${PALETTE}${line}`))).toEqual(expected);
});

it.each([
  [
    'an unknown family',
    'fonts: {body: Futura}',
    [
      expect.stringMatching(
        /^1:15 unknown-value <fonts.body> `body` cannot be `Futura` → one of: Caladea, Gelasio, Tinos, Carlito/,
      ),
    ],
  ],
  [
    'a colour by name',
    'colors: {ink: red}',
    ['1:15 wrong-type <colors.ink> `ink`: colours are written #rgb or #rrggbb'],
  ],
  [
    'a font that only Word has',
    'fonts: {body: Times New Roman}',
    ['1:15 unknown-value <fonts.body> `body` cannot be `Times New Roman` → here it is `Tinos`'],
  ],
  [
    'a colour with five digits',
    'colors: {ink: "#12345"}',
    ['1:15 wrong-type <colors.ink> `ink`: colours are written #rgb or #rrggbb'],
  ],
  [
    'a list',
    '- a',
    [
      '1:1 wrong-type <> the file should be a group of `key: value` lines, but here is a list → begin with `title:`',
    ],
  ],
  ['nothing', '', ['undefined:undefined empty-file <> the file is empty']],
])('%s is refused', async (_, yaml, expected) => {
  await using themes = await folder();
  expect(await findings(await themes.theme('wrong', yaml))).toEqual(expected);
});

it('all faults of a theme are shown at once, in the order of the file', async () => {
  await using themes = await folder();
  const path = await themes.theme(
    'wrong',
    'characters: {Term: {color: a}}\nstyles:\n  B: {color: b, font: c}\n  D: {base: e}\n',
  );
  expect((await findings(path)).map((finding) => finding.slice(0, 4))).toEqual([
    '1:28',
    '3:14',
    '3:23',
    '4:13',
  ]);
});

it('names a parent has may be used, and what the parent does wrong is not the child’s fault twice', async () => {
  await using themes = await folder();
  await themes.theme('parent', `${PALETTE}styles: {Title: {color: ink}}`);
  const path = await themes.theme(
    'child',
    'extends: ../parent\nstyles: {Big: {base: Title, color: ink, font: body}, Low: {base: Normal}}',
  );
  expect(await findings(path)).toEqual([]);
});

it.each([
  ['order: [skils]', '1:9 theme <order[0]> there is no section `skils` → did you mean `skills`?'],
  ['order: [work, experience]', '1:15 theme <order[1]> there is no section `experience` → here it is `work`'],
  ['aside: [langages]', '1:9 theme <aside[0]> there is no section `langages` → did you mean `languages`?'],
  ['titles: {wrk: Jobs}', '1:10 theme <titles.wrk> there is no section `wrk` → did you mean `work`?'],
  [
    'titles: {grants: Funding}',
    `1:10 theme <titles.grants> there is no section \`grants\` → a theme can title ${SECTION_IDS.join(', ')}; other sections have the titles their authors gave them`,
  ],
  [
    'titles: {work: {german: Mandate}}',
    '1:17 theme <titles.work.german> `german` is not the code of a language → codes are en, de, pt-BR …',
  ],
  [
    'titles: {work: [Jobs]}',
    '1:16 wrong-type <titles.work> `work` should be text or a group of `key: value` lines, but here is a list',
  ],
])('%s is told', async (yaml, finding) => {
  await using themes = await folder();
  expect(await findings(await themes.theme('wrong', yaml))).toEqual([finding]);
});

it('a theme may name sections of an author’s own in its order', async () => {
  await using themes = await folder();
  const path = await themes.theme(
    'own',
    'order: [grants, teaching, work]\naside: [tools]\ntitles: {work: {en: Engagements, pt-BR: Trabalhos}}',
  );
  expect(await findings(path)).toEqual([]);
});
