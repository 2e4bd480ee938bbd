import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { labelsFor } from '../../src/view/labels.js';
import { formatDate, formatPeriod } from '../../src/view/period.js';

const labels = labelsFor('en');

const DATES: [written: string, shown: string][] = [
  ['2018', '2018'],
  ['2018-05', 'May 2018'],
  ['2018-01', 'Jan 2018'],
  ['2018-12', 'Dec 2018'],
  ['2018-05-12', 'May 12, 2018'],
  ['2018-01-01', 'Jan 1, 2018'],
  ['2018-12-31', 'Dec 31, 2018'],
  ['2020-02-29', 'Feb 29, 2020'],
  ['1900-03-01', 'Mar 1, 1900'],
  ['0099-03-01', 'Mar 1, 99'],
  ['2017-Q4', 'Q4 2017'],
  ['2019-spring', 'Spring 2019'],
  ['2019-fall', 'Autumn 2019'],
  ['~1990', 'c. 1990'],
  ['~1990-05', 'c. May 1990'],
  ['present', 'Present'],
  ['Present', 'Present'],
  ['sometime in May', 'sometime in May'],
  ['2018-13', '2018-13'],
  ['2019-02-29', '2019-02-29'],
];

const PERIODS: [start: string | undefined, end: string | undefined, shown: string | undefined][] = [
  ['2018', '2020', '2018 – 2020'],
  ['2018-05', '2020-01', 'May 2018 – Jan 2020'],
  ['2018-05-12', '2020-01-31', 'May 2018 – Jan 2020'],
  ['2018-01-01', '2018-12-31', 'Jan 2018 – Dec 2018'],
  ['2018', 'present', '2018 – Present'],
  ['2018', undefined, '2018 – Present'],
  [undefined, '2020', '2020'],
  [undefined, 'present', 'Present'],
  [undefined, undefined, undefined],
  ['present', undefined, 'Present'],
  ['2018', '2018', '2018'],
  ['2018-05-01', '2018-05-31', 'May 2018'],
  ['2018', '2018-05', '2018 – May 2018'],
  ['~1990', '2017-Q4', 'c. 1990 – Q4 2017'],
  ['2019-spring', '2019-winter', 'Spring 2019 – Winter 2019'],
  ['the war', 'the peace', 'the war – the peace'],
  ['2020–2021', undefined, '2020–2021'],
  ['~1990', undefined, 'c. 1990 – Present'],
  ['2017-Q4', undefined, 'Q4 2017 – Present'],
];

describe('a date', () => {
  it.each(DATES)('%s is printed as %s', (written, shown) => {
    expect(formatDate(written, labels)).toBe(shown);
  });
});

describe('a period', () => {
  it.each(PERIODS)('from %s to %s is printed as %s', (start, end, shown) => {
    expect(formatPeriod(start, end, labels)).toBe(shown);
  });
});

describe('the machine’s time zone', () => {
  // A process of its own, because a running one keeps the zone it was started in.
  const script = buildSync({
    stdin: {
      contents: `
        import { labelsFor } from './src/view/labels.ts';
        import { formatDate, formatPeriod } from './src/view/period.ts';
        const { dates, periods } = JSON.parse(process.argv[1]);
        const labels = labelsFor('en');
        console.log(JSON.stringify({
          offset: new Date(2020, 0, 1).getTimezoneOffset(),
          dates: dates.map((date) => formatDate(date, labels)),
          periods: periods.map(([start, end]) => formatPeriod(start ?? undefined, end ?? undefined, labels) ?? null),
        }));`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  }).outputFiles[0]?.text;

  it.each([
    ['Etc/GMT+12', 720],
    ['Etc/GMT-14', -840],
    ['America/New_York', 300],
  ])('%s has no say', (zone, offset) => {
    const input = JSON.stringify({ dates: DATES.map(([written]) => written), periods: PERIODS });
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', String(script), input], {
      env: { TZ: zone },
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual({
      offset,
      dates: DATES.map(([, shown]) => shown),
      periods: PERIODS.map(([, , shown]) => shown ?? null),
    });
  });
});
