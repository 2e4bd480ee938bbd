import { Footer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Page } from '../../page/page.js';
import { directionOf } from '../../resume/locales.js';
import { directed } from './direction.js';

/** `{name} · {page} / {pages}` → a footer with real page fields. Word shows it from page two on. */
export function wordFooter(pattern: string, { meta }: Page): Footer {
  const children = pattern
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const text = part === '{name}' ? meta.author : part;
      if (part === '{page}') return new TextRun({ children: [PageNumber.CURRENT] });
      if (part === '{pages}') return new TextRun({ children: [PageNumber.TOTAL_PAGES] });
      return new TextRun(directed(text, directionOf(meta.lang)));
    });
  return new Footer({ children: [new Paragraph({ style: 'Footer', children })] });
}
