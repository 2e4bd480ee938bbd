import type { Paragraph } from '../extract/extraction.js';
import { type Dated, readPeriod } from './read-period.js';

// In: the body of a section. Out: its entries: jobs, studies. Why: where one ends and the next begins is told by headings,
// and in documents without them by dates.

export interface Entry {
  /** The first line without its dates. */
  title: string;
  /** The line below it, when it is part of the entry's head. */
  below?: string | undefined;
  period?: Dated | undefined;
  /** Entries under lower headings. */
  parts: Entry[];
}

const HEAD_LINES = 3;
const LONG = 110;
const FACT = /^[^:：]{1,30}[:：]/u;
/** `Engineer · Acme, Boston`. */
const BOTH = /^(.+?)\s+[|·•]\s+(.+)$/u;

export function divideEntries(body: readonly Paragraph[]): Entry[] {
  const levels = body.flatMap(({ level }) => level ?? []);
  return levels.length > 0 ? byHeadings(body, Math.min(...levels)) : byDates(body);
}

function byHeadings(body: readonly Paragraph[], level: number): Entry[] {
  const starts = body.flatMap((paragraph, index) => (paragraph.level === level ? index : []));
  return starts.map((start, at) => {
    const [first, ...rest] = body.slice(start, starts[at + 1]) as [Paragraph, ...Paragraph[]];
    const lower = rest.findIndex((paragraph) => paragraph.level !== undefined);
    const parts = lower < 0 ? [] : divideEntries(rest.slice(lower));
    return { ...readHead([first, ...rest.slice(0, lower < 0 ? undefined : lower)]), parts };
  });
}

/** Every entry has as many short lines before its dates as the first one has: parsers count on a steady order, too. */
function byDates(body: readonly Paragraph[]): Entry[] {
  const dated = body.flatMap((paragraph, index) =>
    isHeadLine(paragraph) && readPeriod(paragraph.text)?.sure ? index : [],
  );
  const lead = Math.min(dated[0] ?? 0, HEAD_LINES - 1);
  const starts = dated.map((index, at) => {
    const floor = at === 0 ? 0 : (dated[at - 1] ?? 0) + 1;
    const above = body.slice(Math.max(floor, index - lead), index);
    const own = above.length - 1 - above.findLastIndex((line) => !isHeadLine(line));
    return index - own;
  });
  return starts.map((start, at) => ({ ...readHead(body.slice(start, starts[at + 1])), parts: [] }));
}

/** The dates stand in one of the first lines; the lines without them are the title and what is below it. */
function readHead(lines: readonly Paragraph[]): Omit<Entry, 'parts'> {
  let period: Dated | undefined;
  const heads: string[] = [];
  for (const [index, line] of lines.slice(0, HEAD_LINES).entries()) {
    if (index > 0 && !isHeadLine(line)) break;
    const dates = period ? undefined : readPeriod(line.text);
    const taken = dates && (dates.sure || line.level !== undefined) ? dates : undefined;
    period ??= taken;
    const text = (taken ? taken.rest : line.text).trim();
    if (text !== '') heads.push(text);
  }
  const [title = '', below] = heads;
  // Where no more than a fact about it stands below, such as `Honors: …`, one line may say both what and where.
  const [, own, beside] = below === undefined || FACT.test(below) ? (BOTH.exec(title) ?? []) : [];
  return own === undefined ? { title, below, period } : { title: own, below: beside, period };
}

function isHeadLine({ text, bullet }: Paragraph): boolean {
  return !bullet && text.length <= LONG && !/[.!?:;。]$/u.test(text);
}
