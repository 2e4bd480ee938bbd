import { describe, expect, it } from 'vitest';
import { isolate } from '../../src/page/isolate.js';

const text = (plain: string, html = plain) => ({ path: '', plain, html });
/** `⟦…⟧` stands around an island. */
const shown = (html: string) => html.replaceAll('<bdi dir="ltr">', '⟦').replaceAll('</bdi>', '⟧');

describe('on a page from right to left', () => {
  it.each([
    ['+971 4 555 0142', '⟦+971 4 555 0142⟧'],
    ['layla@example.com', '⟦layla@example.com⟧'],
    ['C++', '⟦C++⟧'],
    ['3.8 / 4.0', '⟦3.8 / 4.0⟧'],
    ['0555 0142', '⟦0555 0142⟧'],
    // Years are read in the direction of the page.
    ['2012 – 2015', '2012 – 2015'],
    ['مارس 2020 – حتى الآن', 'مارس 2020 – حتى الآن'],
  ])('%s is an island, or not: %s', (plain, expected) => {
    expect(shown(isolate(text(plain), 'rtl'))).toBe(expected);
  });

  it.each([
    ['بلغة C++ وC# و.NET 9 (Node.js) عبر 5G.', 'بلغة ⟦C++⟧ و⟦C#⟧ و⟦.NET 9⟧ (⟦Node.js⟧) عبر ⟦5G⟧.'],
    ['باستخدام Apache Kafka، ثم Go.', 'باستخدام ⟦Apache Kafka⟧، ثم ⟦Go⟧.'],
    ['من 9% إلى 4%، أو $38', 'من ⟦9%⟧ إلى ⟦4%⟧، أو ⟦$38⟧'],
    ['בין 10-12 שנים, ירד ב-80%.', 'בין ⟦10-12⟧ שנים, ירד ב-⟦80%⟧.'],
    ['45 مليون في 12/05/2022 و3,000', '45 مليون في 12/05/2022 و3,000'],
    ['ב-Kubernetes', 'ב-⟦Kubernetes⟧'],
    ['عبر v2.0 3,000 مرة، Μαθήματα، ПК 2', 'عبر ⟦v2.0 3,000⟧ مرة، ⟦Μαθήματα⟧، ⟦ПК 2⟧'],
  ])('Latin words and signed numbers inside %s', (plain, expected) => {
    expect(shown(isolate(text(plain), 'rtl'))).toBe(expected);
  });

  it('tags and entities stay whole', () => {
    const html = 'انظر <a href="https://example.com/x?a=1&amp;b=C++">الدليل</a> في AT&amp;T';
    expect(shown(isolate(text('انظر الدليل في AT&T', html), 'rtl'))).toBe(
      html.replace('AT&amp;T', '⟦AT&amp;T⟧'),
    );
  });
});

describe('on a page from left to right', () => {
  const islands = (plain: string) =>
    isolate(text(plain), 'ltr').replaceAll('<bdi dir="rtl">', '⟦').replaceAll('</bdi>', '⟧');

  it.each([
    ['Translated שלום עולם, 2 טוב and more.', 'Translated ⟦שלום עולם, 2 טוב⟧ and more.'],
    ['Edited ديوان (2) for Ada', 'Edited ⟦ديوان⟧ (2) for Ada'],
    ['שָׁלוֹם', '⟦שָׁלוֹם⟧'],
    ['Ada – +44 20 5550 0100', 'Ada – +44 20 5550 0100'],
  ])('words of the other direction are one in %s', (plain, expected) => {
    expect(islands(plain)).toBe(expected);
  });
});
