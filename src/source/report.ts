import type { Diagnostic } from './diagnostic.js';
import { frame } from './frame.js';

export const REPORT_STYLES = ['pretty', 'json', 'github'] as const;
export type ReportStyle = (typeof REPORT_STYLES)[number];

/**
 * Diagnostics as text: code frames for people (`pretty`), one JSON array for programs (`json`, the shape is
 * `Diagnostic`), workflow commands for GitHub Actions (`github`). `sourceOf` gives a file's text where it is known.
 */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  style: ReportStyle,
  sourceOf: (file: string) => string | undefined,
  colour: boolean,
): string {
  if (style === 'json') return JSON.stringify(diagnostics, null, 2);
  if (style === 'github') return diagnostics.map(annotation).join('\n');
  const frames = diagnostics
    .slice(0, MOST_FRAMES)
    .map((diagnostic) => frame(diagnostic, diagnostic.place && sourceOf(diagnostic.file), colour));
  const more = diagnostics.length - frames.length;
  return [...frames, ...(more > 0 ? [`… and ${more} more like these`] : [])].join('\n\n');
}

/** Nobody reads further. */
const MOST_FRAMES = 100;

function annotation({ severity, file, place, rule, message, suggestion }: Diagnostic): string {
  const at = place && { line: place.line, col: place.column, endColumn: place.column + place.length };
  return annotate(severity, { file, ...at, title: rule }, suggestion ? `${message}: ${suggestion}` : message);
}

/** One workflow command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function annotate(
  level: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const fields = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${fields.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
