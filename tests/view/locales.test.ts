import { PDFDocument, PDFName, type PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../src/browser/open.js';
import { readDocx } from '../../src/check/read-docx.js';
import { readHtml } from '../../src/check/read-html.js';
import { readPdf } from '../../src/check/read-pdf.js';
import { cleanText } from '../../src/check/words.js';
import { embedFonts } from '../../src/page/embed-fonts.js';
import { themeWishes } from '../../src/page/font-wishes.js';
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
    expect((await embedFonts(themeWishes(theme, view), view.lang)).missing).toEqual([]);
    expect((await embedFonts(themeWishes(loud, view), view.lang)).missing).toEqual([]);
  });
});

describe('a language without words', () => {
  const said = (locale: string) =>
    readResume(`basics: {name: Ada}\nmeta: {locale: ${locale}}`, 'resume.yaml').diagnostics.map(
      ({ severity, rule, path, place, message, suggestion }) =>
        `${place?.line}:${place?.column}+${place?.length} ${severity} ${rule} <${path}> ${message} → ${suggestion}`,
    );
  const languages = 'en, de, fr, es, pt, it, nl, pl, el, ru, uk, tr, ja, zh-Hans, ko, ar, he';

  it.each(['sv', 'zh-Hant-TW', 'zh-TW', 'fa-IR'])('is told: %s', (locale) => {
    expect(said(locale)).toEqual([
      `2:16+${locale.length} warning no-language-pack <meta.locale> there is no language pack for \`${locale}\`, so headings and dates are English → there are ${languages}`,
    ]);
  });

  it('is declared all the same, for the author’s words are in it', () => {
    const { resume } = readResume(
      'basics: {name: Ada}\nwork: [{name: N}]\nmeta: {locale: zh-TW}',
      'resume.yaml',
    );
    const view = resume && buildView(resume);
    expect(view).toMatchObject({ lang: 'zh-TW', title: 'Ada – Résumé' });
    expect(view?.sections.map(({ title }) => title.plain)).toEqual(['Experience']);
  });

  it.each([...LANGUAGES, 'de-CH', 'fr-CA', 'pt-BR', 'en-GB', 'DE', 'zh-CN', 'zh-SG', 'ar-EG', 'ja-JP'])(
    'is not %s',
    (locale) => {
      expect(said(locale)).toEqual([]);
    },
  );
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
  [
    'ja',
    `basics: { name: 佐藤 花, label: エンジニア, email: a@example.com, summary: 在庫管理の**設計**から運用までを担当。GoとSQLを使います。 }
work: [{ name: 港倉庫株式会社, position: 主任, startDate: 2015-05-07, highlights: ["配送経路の最適化により、一台あたりの走行距離を平均12%削減し、夜間の呼び出しを月に20件からおよそ2件まで減らすことができました。"] }]
education: [{ institution: 汐見台大学, area: 情報工学, startDate: 2009, endDate: 2015, thesis: 光 }]
skills: [{ name: 言語, years: 9, keywords: [{ name: Go, level: 実務 }, SQL] }]
certificates: [{ name: 試験, date: 2021-03-05 }]
`,
    '佐藤 花 – 職務経歴書',
    ['職務要約', '職歴', '学歴', 'スキル', '資格・免許'],
    ['2015年5月 – 現在', '2009年 – 2015年', '論文題目：光', '言語（9年）：Go（実務）、SQL', '2021年3月5日'],
  ],
  [
    'zh-CN',
    `basics: { name: 林溪, label: 工程师, email: a@example.com, summary: 十年**后端**经验。 }
work: [{ name: 青屿公司, position: 高级工程师, startDate: 2015-05-07, highlights: ["主导实时数仓建设，用Apache Kafka和ClickHouse替换离线任务，报表延迟从6小时降到5分钟，每天处理约3亿条事件，并建立了完整的数据质量体系。"] }]
education: [{ institution: 钱塘湾大学, area: 计算机, startDate: 2009-09, endDate: 2015-06, thesis: 光 }]
skills: [{ name: 语言, years: 9, keywords: [Go, SQL] }]
certificates: [{ name: 设计师, date: 2021-03-05 }]
`,
    '林溪 – 简历',
    ['个人简介', '工作经历', '教育背景', '专业技能', '资格证书'],
    ['2015年5月 – 至今', '2009年9月 – 2015年6月', '论文题目：光', '语言（9年）：Go、SQL', '2021年3月5日'],
  ],
  [
    'ko-KR',
    `basics: { name: 한서율, label: 개발자, email: a@example.com, summary: 결제와 **정산** 분야에서 일했습니다. }
work: [{ name: 새벽페이, position: 선임, startDate: 2015-05-07, highlights: ["정산 시스템을 Kafka 기반의 스트림 처리로 전환하여 마감 시간을 4시간에서 12분으로 줄였고 야간 호출을 월 20건에서 2건으로 줄였습니다."] }]
education: [{ institution: 한강대학교, area: 컴퓨터공학, startDate: 2009-09, endDate: 2015-06, thesis: 빛 }]
skills: [{ name: 언어, years: 9, keywords: [{ name: Go, level: 상급 }, SQL] }]
certificates: [{ name: 기사, date: 2021-03-05 }]
`,
    '한서율 – 이력서',
    ['자기소개', '경력', '학력', '보유 기술', '자격증'],
    [
      '2015년 5월 – 현재',
      '2009년 9월 – 2015년 6월',
      '학위 논문: 빛',
      '언어(9년): Go(상급), SQL',
      '2021년 3월 5일',
    ],
  ],
  [
    'ar',
    `basics: { name: ليلى الشامسي, label: مهندسة بيانات, email: a@example.com, phone: +971 4 555 0142, summary: أصمم **منصات** بيانات بلغة Python وGo. }
work: [{ name: مدار, position: مديرة, startDate: 2015-05-07, highlights: ["قدتُ بناء منصة لتحليل حركة الركاب لحظة بلحظة (منذ 2015) باستخدام Apache Kafka وC++، فانخفض الخطأ من 9% إلى 4% وارتفع عدد المستخدمين إلى 3,000 مستخدم يوميًا في 12/05/2022."] }]
education: [{ institution: جامعة الأرز, area: علوم الحاسوب, startDate: 2009, endDate: 2015, score: 3.8 / 4.0, thesis: الضوء }]
skills: [{ name: البرمجة, years: 9, keywords: [{ name: C++, level: متقدم, years: 5 }, .NET, Go] }]
certificates: [{ name: شهادة, date: 2021-03-05 }]
`,
    'ليلى الشامسي – سيرة ذاتية',
    ['نبذة مهنية', 'الخبرات المهنية', 'المؤهلات العلمية', 'المهارات', 'الشهادات المهنية'],
    [
      '+971 4 555 0142',
      'مايو 2015 – حتى الآن',
      '2009 – 2015',
      'المعدل: 3.8 / 4.0',
      'البرمجة (9 سنوات): C++ (متقدم، 5 سنوات)، .NET، Go',
      '5 مارس 2021',
      'من 9% إلى 4%',
    ],
  ],
  [
    'he',
    `basics: { name: נועה ברקאי, label: מהנדסת תוכנה, email: a@example.com, phone: +972 3 555 0142, summary: כותבת **שירותים** ב-Go וב-C++. }
work: [{ name: גלים בע״מ, position: ראשת צוות, startDate: 2015-05-07, highlights: ["הובלתי מעבר של 14 שירותים ל-Kubernetes, קיצרתי את זמן הפריסה מ-40 דקות ל-4 (ירידה של 90%), ובניתי מחדש את מנוע החיפוש שמשרת 58 לקוחות, מתוכם 10-12 בחו״ל."] }]
education: [{ institution: אוניברסיטת הכרמל, area: מדעי המחשב, startDate: 2009, endDate: 2015, thesis: אור }]
skills: [{ name: שפות, years: 9, keywords: [{ name: C++, level: מתקדם, years: 2 }, .NET, Go] }]
certificates: [{ name: תעודה, date: 2021-03-05 }]
`,
    'נועה ברקאי – קורות חיים',
    ['תמצית', 'ניסיון תעסוקתי', 'השכלה', 'מיומנויות', 'הסמכות ותעודות'],
    [
      '+972 3 555 0142',
      'מאי 2015 – היום',
      '2009 – 2015',
      'שפות (9 שנים): C++ (מתקדם, שנתיים), .NET, Go',
      '5 במרץ 2021',
      'ב-Go וב-C++.',
      '10-12 בחו״ל.',
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
  const squeezed = (text: string) => cleanText(text).replaceAll(/\s/g, '');

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
