import { describe, expect, it } from 'vitest';
import { type Budget, tellOverflow } from '../../src/fit/tell-overflow.js';

const text = (path: string, plain: string) => ({ path, plain, html: plain });

const PRINTED = [
  text('basics.name', 'Ada Example'),
  text('work[0].position', 'Engineer'),
  text('work[0].highlights[0]', 'Built a bridge that is long enough to stand on two pages'),
  text('education', 'Education'),
  text('education[0].area', 'Hydrology'),
  text('sections[0].title', 'Teaching at universities'),
  text('sections[0].entries[1].name', 'A teaching post with a name that goes on and on'),
  text('languages[0].language', 'Greek'),
];

const tell = (lines: string[], change: Partial<Budget> = {}) =>
  tellOverflow({ pages: 3, lines, points: 54 }, PRINTED, { pages: 1, from: 'résumé', ...change }, 'cv.yaml');

describe('a résumé that is too long', () => {
  it('is told of by lines, points and the entries that stand last', () => {
    expect(
      tell(['Teaching at universities', 'A teaching post with a', 'name that goes on and on', 'Greek']),
    ).toEqual({
      severity: 'error',
      rule: 'does-not-fit',
      file: 'cv.yaml',
      path: 'meta.pages',
      message:
        'does not fit 1 page: pressed as far as its theme allows, it is 4 lines (54 pt) too long; last stand “A teaching post with a name that goes o…” (sections[0].entries[1]) and “Greek” (languages[0])',
      suggestion: 'shorten or leave out what matters least, or allow 3 pages',
    });
  });

  it('has at most three entries named, those of texts that only end there among them', () => {
    const rest = [
      'Education',
      'Hydrology',
      'Teaching at universities',
      'A teaching post with a name that goes on and on',
      'Greek',
    ];
    const { message } = tell(['stand on two pages', ...rest]);
    expect(message).toMatch(
      /last stand “Hydrology” \(education\[0\]\), “A .*” \(.*\) and “Greek” \(languages\[0\]\)$/,
    );
    expect(tell(['stand on two pages', 'Education', 'Hydrology']).message).toMatch(
      /last stand “Engineer” \(work\[0\]\) and “Hydrology” \(education\[0\]\)$/,
    );
  });

  it('names one entry, or none where none is recognised', () => {
    expect(tell(['Greek']).message).toMatch(
      /it is 1 line \(54 pt\) too long; last stands “Greek” \(languages\[0\]\)$/,
    );
    expect(tell(['Something else']).message).toMatch(/1 line \(54 pt\) too long$/);
  });

  it('is about the file as a whole where the command line asked', () => {
    expect(tell(['Greek'], { from: 'option', pages: 2 })).toMatchObject({
      path: '',
      message: expect.stringContaining('2 pages'),
    });
  });
});
