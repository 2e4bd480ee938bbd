import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/resume/locales.js';
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

/** How each language writes what a résumé says of time. */
const TIMES: Record<Language, Record<'months' | 'dates' | 'seasons' | 'circa' | 'periods', string>> = {
  en: {
    months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    dates: '2015 · May 2015 · Sep 13, 2015 · May 1, 2015 · Q4 2017',
    seasons: 'Spring 2019 · Summer 2019 · Autumn 2019 · Winter 2019',
    circa: 'c. May 1990',
    periods: 'May 2015 – Present · Sep 2015 – Mar 2021 · Q4 2017 – Present',
  },
  de: {
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    dates: '2015 · Mai 2015 · 13. September 2015 · 1. Mai 2015 · Q4 2017',
    seasons: 'Frühjahr 2019 · Sommer 2019 · Herbst 2019 · Winter 2019',
    circa: 'ca. Mai 1990',
    periods: 'Mai 2015 – heute · September 2015 – März 2021 · Q4 2017 – heute',
  },
  fr: {
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    dates: '2015 · mai 2015 · 13 septembre 2015 · 1er mai 2015 · T4 2017',
    seasons: 'printemps 2019 · été 2019 · automne 2019 · hiver 2019',
    circa: 'vers mai 1990',
    periods: 'mai 2015 – aujourd’hui · septembre 2015 – mars 2021 · T4 2017 – aujourd’hui',
  },
  es: {
    months: 'ene feb mar abr may jun jul ago sep oct nov dic',
    dates: '2015 · may 2015 · 13 de septiembre de 2015 · 1 de mayo de 2015 · T4 2017',
    seasons: 'primavera 2019 · verano 2019 · otoño 2019 · invierno 2019',
    circa: 'hacia may 1990',
    periods: 'may 2015 – actualidad · sep 2015 – mar 2021 · T4 2017 – actualidad',
  },
  pt: {
    months: 'jan fev mar abr mai jun jul ago set out nov dez',
    dates: '2015 · mai 2015 · 13 de setembro de 2015 · 1º de maio de 2015 · T4 2017',
    seasons: 'primavera 2019 · verão 2019 · outono 2019 · inverno 2019',
    circa: 'c. mai 1990',
    periods: 'mai 2015 – presente · set 2015 – mar 2021 · T4 2017 – presente',
  },
  it: {
    months: 'gen feb mar apr mag giu lug ago set ott nov dic',
    dates: '2015 · mag 2015 · 13 settembre 2015 · 1º maggio 2015 · T4 2017',
    seasons: 'primavera 2019 · estate 2019 · autunno 2019 · inverno 2019',
    circa: 'circa mag 1990',
    periods: 'mag 2015 – presente · set 2015 – mar 2021 · T4 2017 – presente',
  },
  nl: {
    months: 'jan feb mrt apr mei jun jul aug sep okt nov dec',
    dates: '2015 · mei 2015 · 13 september 2015 · 1 mei 2015 · Q4 2017',
    seasons: 'voorjaar 2019 · zomer 2019 · najaar 2019 · winter 2019',
    circa: 'ca. mei 1990',
    periods: 'mei 2015 – heden · sep 2015 – mrt 2021 · Q4 2017 – heden',
  },
  pl: {
    months: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
    dates: '2015 · maj 2015 · 13 września 2015 · 1 maja 2015 · IV kw. 2017',
    seasons: 'wiosna 2019 · lato 2019 · jesień 2019 · zima 2019',
    circa: 'ok. maj 1990',
    periods: 'maj 2015 – obecnie · wrz 2015 – mar 2021 · IV kw. 2017 – obecnie',
  },
  el: {
    months: 'Ιαν Φεβ Μάρ Απρ Μάι Ιούν Ιούλ Αύγ Σεπ Οκτ Νοέ Δεκ',
    dates: '2015 · Μάι 2015 · 13 Σεπτεμβρίου 2015 · 1 Μαΐου 2015 · 4ο τρίμηνο 2017',
    seasons: 'άνοιξη 2019 · καλοκαίρι 2019 · φθινόπωρο 2019 · χειμώνας 2019',
    circa: 'περίπου Μάι 1990',
    periods: 'Μάι 2015 – σήμερα · Σεπ 2015 – Μάρ 2021 · 4ο τρίμηνο 2017 – σήμερα',
  },
  ru: {
    months: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    dates: '2015 · май 2015 · 13 сентября 2015 · 1 мая 2015 · IV кв. 2017',
    seasons: 'весна 2019 · лето 2019 · осень 2019 · зима 2019',
    circa: 'ок. май 1990',
    periods: 'май 2015 – настоящее время · сентябрь 2015 – март 2021 · IV кв. 2017 – настоящее время',
  },
  uk: {
    months: 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    dates: '2015 · травень 2015 · 13 вересня 2015 · 1 травня 2015 · IV кв. 2017',
    seasons: 'весна 2019 · літо 2019 · осінь 2019 · зима 2019',
    circa: 'бл. травень 1990',
    periods: 'травень 2015 – дотепер · вересень 2015 – березень 2021 · IV кв. 2017 – дотепер',
  },
  tr: {
    months: 'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
    dates: '2015 · May 2015 · 13 Eylül 2015 · 1 Mayıs 2015 · 2017 4. çeyrek',
    seasons: 'İlkbahar 2019 · Yaz 2019 · Sonbahar 2019 · Kış 2019',
    circa: 'yaklaşık May 1990',
    periods: 'May 2015 – Halen · Eyl 2015 – Mar 2021 · 2017 4. çeyrek – Halen',
  },
  ja: {
    months: '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
    dates: '2015年 · 2015年5月 · 2015年9月13日 · 2015年5月1日 · 2017年第4四半期',
    seasons: '2019年春 · 2019年夏 · 2019年秋 · 2019年冬',
    circa: '1990年5月頃',
    periods: '2015年5月 – 現在 · 2015年9月 – 2021年3月 · 2017年第4四半期 – 現在',
  },
  'zh-Hans': {
    months: '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
    dates: '2015年 · 2015年5月 · 2015年9月13日 · 2015年5月1日 · 2017年第4季度',
    seasons: '2019年春 · 2019年夏 · 2019年秋 · 2019年冬',
    circa: '约1990年5月',
    periods: '2015年5月 – 至今 · 2015年9月 – 2021年3月 · 2017年第4季度 – 至今',
  },
  ko: {
    months: '1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월',
    dates: '2015년 · 2015년 5월 · 2015년 9월 13일 · 2015년 5월 1일 · 2017년 4분기',
    seasons: '2019년 봄 · 2019년 여름 · 2019년 가을 · 2019년 겨울',
    circa: '1990년 5월경',
    periods: '2015년 5월 – 현재 · 2015년 9월 – 2021년 3월 · 2017년 4분기 – 현재',
  },
  ar: {
    months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    dates: '2015 · مايو 2015 · 13 سبتمبر 2015 · 1 مايو 2015 · الربع الرابع من 2017',
    seasons: 'ربيع 2019 · صيف 2019 · خريف 2019 · شتاء 2019',
    circa: 'نحو مايو 1990',
    periods: 'مايو 2015 – حتى الآن · سبتمبر 2015 – مارس 2021 · الربع الرابع من 2017 – حتى الآن',
  },
  he: {
    months: 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
    dates: '2015 · מאי 2015 · 13 בספטמבר 2015 · 1 במאי 2015 · רבעון 4, 2017',
    seasons: 'אביב 2019 · קיץ 2019 · סתיו 2019 · חורף 2019',
    circa: 'בסביבות מאי 1990',
    periods: 'מאי 2015 – היום · ספטמבר 2015 – מרץ 2021 · רבעון 4, 2017 – היום',
  },
};

/** Where the year comes first. */
const YEARS: Partial<Record<Language, string>> = { ja: '2015年#', 'zh-Hans': '2015年#', ko: '2015년 #' };

const MONTHS = Array.from({ length: 12 }, (_, index) => `2015-${String(index + 1).padStart(2, '0')}`);
const SINGLE = {
  dates: ['2015', '2015-05', '2015-09-13', '2015-05-01', '2017-Q4'],
  seasons: ['2019-spring', '2019-summer', '2019-autumn', '2019-winter'],
  circa: ['~1990-05'],
};
const SPANS: [start: string, end: string | undefined][] = [
  ['2015-05-03', undefined],
  ['2015-09', '2021-03'],
  ['2017-Q4', 'present'],
];

describe.each(LANGUAGES)('in %s', (language) => {
  const words = labelsFor(language);

  it('a month is a name and a year', () => {
    const year = YEARS[language] ?? '# 2015';
    const expected = TIMES[language].months.split(' ').map((name) => year.replace('#', name));
    expect(MONTHS.map((month) => formatDate(month, words))).toEqual(expected);
  });

  it.each(['dates', 'seasons', 'circa'] as const)('%s are written as there', (kind) => {
    expect(SINGLE[kind].map((date) => formatDate(date, words)).join(' · ')).toBe(TIMES[language][kind]);
  });

  it('periods are written as there', () => {
    const shown = SPANS.map(([start, end]) => formatPeriod(start, end, words));
    expect(shown.join(' · ')).toBe(TIMES[language].periods);
  });
});

describe('a region', () => {
  it.each([
    // British `Intl` says `Sept` and Australian `June`; a résumé has three letters for every month.
    ['en-GB', 'Sep 2015', '13 Sep 2015'],
    ['en-AU', 'Sep 2015', '13 Sep 2015'],
    ['en-CA', 'Sep 2015', 'Sep 13, 2015'],
    ['de-CH', 'September 2015', '13. September 2015'],
    ['es-AR', 'sep 2015', '13 de septiembre de 2015'],
    ['es-MX', 'sep 2015', '13 de septiembre de 2015'],
    // Portuguese `Intl` says `09/2015` where it may abbreviate.
    ['pt-PT', 'set 2015', '13 de setembro de 2015'],
    ['pt-BR', 'set 2015', '13 de setembro de 2015'],
    ['fr-CA', 'septembre 2015', '13 septembre 2015'],
    ['ru-UA', 'сентябрь 2015', '13 сентября 2015'],
    // Neither another calendar nor other digits.
    ['en-u-ca-buddhist', 'Sep 2015', 'Sep 13, 2015'],
    ['de-u-nu-arab', 'September 2015', '13. September 2015'],
    ['ja-JP-u-ca-japanese', '2015年9月', '2015年9月13日'],
    ['ar-SA', 'سبتمبر 2015', '13 سبتمبر 2015'],
    ['ar-SY', 'أيلول 2015', '13 أيلول 2015'],
    ['zh-SG', '2015年9月', '2015年9月13日'],
    ['he-IL', 'ספטמבר 2015', '13 בספטמבר 2015'],
  ])('%s has %s and %s', (locale, month, day) => {
    const words = labelsFor(locale);
    expect([formatDate('2015-09', words), formatDate('2015-09-13', words)]).toEqual([month, day]);
  });

  it('has its own names of months', () => {
    expect(formatDate('2015-01', labelsFor('de-AT'))).toBe('Jänner 2015');
    expect(formatDate('2015-06', labelsFor('en-AU'))).toBe('Jun 2015');
  });
});

describe('the machine’s time zone', () => {
  // A process of its own, because a running one keeps the zone it was started in.
  const script = buildSync({
    stdin: {
      contents: `
        import { labelsFor } from './src/view/labels.ts';
        import { formatDate, formatPeriod } from './src/view/period.ts';
        const { dates, periods, languages, months } = JSON.parse(process.argv[1]);
        const labels = labelsFor('en');
        console.log(JSON.stringify({
          offset: new Date(2020, 0, 1).getTimezoneOffset(),
          dates: dates.map((date) => formatDate(date, labels)),
          periods: periods.map(([start, end]) => formatPeriod(start ?? undefined, end ?? undefined, labels) ?? null),
          months: languages.map((language) =>
            months.map((month) => formatDate(month, labelsFor(language)).replace(/ 2015|2015[年년] ?/, '')).join(' ')),
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
    const input = JSON.stringify({
      dates: DATES.map(([written]) => written),
      periods: PERIODS,
      languages: LANGUAGES,
      months: MONTHS,
    });
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', String(script), input], {
      env: { TZ: zone },
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual({
      offset,
      dates: DATES.map(([, shown]) => shown),
      periods: PERIODS.map(([, , shown]) => shown ?? null),
      months: LANGUAGES.map((language) => TIMES[language].months),
    });
  });
});
