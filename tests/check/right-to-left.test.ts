import { beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../src/check/read-pdf.js';
import type { Reading } from '../../src/check/reading.js';
import { findLosses } from '../../src/check/verify.js';
import { renderDocument } from '../../src/pipeline.js';
import { readResume } from '../../src/resume/read.js';
import { readTheme } from '../../src/theme/read.js';
import { testBrowser } from '../test-browser.js';

// What Chromium paints from right to left, read back: every word, in order; and what is not there is found out.

const SENTENCES = {
  ar: [
    'قدتُ بناء منصة لتحليل حركة الركاب (منذ 2015) باستخدام Apache Kafka وC++، فانخفض الخطأ من 9% إلى 4% وارتفع عدد المستخدمين إلى 3,000 مستخدم يوميًا في 12/05/2022.',
    'كُتُبٌ مُهندِسةٌ بلا أخطاء، والآن لله الحمد: «الدقة أولًا».',
    '38% من الوقت، و10-12 شهرًا، و$50 لكل رخصة.',
    'من 2012 – 2015',
  ],
  he: [
    'הובלתי מעבר של 14 שירותים ל-Kubernetes, קיצרתי את זמן הפריסה מ-40 דקות ל-4 (ירידה של 90%), ובניתי מחדש את מנוע החיפוש שמשרת 58 לקוחות, מתוכם 10-12 בחו״ל.',
    'שָׁלוֹם לכולם: „דיוק תחילה”.',
    '38% מהזמן, ו-$50 לכל רישיון [ראו נספח].',
    'מ-2012 – 2015',
  ],
};

const browser = testBrowser();

async function printed(locale: string, sentences: readonly string[]): Promise<Reading> {
  const source = `basics: { name: Ada }
sections: [{ title: T, kind: list, items: ${JSON.stringify(sentences)} }]
meta: { locale: ${locale} }`;
  const { resume } = readResume(source, 'resume.yaml');
  if (!resume) throw new Error('no résumé');
  const { files, diagnostics } = await renderDocument(resume, await readTheme('classic'), {
    formats: ['pdf'],
    file: 'resume.yaml',
    date: new Date(0),
    verify: false,
    browser: () => browser,
  });
  expect(diagnostics).toEqual([]);
  return readPdf(files[0]?.bytes ?? new Uint8Array());
}

const lost = (sentences: readonly string[], reading: Reading) =>
  findLosses(
    sentences.map((text, index) => ({ path: String(index), text })),
    reading,
  ).map(({ path, word, kind }) => `${path}: ${word} ${kind}`);

describe.each(['ar', 'he'] as const)('a PDF in %s', (locale) => {
  const sentences = SENTENCES[locale];
  let reading: Reading;
  beforeAll(async () => {
    reading = await printed(locale, sentences);
  });

  it('gives back every word in the order of reading', () => {
    expect(lost(sentences, reading)).toEqual([]);
    const [first = ''] = sentences;
    const start = first.split(' ').slice(0, 4).join(' ');
    expect(reading.words.map(({ text }) => text).join(' ')).toContain(start);
  });

  it('does not pass for one with another word, another letter, another sign or another order', () => {
    const [first = ''] = sentences;
    const words = first.split(' ');
    const changed = [
      words.with(3, `${words[3]}ה`),
      words.with(2, (words[2] ?? '').slice(0, -1)),
      words.with(5, locale === 'ar' ? 'الركابا' : 'לקוחות'),
      [...words.slice(0, 8), locale === 'ar' ? 'زائدة' : 'נוספת', ...words.slice(8)],
      words.map((word) => word.replace(locale === 'ar' ? '4%' : '90%)', '5%')),
      words.map((word) => word.replace(/(C\+\+|Kubernetes)/, 'Rust')),
      words.with(1, words[2] ?? '').with(2, words[1] ?? ''),
    ].map((one) => one.join(' '));
    for (const text of changed) {
      expect(lost([text, ...sentences.slice(1)], reading), text).toHaveLength(1);
    }
  });

  it('does not pass when a word was not printed', async () => {
    const words = (sentences[0] ?? '').split(' ');
    const less = await printed(locale, [words.toSpliced(6, 1).join(' '), ...sentences.slice(1)]);
    expect(lost(sentences, less)).toEqual([`0: ${words[6]} lost`]);
  });

  it('does not pass when a vowel point is gone', () => {
    const pointed = sentences[1] ?? '';
    const [point = ''] = /\p{M}/u.exec(pointed) ?? [];
    expect(lost([pointed.replace(point, '')], reading)).toHaveLength(1);
  });
});

it('a PDF in English gives back Hebrew and Arabic words in order', async () => {
  const sentences = [
    'Translated שלום עולם טוב and other poems into English.',
    'Edited ديوان الشعر العربي (2 volumes) for Ada.',
  ];
  expect(lost(sentences, await printed('en', sentences))).toEqual([]);
});
