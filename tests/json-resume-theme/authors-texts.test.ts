import { expect, test } from 'vitest';
import { findMissing } from '../../src/check/find-anywhere.js';
import { readHtml } from '../../src/check/read-html.js';
import { authorsTexts } from '../../src/json-resume-theme/authors-texts.js';
import { buildView } from '../../src/view/build-view.js';
import { resumeOf } from '../page/samples.js';

// What another program's page has to show, and what counts as shown.

const RESUME = resumeOf(`basics:
  name: Ada Example
  url: https://www.ada.example.com/
  location: { city: Leeds, countryCode: GB }
work:
  - name: Northwind
    position: Engineer
    startDate: 2018-05
    endDate: 2020-09
    summary: "Lead of **two** teams.\\n\\nAnd of a third."
    highlights: [Cut the run by half]
publications:
  - { name: On peat, doi: 10.5555/12345678 }
skills:
  - { name: Go }
  - { name: Languages, keywords: [Go, { name: Rust, level: expert, years: 6 }] }
meta: { titles: { work: Employment } }
`);

const texts = authorsTexts(buildView(RESUME), RESUME);
const missing = (html: string) =>
  findMissing(texts, readHtml(html)).map(({ path, plain }) => `${path}: ${plain}`);

test('the author’s own words, paragraph by paragraph; no heading, no country’s name, no words of ours', () => {
  expect(texts.map(({ plain }) => plain)).toEqual([
    'Ada Example',
    'ada.example.com',
    'Engineer',
    'Northwind',
    'Lead of two teams.',
    'And of a third.',
    '2018',
    '2020',
    'Cut the run by half',
    'Go',
    'Languages',
    'Go',
    'Rust',
    'expert',
    'On peat',
  ]);
});

const WHOLE = `<h1>Ada Example</h1><p>05/2018–09/2020 Engineer, Northwind</p><p>Lead of two teams.</p><p>And of a third.</p>
<a href="https://www.ada.example.com">home</a><p>Cut the run by half</p><i>Go</i> Languages: Go, Rust (expert) On peat`;

test('any order will do, any wording of dates, and a link for an address', () => {
  expect(missing(WHOLE)).toEqual([]);
});

test('what stands there less often than it should is missing', () => {
  expect(missing(WHOLE.replace('<i>Go</i>', ''))).toEqual(['skills[1].keywords[0]: Go']);
  expect(missing(WHOLE.replace('2020', '20'))).toEqual(['work[0].startDate: 2020']);
  expect(missing(WHOLE.replace('And of a third.', 'And of a'))).toEqual(['work[0].summary: And of a third.']);
});

test('a short word inside of another is none; a longer text may touch its neighbour', () => {
  expect(missing(WHOLE.replace('<i>Go</i>', 'Google'))).toEqual(['skills[1].keywords[0]: Go']);
  expect(missing(WHOLE.replace('<p>Cut', '<p>2020Cut'))).toEqual([]);
});

test('in a text that runs from right to left the words are looked for, for a PDF may paint them in another order', () => {
  const arabic = { path: 'basics.summary', plain: 'خدمة Go منذ 2019', html: '' };
  const read = (html: string) => findMissing([arabic], readHtml(html));
  expect(read('<p>2019 خدمة منذ Go</p>')).toEqual([]);
  expect(read('<p>2019 خدمة Go</p>')).toEqual([arabic]);
});
