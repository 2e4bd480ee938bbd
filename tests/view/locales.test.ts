import { PDFDocument, PDFName, type PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../src/browser/open.js';
import { readDocx } from '../../src/check/read-docx.js';
import { readHtml } from '../../src/check/read-html.js';
import { readPdf } from '../../src/check/read-pdf.js';
import { embedFonts } from '../../src/page/embed-fonts.js';
import { renderDocument } from '../../src/pipeline.js';
import { LANGUAGES } from '../../src/resume/locales.js';
import { readResume } from '../../src/resume/read.js';
import { readTheme } from '../../src/theme/read.js';
import { buildView } from '../../src/view/build-view.js';
import { FORMATS, type Format } from '../../src/writers/formats.js';

/** A résumé that makes the product say every word it has. */
const ALL_LABELS = `basics: { name: Ada, location: { countryCode: DE }, summary: s }
work:
${Array.from({ length: 12 }, (_, month) => `  - { name: n, startDate: 2015-${String(month + 1).padStart(2, '0')} }`).join('\n')}
projects: [{ name: n, startDate: 2017-Q1, endDate: 2017-Q4 }, { name: n, startDate: ~1990, endDate: 2017-Q2 }]
education: [{ institution: i, minor: m, score: "1", honors: h, thesis: t, courses: [c] }]
skills: [{ name: s, years: 1, keywords: [{ name: k, years: 2 }, { name: k, years: 5 }] }]
languages: [{ language: l }]
certificates: [{ name: c, credentialId: "1", expires: 2028-05 }]
awards: [{ title: a, date: 2019-spring }, { title: a, date: 2019-winter }]
publications: [{ name: p, pages: "1" }, { name: p, pages: 1–2 }]
talks:
${Array.from({ length: 12 }, (_, month) => `  - { name: t, date: 2015-${String(month + 1).padStart(2, '0')}-01 }`).join('\n')}
patents: [{ name: p, date: 2019-summer }, { name: p, date: 2019-autumn }]
volunteer: [{ organization: o }]
memberships: [{ organization: o }]
interests: [{ name: i }]
references: [{ name: r }]
`;

const read = (source: string) => {
  const { resume, diagnostics } = readResume(source, 'resume.yaml');
  expect(diagnostics).toEqual([]);
  if (!resume) throw new Error('no résumé');
  return resume;
};

describe.each(LANGUAGES)('the words of %s', (language) => {
  it('have letters in the fonts of classic, upright and italic, small and capital', async () => {
    const theme = await readTheme('classic');
    const view = buildView(read(`${ALL_LABELS}meta: { locale: ${language} }`));
    expect(view.sections).toHaveLength(15);
    const loud = { ...theme, styles: { ...theme.styles, 'Heading 1': { italic: true, uppercase: true } } };
    expect((await embedFonts(theme, view)).missing).toEqual([]);
    expect((await embedFonts(loud, view)).missing).toEqual([]);
  });
});

describe('a language without words', () => {
  const said = (locale: string) =>
    readResume(`basics: {name: Ada}\nmeta: {locale: ${locale}}`, 'resume.yaml').diagnostics.map(
      ({ severity, rule, path, place, message, suggestion }) =>
        `${place?.line}:${place?.column}+${place?.length} ${severity} ${rule} <${path}> ${message} → ${suggestion}`,
    );
  const languages = 'en, de, fr, es, pt, it, nl, pl, el, ru, uk, tr';

  it.each(['ja', 'zh-Hant-TW', 'ar-EG'])('is told: %s', (locale) => {
    expect(said(locale)).toEqual([
      `2:16+${locale.length} warning no-language-pack <meta.locale> there is no language pack for \`${locale}\`, so headings and dates are English → there are ${languages}`,
    ]);
  });

  it('is declared all the same, for the author’s words are in it', () => {
    const { resume } = readResume(
      'basics: {name: Ada}\nwork: [{name: N}]\nmeta: {locale: ja}',
      'resume.yaml',
    );
    const view = resume && buildView(resume);
    expect(view).toMatchObject({ lang: 'ja', title: 'Ada – Résumé' });
    expect(view?.sections.map(({ title }) => title.plain)).toEqual(['Experience']);
  });

  it.each([...LANGUAGES, 'de-CH', 'fr-CA', 'pt-BR', 'en-GB', 'DE'])('is not %s', (locale) => {
    expect(said(locale)).toEqual([]);
  });
});

const SAMPLES: [locale: string, source: string, title: string, headings: string[], words: string[]][] = [
  [
    'de-AT',
    `basics: { name: Änne Größl, label: Ingenieurin, email: a@example.com, summary: Baut **Brücken** für Straßen. }
work: [{ name: Süd AG, position: Leiterin, startDate: 2015-01-07, highlights: [Größte Brücke über die Donau.] }]
education: [{ institution: TU Wien, studyType: DI, area: Bau, startDate: 2009-10, endDate: 2015-03, thesis: Licht }]
skills: [{ name: Statik, years: 9, keywords: [Beton] }]
`,
    'Änne Größl – Lebenslauf',
    ['Profil', 'Berufserfahrung', 'Ausbildung', 'Kenntnisse'],
    ['Jänner 2015 – heute', 'Oktober 2009 – März 2015', 'Abschlussarbeit: Licht', 'Statik (9 Jahre): Beton'],
  ],
  [
    'el',
    `basics: { name: Άννα Παπαδάκη, label: Μηχανικός, email: a@example.com, summary: Σχεδιάζει **γέφυρες** στην Ελλάδα. }
work: [{ name: Έργα ΑΕ, position: Διευθύντρια, startDate: 2015-05-07, highlights: [Η μεγαλύτερη γέφυρα.] }]
education: [{ institution: ΕΜΠ, area: Πολιτική μηχανική, startDate: 2009-06, endDate: 2015-03, thesis: Φως }]
skills: [{ name: Στατική, years: 9, keywords: [σκυρόδεμα] }]
`,
    'Άννα Παπαδάκη – Βιογραφικό σημείωμα',
    ['Προφίλ', 'Επαγγελματική εμπειρία', 'Εκπαίδευση', 'Δεξιότητες'],
    ['Μάι 2015 – σήμερα', 'Ιούν 2009 – Μάρ 2015', 'Διπλωματική εργασία: Φως', 'Στατική (9 έτη): σκυρόδεμα'],
  ],
  [
    'ru',
    `basics: { name: Анна Ёлкина, label: Инженер, email: a@example.com, summary: Строит **мосты** через большие реки. }
work: [{ name: Мост, position: Руководитель, startDate: 2015-05-07, highlights: [Самый длинный мост.] }]
education: [{ institution: МГУ, area: Физика, startDate: 2009-09, endDate: 2015-06, thesis: Свет }]
skills: [{ name: Статика, years: 22, keywords: [бетон] }]
`,
    'Анна Ёлкина – Резюме',
    ['О себе', 'Опыт работы', 'Образование', 'Навыки'],
    [
      'май 2015 – настоящее время',
      'сентябрь 2009 – июнь 2015',
      'Дипломная работа: Свет',
      'Статика (22 года): бетон',
    ],
  ],
];

describe.each(SAMPLES)('a résumé in %s', (locale, source, title, headings, words) => {
  let browser: Browser;
  let rendering: Awaited<ReturnType<typeof renderDocument>>;
  beforeAll(async () => {
    browser = openBrowser({ env: process.env });
    rendering = await renderDocument(
      read(`${source}meta: { locale: ${locale} }`),
      await readTheme('classic'),
      {
        formats: FORMATS,
        file: 'resume.yaml',
        date: new Date(Date.UTC(2026, 0, 2)),
        browser: () => browser,
      },
    );
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  const bytes = (format: Format) => {
    const file = rendering.files.find((written) => written.format === format);
    if (!file) throw new Error(`no ${format}: ${JSON.stringify(rendering.diagnostics)}`);
    return file.bytes;
  };
  const squeezed = (text: string) => text.replaceAll(/\s/g, '');

  it('breaks no rule and loses no word', () => {
    expect(rendering.diagnostics).toEqual([]);
    expect(rendering.files.map(({ format }) => format)).toEqual(FORMATS);
  });

  it('has the headings and the words of its language in every format', async () => {
    const html = readHtml(Buffer.from(bytes('html')).toString('utf8'));
    const docx = await readDocx(bytes('docx'));
    const pdf = await readPdf(bytes('pdf'));
    expect(html.headings.filter(({ level }) => level === 2).map(({ text }) => text)).toEqual(headings);
    expect(docx.headings).toEqual(html.headings);
    expect(pdf.headings.map(({ text }) => squeezed(text))).toEqual(
      html.headings.map(({ text }) => squeezed(text)),
    );
    for (const reading of [html, docx, pdf]) {
      const all = squeezed(reading.words.map(({ text }) => text).join(' '));
      for (const word of words) expect(all).toContain(squeezed(word));
    }
  });

  it('says its language and its kind in the properties', async () => {
    const page = Buffer.from(bytes('html')).toString('utf8');
    expect(page).toContain(`lang="${locale}"`);
    expect(page).toContain(`<title>${title}</title>`);
    const pdf = await PDFDocument.load(bytes('pdf'), { updateMetadata: false });
    expect(pdf.getTitle()).toBe(title);
    expect((pdf.catalog.lookup(PDFName.of('Lang')) as PDFString).decodeText()).toBe(locale);
  });
});
