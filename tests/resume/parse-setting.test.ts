import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { applySettings } from '../../src/resume/apply-settings.js';
import { parseSetting } from '../../src/resume/parse-setting.js';
import { readResume } from '../../src/resume/read.js';
import { parseSource } from '../../src/source/parse.js';

const set = (path: string, value: unknown) => parseSetting(path, value, `--set ${path}`);

/** `meta` after settings, and what is said of it. */
function metaOf(text: string, ...settings: [string, unknown][]) {
  const { resume, diagnostics } = readResume(
    `basics: {name: Ada}\n${text}`,
    'cv.yaml',
    undefined,
    settings.map(([path, value]) => set(path, value)),
  );
  return {
    meta: resume?.meta,
    told: diagnostics.map(({ file, place, path, message }) =>
      [file, place && `${place.line}:${place.column}`, `<${path}>`, message].filter(Boolean).join(' '),
    ),
  };
}

describe('a setting', () => {
  it.each([
    ['style.accent', '#0b5a44', { style: { accent: '#0b5a44' } }],
    ['style.size', '12', { style: { size: 12 } }],
    ['style.size', 10.5, { style: { size: 10.5 } }],
    ['style.font', 'Carlito', { style: { font: 'Carlito' } }],
    ['style.font.headings', ' Gelasio ', { style: { font: { headings: 'Gelasio' } } }],
    ['order', 'skills, work', { order: ['skills', 'work'] }],
    ['order', '[skills,work]', { order: ['skills', 'work'] }],
    ['order', ['skills', 'work'], { order: ['skills', 'work'] }],
    ['titles.work', 'Jobs: all of them, really', { titles: { work: 'Jobs: all of them, really' } }],
    ['titles.skills', '2026', { titles: { skills: '2026' } }],
    ['pages', '2', { pages: 2 }],
  ])('%s is taken as %j', (path, value, meta) => {
    expect(metaOf('', [path, value])).toEqual({ meta, told: [] });
  });

  it('comes before what the file has, and leaves the rest of it', () => {
    const text = 'meta: {paper: a4, order: [work], style: {size: 9, density: airy}}';
    expect(metaOf(text, ['style.size', '12'], ['order', 'skills'], ['style.size', '13.5']).meta).toEqual({
      paper: 'a4',
      order: ['skills'],
      style: { size: 13.5, density: 'airy' },
    });
  });

  it('of nothing takes away what the file has', () => {
    const text = 'meta: {paper: a4, style: {size: 9}}';
    expect(metaOf(text, ['style.size', '']).meta).toEqual({ paper: 'a4' });
    expect(metaOf(text, ['style', null], ['paper', '']).meta).toBeUndefined();
  });

  it('chooses the language before texts are read', () => {
    const text = 'work: [{name: {en: Northwind, de: Nordwind}}]';
    const { resume } = readResume(`basics: {name: Ada}\n${text}`, 'cv.yaml', undefined, [
      set('locale', 'de'),
    ]);
    expect(resume?.work?.[0]?.name).toBe('Nordwind');
  });

  it('holds for JSON Resume as well', () => {
    const json = '{"basics": {"name": "Ada"}, "meta": {"theme": "classic"}}';
    const { resume, diagnostics } = readResume(json, 'cv.json', undefined, [set('order', 'skills')]);
    expect(resume?.meta).toEqual({ theme: 'classic', order: ['skills'] });
    expect(diagnostics).toEqual([]);
  });
});

describe('what only the résumé can tell wrong about a setting', () => {
  it('is told of the setting, not of a line of the file', () => {
    expect(metaOf('meta: {order: [work]}', ['order', 'skils'], ['titles.wrk', 'W']).told.sort()).toEqual([
      '--set order <meta.order[0]> there is no section `skils`',
      '--set titles.wrk <meta.titles.wrk> there is no section `wrk`',
    ]);
    expect(metaOf('meta: {hidden: [skils]}', ['order', 'skills']).told).toEqual([
      'cv.yaml 2:17 <meta.hidden[0]> there is no section `skils`',
    ]);
  });

  it('may be a section of one’s own', () => {
    const text = 'sections: [{title: Grants, kind: text, text: x}]';
    expect(metaOf(text, ['order', 'grants']).told).toEqual([]);
  });
});

describe('a setting that cannot be', () => {
  it.each([
    ['style.acent', '#075', 'unknown key `acent` in meta.style', 'did you mean `accent`?'],
    ['style.acent', '', 'unknown key `acent` in meta.style', 'did you mean `accent`?'],
    [
      'style.accent.hue',
      '',
      '`accent` should be text, but here is a group of `key: value` lines',
      'write one text behind the key',
    ],
    ['accent', '#075', 'unknown key `accent` in meta', 'it belongs in `style`'],
    [
      'style.order',
      'work',
      'unknown key `order` in meta.style',
      '`order` belongs in meta, not inside meta.style',
    ],
    ['style.accent', 'teal', '`accent`: colours are written #rgb or #rrggbb, such as "#0b5a44"', undefined],
    ['style.font', 'Carlitto', '`font` cannot be `Carlitto`', 'did you mean `Carlito`?'],
    ['style.font', 'Times New Roman', '`font` cannot be `Times New Roman`', 'here it is `Tinos`'],
    ['style.font.body', 'Georgia', '`body` cannot be `Georgia`', 'here it is `Gelasio`'],
    ['style.size', '10', '`size` cannot be `10`: it goes in steps of 1.5', 'write 9 or 10.5'],
    ['style.size', '24', '`size` cannot be `24`', '18 at most'],
    ['style.density', 'compat', '`density` cannot be `compat`', 'did you mean `compact`?'],
    [
      'style',
      'compact',
      '`style` should be a group of `key: value` lines, but here is text',
      'set what stands in it: style.accent, style.font, style.size, style.density',
    ],
    [
      'titles',
      'Jobs',
      '`titles` should be a group of `key: value` lines, but here is text',
      'set one of them: titles.work=…',
    ],
    ['paper', 'a5', '`paper` cannot be `a5`', 'did you mean `a4`?'],
    ['meta.style.size', '9', 'all that can be set stands in `meta`', 'leave `meta.` out: style.size=…'],
    [
      'basics.name',
      'Ada',
      'unknown key `basics` in meta',
      'only what stands in `meta` can be set here: write it in the file',
    ],
    ['', 'x', 'there is no name before `=`', 'write one such as style.accent=#0b5a44'],
    ['style.', 'x', 'there is no name before `=`', 'write one such as style.accent=#0b5a44'],
    ['__proto__.polluted', 'x', expect.stringContaining('in meta'), expect.any(String)],
  ])('%s = %j is wrong usage', (path, value, message, hint) => {
    let error: unknown;
    try {
      set(path, value);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(UsageError);
    const { message: said, hint: way } = error as UsageError;
    const prefix = `--set ${path}: `;
    expect(said.startsWith(prefix)).toBe(true);
    expect([said.slice(prefix.length), way]).toEqual([message, hint]);
  });
});

it('no setting leaves the tree as it is', () => {
  const parsed = parseSource('a: 1', 'cv.yaml');
  if (!('tree' in parsed)) throw new Error('no tree');
  expect(applySettings(parsed.tree, [])).toBe(parsed.tree);
});
