import { Footer, type ISectionOptions } from 'docx';
import { PAPERS } from '../../theme/paper.js';
import { resolveLook, twips } from '../../theme/styles.js';
import type { WordPage } from './paragraph.js';

/** A page's paper and margins → a section of a Word file, before anything is written in it. */
export function emptySection({ theme, paper }: WordPage): ISectionOptions {
  const { margin, footer } = theme.page;
  const { line } = resolveLook('Footer', theme.styles);
  const footerLine = typeof line === 'number' ? line : 12;
  return {
    properties: {
      titlePage: footer !== undefined,
      page: {
        size: { width: twips(PAPERS[paper].width), height: twips(PAPERS[paper].height) },
        margin: {
          top: twips(margin.top),
          right: twips(margin.right),
          bottom: twips(margin.bottom),
          left: twips(margin.left),
          header: twips(margin.top / 2),
          // The browser centres a margin box in its margin; Word counts from the paper's edge.
          footer: twips(Math.max(0, margin.bottom - footerLine) / 2),
        },
      },
    },
    ...(footer !== undefined && { footers: { default: new Footer({ children: [] }) } }),
    children: [],
  };
}
