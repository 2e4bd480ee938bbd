import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/resume/dates.js';

describe('a date keeps its precision', () => {
  it.each([
    ['2018', { precision: 'year', year: 2018, circa: false }],
    ['0099', { precision: 'year', year: 99, circa: false }],
    ['2018-05', { precision: 'month', year: 2018, month: 5, circa: false }],
    ['2018-12', { precision: 'month', year: 2018, month: 12, circa: false }],
    ['2018-05-12', { precision: 'day', year: 2018, month: 5, day: 12, circa: false }],
    ['2018-01-31', { precision: 'day', year: 2018, month: 1, day: 31, circa: false }],
    ['2018-04-30', { precision: 'day', year: 2018, month: 4, day: 30, circa: false }],
    ['2020-02-29', { precision: 'day', year: 2020, month: 2, day: 29, circa: false }],
    ['2000-02-29', { precision: 'day', year: 2000, month: 2, day: 29, circa: false }],
    ['2017-Q4', { precision: 'quarter', year: 2017, quarter: 4, circa: false }],
    ['2017-q1', { precision: 'quarter', year: 2017, quarter: 1, circa: false }],
    ['2019-spring', { precision: 'season', year: 2019, season: 'spring', circa: false }],
    ['2019-Summer', { precision: 'season', year: 2019, season: 'summer', circa: false }],
    ['2019-autumn', { precision: 'season', year: 2019, season: 'autumn', circa: false }],
    ['2019-fall', { precision: 'season', year: 2019, season: 'autumn', circa: false }],
    ['2019-WINTER', { precision: 'season', year: 2019, season: 'winter', circa: false }],
    ['~1990', { precision: 'year', year: 1990, circa: true }],
    ['~ 1990-05', { precision: 'month', year: 1990, month: 5, circa: true }],
    ['~1990-spring', { precision: 'season', year: 1990, season: 'spring', circa: true }],
    ['present', { precision: 'present' }],
    [' Present ', { precision: 'present' }],
    [' 2018-05 ', { precision: 'month', year: 2018, month: 5, circa: false }],
  ])('%s', (written, date) => {
    expect(parseDate(written)).toEqual(date);
  });
});

describe('what is no date of ours stays as it is written', () => {
  it.each([
    '2018-13',
    '2018-00',
    '2018-05-00',
    '2018-01-32',
    '2018-04-31',
    '2018-13-31',
    '2018-02-29',
    '1900-02-29',
    '2019-02-30',
    '2017-Q0',
    '2017-Q5',
    '2019-monsoon',
    '2019-spring-1',
    '2018-5',
    '2018/05',
    '05-2018',
    '2018-05-12T10:00:00Z',
    '20180512',
    '18',
    'May 2018',
    'c. 1990',
    '~present',
    '~',
    'now',
    '2018–2019',
    '２０１８',
    'constructor',
    '2019-constructor',
    '',
  ])('%s', (written) => {
    expect(parseDate(written)).toEqual({ precision: 'text', text: written });
  });

  it('less the white space around it', () => {
    expect(parseDate(' soon ')).toEqual({ precision: 'text', text: 'soon' });
  });
});
