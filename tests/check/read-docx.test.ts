import {
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/check/read-docx.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function byHand(body: string, { styles = '', links = '', more = {} as Zippable } = {}): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8(`<w:document ${W} ${R} xmlns:mc="m"><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(`<w:styles ${W}>${styles}</w:styles>`),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${links}</Relationships>`),
    ...more,
  });
}

const words = (bytes: Uint8Array) => readDocx(bytes).words.map(({ text }) => text);
const p = (content: string, style = '') =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}</w:pPr>${content}</w:p>`;
const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('readDocx, of what the docx library writes', async () => {
  const document = new Document({
    styles: {
      paragraphStyles: [
        { id: 'Entry', name: 'Entry Title', basedOn: 'Heading2' },
        { id: 'Contact', name: 'Contact', basedOn: 'Normal' },
      ],
    },
    numbering: {
      config: [{ reference: 'b', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] }],
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ children: [new TextRun({ children: ['Footer ', PageNumber.CURRENT] })] }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: 'Ada Example' }),
          new Paragraph({
            style: 'Contact',
            children: [
              new ExternalHyperlink({
                link: 'mailto:ada@example.org',
                children: [new TextRun('ada@example.org')],
              }),
              new TextRun(' · '),
              new ExternalHyperlink({
                link: 'https://ada.example/a?b=1&c=2#part',
                children: [new TextRun('ada'), new TextRun({ text: '.example', bold: true })],
              }),
              new InternalHyperlink({ anchor: 'here', children: [new TextRun(' here')] }),
            ],
          }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Experience' }),
          new Paragraph({
            style: 'Entry',
            tabStops: [{ type: TabStopType.RIGHT, position: 9000 }],
            children: [new TextRun('Northwind'), new TextRun({ children: [new Tab(), '2020'] })],
          }),
          new Paragraph({ heading: HeadingLevel.HEADING_3, text: 'Client' }),
          new Paragraph({
            numbering: { reference: 'b', level: 0 },
            children: [
              new TextRun('re'),
              new TextRun({ text: 'bold', bold: true }),
              new TextRun('ing & more'),
              new TextRun({ text: 'below', break: 1 }),
            ],
          }),
        ],
      },
    ],
  });
  const reading = readDocx(new Uint8Array(await Packer.toBuffer(document)));

  it('words, without footer and bullets', () => {
    expect(reading.words.map(({ text }) => text).join(' ')).toBe(
      'Ada Example ada@example.org · ada.example here Experience Northwind 2020 Client rebolding & more below',
    );
  });

  it('headings by style, also by the style a style is based on', () => {
    expect(reading.headings).toEqual([
      { level: 1, text: 'Ada Example' },
      { level: 2, text: 'Experience' },
      { level: 3, text: 'Northwind 2020' },
      { level: 4, text: 'Client' },
    ]);
  });

  it('links out of the document, whole', () => {
    expect(reading.links).toEqual(['mailto:ada@example.org', 'https://ada.example/a?b=1&c=2#part']);
  });
});

describe('readDocx, of XML written by hand', () => {
  it.each([
    ['paragraphs', p(r('one')) + p(r('two')), 'one two'],
    ['runs', p(r('o') + r('ne') + r(' two')), 'one two'],
    [
      'tabs and breaks',
      p('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>'),
      'a b c d',
    ],
    [
      'hyphens',
      p('<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>'),
      'a-bc',
    ],
    ['field codes', p(`<w:r><w:instrText>PAGE</w:instrText></w:r>${r('1')}`), '1'],
    [
      'deleted',
      p(`<w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:del>${r('no')}</w:del>${r('yes')}`),
      'yes',
    ],
    ['a deleted break', p(`${r('a')}<w:del><w:r><w:br/></w:r></w:del>${r('b')}`), 'ab'],
    [
      'a box with paragraphs',
      p(`${r('a')}<mc:Fallback>${p(r('no'))}</mc:Fallback>${p(r('box'))}${r('b')}`),
      'a box b',
    ],
    ['inserted', p(`<w:ins>${r('yes')}</w:ins>`), 'yes'],
    [
      'the twin for older programs',
      p(`<mc:Choice>${r('new')}</mc:Choice><mc:Fallback>${r('old')}</mc:Fallback>`),
      'new',
    ],
    [
      'tab stops are no tabs',
      '<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
      'a',
    ],
    ['characters', p(r('a &amp; b &lt; &#233; of\ufb01ce')), 'a & b < é office'],
    ['what no run holds', p('<w:t/>stray'), ''],
  ])('%s', (_, body, expected) => {
    expect(words(byHand(body)).join(' ')).toBe(expected);
  });

  it('knows headings by built-in name, outline level, and what a style is based on', () => {
    const style = (id: string, inside: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
    const styles = [
      style('a', '<w:name w:val="Title"/>'),
      style('b', '<w:name w:val="HEADING 1"/>'),
      style('c', '<w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      style('d', '<w:name w:val="Based"/><w:basedOn w:val="c"/>'),
      style('e', '<w:name w:val="Not"/><w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      style('f', '<w:name w:val="Round"/><w:basedOn w:val="g"/>'),
      style('g', '<w:name w:val="And round"/><w:basedOn w:val="f"/>'),
      style('h', '<w:name w:val="Under the title"/><w:basedOn w:val="a"/>'),
      '<w:style w:type="character" w:styleId="i"><w:name w:val="heading 1"/></w:style>',
    ].join('');
    const body = [...'abcdefghi'].map((id) => p(r(`${id} text`), id)).join('');
    const direct = `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${r('direct')}</w:p>`;
    expect(readDocx(byHand(body + p('', 'b') + direct, { styles })).headings).toEqual([
      { level: 1, text: 'a text' },
      { level: 2, text: 'b text' },
      { level: 3, text: 'c text' },
      { level: 3, text: 'd text' },
      { level: 2, text: 'direct' },
    ]);
  });

  it('knows a heading around a box that is left out', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style>';
    const body = p(`${r('Ada')}<mc:Fallback>${p(r('no'))}</mc:Fallback>${r(' Example')}`, 'a');
    expect(readDocx(byHand(body, { styles })).headings).toEqual([{ level: 1, text: 'Ada Example' }]);
  });

  it('reads links in order', () => {
    const links =
      '<Relationship Id="r2" Target="https://b.example" TargetMode="External"/>' +
      '<Relationship Id="r1" Target="https://a.example/?x&amp;y" TargetMode="External"/>';
    const body = p(
      `<w:hyperlink r:id="r1">${r('a')}</w:hyperlink><w:hyperlink w:anchor="x">${r('x')}</w:hyperlink>` +
        `<w:del><w:hyperlink r:id="r1">${r('no')}</w:hyperlink></w:del>` +
        `<w:hyperlink r:id="r2" w:anchor="f">${r('b')}</w:hyperlink>`,
    );
    expect(readDocx(byHand(body, { links })).links).toEqual([
      'https://a.example/?x&y',
      'https://b.example/#f',
    ]);
  });

  it('does without styles and links', () => {
    const xml = strToU8(`<w:document ${W}><w:body>${p(r('a'))}</w:body></w:document>`);
    expect(words(zipSync({ 'word/document.xml': xml }))).toEqual(['a']);
  });
});

describe('readDocx refuses', () => {
  it('what is no archive', () => {
    expect(() => readDocx(strToU8('%PDF-1.4'))).toThrow();
  });

  it('an archive without a document', () => {
    expect(() => readDocx(zipSync({ 'a.txt': strToU8('a') }))).toThrow(/no Word file/);
  });

  it('XML that is not well-formed', () => {
    expect(() => readDocx(byHand('<w:p>'))).toThrow();
  });

  it('too many parts', () => {
    const more = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x/${i}`, new Uint8Array(0)]));
    expect(() => readDocx(byHand('', { more }))).toThrow(/more than 1000 parts/);
  });

  it('parts that would fill the memory', () => {
    const more = { 'word/media/a': new Uint8Array(51 * 2 ** 20) };
    expect(() => readDocx(byHand('', { more }))).toThrow(/unpacks to more/);
  });
});
