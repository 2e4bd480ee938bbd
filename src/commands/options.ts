import { availableParallelism } from 'node:os';
import { UsageError } from '../errors.js';
import type { Setting } from '../resume/parse-setting.js';
import { REPORT_STYLES, type ReportStyle } from '../source/report.js';
import { suggest } from '../source/suggest.js';
import type { Paper } from '../theme/paper.js';
import { FORMATS, type Format } from '../writers/formats.js';

// What was typed → what is meant. Each throws UsageError with the nearest thing that would have been right. What reads
// résumés and themes is loaded only for an option that needs it, so that a browser can start first.

export function parseFormats(list: string): Format[] {
  return [...new Set(split(list, '--format', FORMATS.join(', ')))].map((name) =>
    oneOf('format', name.toLowerCase(), FORMATS),
  );
}

export function parsePaper(name: string): Paper {
  return oneOf('paper', name.toLowerCase(), ['a4', 'letter'] as const);
}

export function parseReport(name: string): ReportStyle {
  return oneOf('report', name, REPORT_STYLES);
}

export const parseJobs = (text: string): number => wholeNumber('--jobs', text, 64);

/** As many as `meta.pages` may ask for. */
export const parsePages = (text: string): number => wholeNumber('--pages', text, 99);

/** Below 1024 a port is the system's. */
export const parsePort = (text: string): number => wholeNumber('--port', text, 65_535, 1024);

function wholeNumber(option: string, text: string, most: number, least = 1): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= least && count <= most) return count;
  throw new UsageError(`${option} cannot be ${text}`, `a whole number from ${least} to ${most}`);
}

export const defaultJobs = (): number => Math.min(4, availableParallelism());

/** `style.accent=#0b5a44`: what stands in place of a résumé's own `meta`. */
export async function parseSet(assignment: string): Promise<Setting> {
  const { parseSetting } = await import('../resume/parse-setting.js');
  const [path = '', ...value] = assignment.split('=');
  const given = `--set ${assignment}`;
  if (value.length === 0) throw new UsageError(`${given} has no value`, `write --set ${path}=…`);
  return parseSetting(path, value.join('='), given);
}

/** `classic,modern`, `all`, or paths of theme folders. */
export async function parseThemes(list: string): Promise<string[]> {
  const names = split(list, '--theme', '`render themes` lists them');
  const all = names.includes('all') ? await (await import('../theme/read.js')).listThemes() : [];
  return [...new Set(names.flatMap((name) => (name === 'all' ? all : [name])))];
}

function split(list: string, option: string, known: string): string[] {
  const parts = list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new UsageError(`${option} names nothing`, `name at least one: ${known}`);
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
