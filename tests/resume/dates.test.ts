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

describe('a date that others write', () => {
  const year = (year: number) => ({ precision: 'year', year, circa: false, spelling: String(year) });
  const month = (spelling: string) => {
    const [year, month] = spelling.split('-').map(Number);
    return { precision: 'month', year, month, circa: false, spelling };
  };
  const day = (spelling: string) => {
    const [year, month, day] = spelling.split('-').map(Number);
    return { precision: 'day', year, month, day, circa: false, spelling };
  };
  const quarter = (year: number, quarter: number) => {
    return { precision: 'quarter', year, quarter, circa: false, spelling: `${year}-Q${quarter}` };
  };
  const season = (year: number, season: string, word = season) => {
    return { precision: 'season', year, season, circa: false, spelling: `${year}-${word}` };
  };
  const present = { precision: 'present', spelling: 'present' };

  it.each([
    ['now', present],
    ['Current', present],
    ['ONGOING', present],
    [' today ', present],
    ['2014-', year(2014)],
    ['2014 –', year(2014)],
    ['2018-5', month('2018-05')],
    ['2015/05', month('2015-05')],
    ['2015.05', month('2015-05')],
    ['05/2015', month('2015-05')],
    ['5/2015', month('2015-05')],
    ['05.2015', month('2015-05')],
    ['12-2015', month('2015-12')],
    ['May 2015', month('2015-05')],
    ['May, 2015', month('2015-05')],
    ['may  2015', month('2015-05')],
    ['Sept 2015', month('2015-09')],
    ['Sept. 2015', month('2015-09')],
    ['SEP. 2015', month('2015-09')],
    ['September 2015', month('2015-09')],
    ['Dec., 2015', month('2015-12')],
    ['2018-5-3', day('2018-05-03')],
    ['2015/05/31', day('2015-05-31')],
    ['15 May 2015', day('2015-05-15')],
    ['1 Jan. 2015', day('2015-01-01')],
    ['May 15, 2015', day('2015-05-15')],
    ['Feb. 29 2020', day('2020-02-29')],
    ['2018-05-12T00:00:00.000Z', day('2018-05-12')],
    ['2018-05-12T23:59:59-11:00', day('2018-05-12')],
    ['2018-01-01 00:00', day('2018-01-01')],
    ['May-2015', month('2015-05')],
    ['2015 May', month('2015-05')],
    ['201505', month('2015-05')],
    ['20150512', day('2015-05-12')],
    ['2015-00', year(2015)],
    ['2015-00-00', year(2015)],
    ['2015-05-00', month('2015-05')],
    ['1st of May 2015', day('2015-05-01')],
    ['May 2nd, 2015', day('2015-05-02')],
    ['15.05.2015', day('2015-05-15')],
    ['15/06/2015', day('2015-06-15')],
    ['06/15/2015', day('2015-06-15')],
    ['5/05/2015', day('2015-05-05')],
    ['2015年5月', month('2015-05')],
    ['2015 年 5 月 12 日', day('2015-05-12')],
    ['2015년 5월', month('2015-05')],
    ['Summer 2015', season(2015, 'summer')],
    ['Fall, 2019', season(2019, 'autumn', 'fall')],
    ['2020 Spring', season(2020, 'spring')],
    ['Q1 2020', quarter(2020, 1)],
    ['2020Q4', quarter(2020, 4)],
    ['currently', present],
    ['heute', present],
    ['Actualidad', present],
    ['aujourd’hui', present],
    ['по настоящее время', present],
    ['至今', present],
  ])('and that leaves no doubt is read, with our spelling of it: %s', (written, date) => {
    expect(parseDate(written)).toEqual(date);
  });

  it.each([
    ['Mai 2015', '2015-05'],
    ['März 2015', '2015-03'],
    ['mayo de 2015', '2015-05'],
    ['sept. de 2015', '2015-09'],
    ['dezembro de 2015', '2015-12'],
    ['févr. 2015', '2015-02'],
    ['fevrier 2015', '2015-02'],
    ['gennaio 2015', '2015-01'],
    ['mrt 2015', '2015-03'],
    ['marca 2015', '2015-03'],
    ['Ιούνιος 2015', '2015-06'],
    ['май 2015 г.', '2015-05'],
    ['травень 2015', '2015-05'],
    ['Ağustos 2015', '2015-08'],
  ])('may name the month in another language: %s', (written, spelling) => {
    expect(parseDate(written)).toEqual(month(spelling));
  });

  it.each([
    ['1. Mai 2015', '2015-05-01'],
    ['1er mai 2015', '2015-05-01'],
    ['12 de mayo de 2018', '2018-05-12'],
    ['12 мая 2018 г.', '2018-05-12'],
  ])('and the day too: %s', (written, spelling) => {
    expect(parseDate(written)).toEqual(day(spelling));
  });

  it.each(['Pacific/Honolulu', 'UTC', 'Pacific/Kiritimati'])('is the same day in %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(parseDate('2018-01-01T00:00:00.000Z')).toEqual(day('2018-01-01'));
      expect(parseDate('Dec 31, 2018')).toEqual(day('2018-12-31'));
      expect(parseDate('2018-01')).toEqual({ precision: 'month', year: 2018, month: 1, circa: false });
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it.each(
    [
      ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
      ...['october', 'november', 'december'],
    ].map((name, index) => [name, index + 1] as const),
  )('knows %s, whole and short', (name, month) => {
    expect(parseDate(`${name} 2015`)).toMatchObject({ month });
    expect(parseDate(`${name.slice(0, 3)} 2015`)).toMatchObject({ month });
  });
});

describe('what is no date of ours stays as it is written', () => {
  it.each([
    '2018-13',
    '2018-01-32',
    '2018-04-31',
    '2018-13-31',
    '201513',
    '20151301',
    '13/13/2015',
    'listopad 2015',
    'lip 2015',
    'jui 2015',
    'TBD',
    '1430438400',
    '2018-02-29',
    '1900-02-29',
    '2019-02-30',
    '2017-Q0',
    '2017-Q5',
    '2019-monsoon',
    '2019-spring-1',
    '05/06/2015',
    '05.06.2015',
    '2015/05-06',
    '13/2015',
    '2018-13-01T00:00:00Z',
    '2018-02-30T00:00:00Z',
    '2018-05-12T',
    '31 April 2015',
    'April 31, 2015',
    'Mayday 2015',
    'Ma 2015',
    'May 15',
    "May '15",
    '~May 2015',
    '2014 - 2016',
    'until now',
    'today!',
    '18',
    'c. 1990',
    '~present',
    '~',
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
