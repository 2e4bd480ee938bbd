import { FooterWrapper, type IContext, Media, PageNumber, Paragraph, TextRun } from 'docx';
import { directed } from './direction.js';
import type { WordPage } from './paragraph.js';
import { writeElement } from './write-element.js';
import { PLAIN_DECLARATION } from './xml.js';

/** `{name} · {page} / {pages}` → the part of a footer with real page fields. Word shows it from page two on. */
export function footerPart(pattern: string, { meta, direction }: WordPage, context: IContext): string {
  const children = pattern
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const text = part === '{name}' ? meta.author : part;
      if (part === '{page}') return new TextRun({ children: [PageNumber.CURRENT] });
      if (part === '{pages}') return new TextRun({ children: [PageNumber.TOTAL_PAGES] });
      return new TextRun(directed(text, direction));
    });
  const footer = new FooterWrapper(new Media(), 1);
  footer.add(new Paragraph({ style: 'Footer', children }));
  return PLAIN_DECLARATION + writeElement(footer.View.prepForXml(context) ?? {});
}
