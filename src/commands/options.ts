import { availableParallelism } from 'node:os';
import { UsageError } from '../errors.js';
import { REPORT_STYLES, type ReportStyle } from '../source/report.js';
import { suggest } from '../source/suggest.js';
import type { Paper } from '../theme/paper.js';
import { listThemes } from '../theme/read.js';
import { FORMATS, type Format } from '../writers/formats.js';

// What was typed → what is meant. Each throws UsageError with the nearest thing that would have been right.

export function parseFormats(list: string): Format[] {
  return [...new Set(split(list))].map((name) => oneOf('format', name.toLowerCase(), FORMATS));
}

export function parsePaper(name: string): Paper {
  return oneOf('paper', name.toLowerCase(), ['a4', 'letter'] as const);
}

export function parseReport(name: string): ReportStyle {
  return oneOf('report', name, REPORT_STYLES);
}

export function parseJobs(count: string): number {
  const jobs = Number(count);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs;
  throw new UsageError(`--jobs cannot be ${count}`, 'a whole number from 1 to 64');
}

export const defaultJobs = (): number => Math.min(4, availableParallelism());

/** `classic,modern`, `all`, or paths of theme folders. */
export async function parseThemes(list: string): Promise<string[]> {
  const names = split(list);
  const all = names.includes('all') ? await listThemes() : [];
  return [...new Set(names.flatMap((name) => (name === 'all' ? all : [name])))];
}

function split(list: string): string[] {
  const parts = list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new UsageError('an empty list was given', 'name at least one');
  return parts;
}

/** The known name that was typed. */
export function oneOf<T extends string>(kind: string, name: string, known: readonly T[]): T {
  const found = known.find((one) => one === name);
  if (found) return found;
  const near = suggest(name, known);
  throw new UsageError(
    `there is no ${kind} \`${name}\``,
    near ? `did you mean \`${near}\`?` : `${kind}s: ${known.join(', ')}`,
  );
}
