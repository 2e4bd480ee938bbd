import { Document, HeadingLevel, type IPropertiesOptions, Packer, Paragraph, Tab, TextRun } from 'docx';

// A small Word résumé with nothing wrong in it, and the same with one thing put wrong.

type Section = IPropertiesOptions['sections'][number];
type Child = Section['children'][number];

const normal = (text: string) => new Paragraph({ style: 'Normal', children: [new TextRun(text)] });

export const contact = (): Child => normal('ada@example.com · +1 555 010 0199 · Lisbon');
export const heading = (text: string): Child =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] });

export function job(title: string, dates: string, employer: string): Child[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      children: [new TextRun(title), new TextRun({ children: [new Tab()] }), new TextRun(dates)],
    }),
    normal(employer),
    bullet('Cut the forecast run from forty minutes to four.'),
  ];
}

export const bullet = (text: string): Child =>
  new Paragraph({ style: 'Normal', bullet: { level: 0 }, children: [new TextRun(text)] });

export interface Parts {
  head?: Child[];
  body?: Child[];
  /** Added at the end. */
  extra?: Child[];
  section?: Partial<Section>;
  document?: Partial<IPropertiesOptions>;
}

export const HEAD = (): Child[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun('Ada Example')] }),
  contact(),
];

export const BODY = (): Child[] => [
  heading('Experience'),
  ...job('Staff Engineer', 'Mar 2021 – Present', 'Northwind Grid, Lisbon'),
  ...job('Engineer', 'Jan 2018 – Feb 2021', 'Fjord Metering, Bergen'),
];

export async function wordFile(parts: Parts = {}): Promise<Uint8Array> {
  const { head = HEAD(), body = BODY(), extra = [], section, document } = parts;
  const children = [...head, ...body, ...extra];
  const file = new Document({
    title: 'Ada Example – Résumé',
    creator: 'Ada Example',
    styles: { default: { document: { run: { language: { value: 'en-GB' } } } } },
    ...document,
    sections: [{ ...section, children }],
  });
  return Packer.toBuffer(file);
}

export { normal };
