import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/check/read-pdf.js';
import { findLosses } from '../../src/check/verify.js';
import { type ByHand, type Element, pdfByHand } from './pdf-by-hand.js';

const text = async (pdf: ByHand) => (await readPdf(pdfByHand(pdf))).words.map((word) => word.text).join(' ');
/** Marked text at a place on the page. */
const marked = (id: number, x: number, y: number, show: string) =>
  `/P <</MCID ${id}>> BDC BT /F 10 Tf ${x} ${y} Td ${show} Tj ET EMC\n`;
const element = (role: string, ...kids: Element['kids']): Element => ({ role, kids });
const content = (...ids: number[]) => ids.map((id) => ({ page: 0, content: id }));

describe('readPdf, of PDFs written by hand', () => {
  it('leaves out what is an artifact, and what no mark holds, wherever it is painted', async () => {
    const page =
      'BT /F 10 Tf 10 20 Td (Footer 1) Tj ET\n' +
      marked(0, 10, 400, '(one)') +
      '/Artifact BMC BT /F 10 Tf 40 400 Td (no) Tj ET EMC\n' +
      '/Artifact <</Type/Pagination>> BDC /Span <</MCID 1>> BDC BT /F 10 Tf 60 400 Td (no) Tj ET EMC EMC\n' +
      '/P <</MCID 2>> BDC BT /F 10 Tf 80 400 Td (two) Tj ET /Artifact BMC BT /F 10 Tf 110 400 Td (no) Tj ET EMC EMC\n' +
      '/Layout BMC BT /F 10 Tf 10 380 Td (no) Tj ET EMC\n' +
      '/Span <</Lang(en)>> BDC BT /F 10 Tf 10 370 Td (no) Tj ET EMC\n' +
      marked(3, 10, 360, '(three)');
    expect(await text({ pages: [page], tree: element('P', ...content(0, 1, 2, 3)) })).toBe('one two three');
  });

  it('does not let what is left out glue or part words', async () => {
    const page =
      marked(0, 10, 400, '(a)') +
      '/Artifact BMC BT /F 10 Tf 16 400 Td (,) Tj ET EMC\n' +
      marked(1, 19, 400, '(b)') +
      marked(2, 10, 380, '(open-)') +
      '/Artifact BMC BT /F 10 Tf 10 20 Td (1 / 2) Tj ET EMC\n' +
      marked(3, 10, 360, '(source)') +
      '/Artifact BMC BT /F 10 Tf 10 10 Td (1 / 2) Tj ET EMC\n';
    const { words } = await readPdf(pdfByHand({ pages: [page], tree: element('P', ...content(0, 1, 2, 3)) }));
    expect(words).toEqual([
      { text: 'a' },
      { text: 'b', endsLine: true },
      { text: 'open-', endsLine: true },
      { text: 'source' },
    ]);
  });

  it('joins what is painted letter by letter, and what continues in another mark', async () => {
    const letters = '/P <</MCID 0>> BDC BT /F 10 Tf 10 400 Td (A) Tj 5.9 0 Td (V) Tj 6 0 Td (A) Tj ET EMC\n';
    const spread = '/P <</MCID 1>> BDC BT /F 10 Tf 28.6 400 Td [(T)120(A)-60(R)] TJ ET EMC\n';
    const apart = marked(2, 70, 400, '(next)');
    const tree = element('P', ...content(0, 1, 2));
    expect(await text({ pages: [letters + spread + apart], tree })).toBe('AVATAR next');
  });

  it('reads the order of the content stream, not that of the page or of the tree', async () => {
    const page = marked(0, 10, 100, '(painted)') + marked(1, 10, 400, '(first)');
    expect(await text({ pages: [page], tree: element('P', ...content(1, 0)) })).toBe('painted first');
  });

  it('lets a word go on on the next page', async () => {
    const pages = [
      marked(0, 10, 10, '(open-)'),
      `BT /F 10 Tf 9 9 Td (2) Tj ET\n${marked(0, 10, 400, '(source)')}`,
    ];
    const tree = element('P', { page: 0, content: 0 }, { page: 1, content: 0 });
    const { words } = await readPdf(pdfByHand({ pages, tree }));
    expect(words).toEqual([{ text: 'open-', endsPage: true }, { text: 'source' }]);
    expect(findLosses([{ path: 'a', text: 'open-source' }], { words, headings: [], links: [] })).toEqual([]);
    expect(
      findLosses(
        [
          { path: 'a', text: 'open-' },
          { path: 'b', text: 'source' },
        ],
        { words, headings: [], links: [] },
      ),
    ).toEqual([]);
  });

  it('lets no word go on in the next paragraph', async () => {
    const page =
      marked(0, 10, 400, '(ends in -)') + marked(1, 10, 380, '(source)') + marked(2, 10, 360, '(end)');
    const tree = element(
      'Div',
      element('P', { page: 0, content: 0 }),
      element('P', { page: 0, content: 1 }, { page: 0, content: 2 }),
    );
    const { words } = await readPdf(pdfByHand({ pages: [page], tree }));
    expect(words).toEqual([
      { text: 'ends' },
      { text: 'in' },
      { text: '-' },
      { text: 'source', endsLine: true },
      { text: 'end' },
    ]);
  });

  describe('list labels', () => {
    const page =
      marked(0, 10, 400, String.raw`(\225)`) +
      marked(1, 20, 400, '(One)') +
      marked(2, 10, 380, '(2.)') +
      marked(3, 25, 380, '(Two)') +
      marked(4, 10, 360, String.raw`(\225 Three)`) +
      marked(5, 10, 340, '(4. Four)') +
      marked(6, 10, 320, String.raw`(\225 outside)`);
    const item = (...kids: Element['kids']) => element('LI', ...kids);

    it('are left out where they are marked, and nothing else is', async () => {
      const tree = element(
        'Document',
        element(
          'L',
          item(element('Lbl', ...content(0)), element('LBody', element('P', ...content(1)))),
          item(element('Lbl', ...content(2)), ...content(3)),
          item(...content(4)),
          item(...content(5)),
        ),
        element('P', ...content(6)),
      );
      expect(await text({ pages: [page], tree })).toBe('One Two • Three 4. Four • outside');
    });

    it('are guessed where none is marked', async () => {
      const tree = element(
        'Document',
        element(
          'L',
          item(element('Span', ...content(0)), element('Span', ...content(1))),
          item(...content(2, 3)),
          item(...content(4)),
          item(...content(5)),
        ),
        element('P', ...content(6)),
      );
      expect(await text({ pages: [page], tree })).toBe('One Two Three 4. Four • outside');
    });
  });

  it('reads headings by their standard role', async () => {
    const page =
      marked(0, 10, 400, '(Ada)') + marked(1, 10, 380, '(Work)') + marked(2, 10, 360, '(at open-)');
    const pages = [page + marked(3, 10, 340, '(source)')];
    const tree = element(
      'Document',
      element('Title', ...content(0)),
      element('H2', element('Span', ...content(1)), ...content(2, 3)),
    );
    const { headings } = await readPdf(pdfByHand({ pages, tree, roleMap: { Title: 'H1' } }));
    expect(headings).toEqual([
      { level: 1, text: 'Ada' },
      { level: 2, text: 'Work at open-source' },
    ]);
  });

  it('reads one link for each element, however many boxes it has', async () => {
    const link = (id: number, ...uris: string[]) =>
      element('Link', ...content(id), ...uris.map((uri) => ({ page: 0, uri })));
    const pages = [0, 1, 2, 3].map((id) => marked(id, 10, 400 - 20 * id, `(text${id})`)).join('');
    const [a, b] = ['https://a.example/', 'sms:+15550100'];
    const tree = element(
      'Document',
      link(0, a, a, a),
      link(1, a),
      element('H2', link(2, b)),
      element('Link', { page: 0, uri: 'https://picture.example' }),
      link(3),
    );
    const { links } = await readPdf(pdfByHand({ pages: [pages], tree }));
    expect(links).toEqual([a, a, b, 'https://picture.example/']);
  });

  it('counts a mark without a number to the mark around it', async () => {
    const page =
      '/H1 <</MCID 0>> BDC BT /F 10 Tf 10 400 Td (caf) Tj /Span <</Lang(fr)>> BDC (e) Tj EMC ET EMC';
    const { words, headings } = await readPdf(
      pdfByHand({ pages: [page], tree: element('H1', ...content(0)) }),
    );
    expect(words).toEqual([{ text: 'cafe' }]);
    expect(headings).toEqual([{ level: 1, text: 'cafe' }]);
  });

  describe('over two pages', () => {
    const pages = [0, 1].map((page) =>
      [0, 1].map((id) => marked(id, 10, 400 - 20 * id, `(text${page}${id})`)).join(''),
    );
    const uri = 'https://a.example/';
    const at = (page: number, id: number) => ({ page, content: id });
    const link = (page: number, id: number) => element('Link', at(page, id), { page, uri });
    const read = async (...kids: Element['kids']) =>
      readPdf(pdfByHand({ pages, tree: element('Document', ...kids) }));

    it('two headings stay two', async () => {
      const { headings } = await read(
        element('P', at(0, 0)),
        element('H2', at(0, 1)),
        element('H2', at(1, 0)),
        element('P', at(1, 1)),
      );
      expect(headings.map(({ text }) => text)).toEqual(['text01', 'text10']);
    });

    it('one link stays one', async () => {
      const whole = element('Link', at(0, 1), { page: 0, uri }, at(1, 0), { page: 1, uri });
      expect((await read(element('P', at(0, 0)), element('P', whole), element('P', at(1, 1)))).links).toEqual(
        [uri],
      );
    });

    it.each([
      [
        'before the page ends',
        [element('P', link(0, 0)), element('P', at(0, 1)), element('P', link(1, 0), at(1, 1))],
      ],
      [
        'after the page begins',
        [element('P', at(0, 0), link(0, 1)), element('P', at(1, 0)), element('P', link(1, 1))],
      ],
      [
        'in another kind of element',
        [element('P', at(0, 0), link(0, 1)), element('H2', link(1, 0)), element('P', at(1, 1))],
      ],
    ])('two links %s stay two', async (_, kids) => {
      expect((await read(...kids)).links).toEqual([uri, uri]);
    });
  });

  it('refuses what is no PDF', async () => {
    await expect(readPdf(new TextEncoder().encode('PK no'))).rejects.toThrow();
  });

  it('leaves the bytes it is given alone', async () => {
    const bytes = new Uint8Array(
      pdfByHand({ pages: [marked(0, 9, 9, '(a)')], tree: element('P', ...content(0)) }),
    );
    const before = bytes.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(before);
  });
});
