import { ExternalHyperlink, ImageRun, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Block, Run } from '../../page/blocks.js';
import type { Page } from '../../page/page.js';
import type { Direction } from '../../resume/locales.js';
import { PAPERS } from '../../theme/paper.js';
import { resolveLook, twips } from '../../theme/styles.js';
import type { Theme } from '../../theme/theme.js';
import { characterStyle } from './character-styles.js';
import { directed } from './direction.js';
import { joinRuns } from './join-runs.js';
import { listOf, listOfItem } from './numbering.js';
import { styleId } from './style-id.js';

/** A page with what all of its paragraphs share, worked out once. */
export interface WordPage extends Page {
  /** Which way its lines run. */
  direction: Direction;
  /** All of its words. */
  text: string;
}

/** One block → one Word paragraph: a style name, runs with style names, tabs between cells. */
export function wordParagraph(block: Block, page: WordPage): Paragraph {
  const { theme, paper } = page;
  const { style, cells, item } = block;
  const { left, right } = theme.page.margin;
  const textWidth = PAPERS[paper].width - left - right;
  const children = cells.flatMap((runs, index) => [
    ...(index > 0 ? [new TextRun({ children: [new Tab()] })] : []),
    ...linked(page.direction === 'ltr' ? joinRuns(runs) : runs).map((group) => wordRuns(group, style, page)),
  ]);
  return new Paragraph({
    style: styleId(style),
    ...(item && {
      numbering: { ...listOfItem(item), level: Math.min(item.level, 2) },
    }),
    ...(!item && listOf(style) && unnumbered(style, theme)),
    // The styles' one stop is the right edge; a third cell needs one more, and no other row may stop there.
    ...(cells.length > 2 && { tabStops: [{ type: 'center', position: twips(textWidth / 2) }] }),
    children: children.flat(),
  });
}

/** What goes on after an inner list stands in its item's style, but has no bullet of its own. */
function unnumbered(style: string, theme: Theme) {
  const { indent = 0 } = resolveLook(style, theme.styles);
  return { numbering: false as const, indent: { left: twips(indent), hanging: 0 } };
}

/** Neighbouring runs that share a link, so that one link in the page stays one link in Word. */
function linked(runs: readonly Run[]): Run[][] {
  const hrefAt = (index: number): string | undefined => {
    const run = runs[index];
    if (run?.type === 'text') return run.href;
    // A break inside a link belongs to it.
    const before = run?.type === 'break' ? hrefAt(index - 1) : undefined;
    return before !== undefined && before === hrefAfter(index) ? before : undefined;
  };
  const hrefAfter = (index: number): string | undefined => {
    const next = runs.slice(index).find(({ type }) => type !== 'break');
    return next?.type === 'text' ? next.href : undefined;
  };
  return runs.reduce<Run[][]>((groups, run, index) => {
    const last = groups.at(-1);
    if (last && hrefAt(index) !== undefined && hrefAt(index) === hrefAt(index - 1)) last.push(run);
    else groups.push([run]);
    return groups;
  }, []);
}

function wordRuns(group: Run[], style: string, { theme, direction }: WordPage): ParagraphChild[] {
  const children = group.flatMap((run): ParagraphChild[] => {
    if (run.type === 'break') return [new TextRun({ break: 1 })];
    if (run.type === 'image') return picture(run);
    const made = characterStyle(run, style, theme);
    return [
      new TextRun({
        ...directed(run.text, direction, run.dir),
        ...(made && { style: styleId(made.name) }),
      }),
    ];
  });
  const [first] = group;
  return first?.type === 'text' && first.href !== undefined
    ? [new ExternalHyperlink({ link: first.href, children })]
    : children;
}

/** PNG and JPEG are what every Word shows; a picture of another kind would be a broken one. */
function picture({ src, alt, width, height }: Extract<Run, { type: 'image' }>): ImageRun[] {
  const [, type, data = ''] = /^data:image\/(png|jpeg);base64,(.+)$/s.exec(src) ?? [];
  if (type === undefined) return [];
  return [
    new ImageRun({
      type: type === 'png' ? 'png' : 'jpg',
      data: Buffer.from(data, 'base64'),
      transformation: { width, height },
      // A screen reader reads title and description; one of them says it.
      altText: { name: 'Photo', description: alt },
    }),
  ];
}
