import { readFileSync, statSync } from 'node:fs';
import type { MachineError } from '../errors.js';
import { counted } from '../source/counted.js';
import { LIMITS } from '../source/depth.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { formatReport, type ReportStyle } from '../source/report.js';
import type { Dialogue } from './dialogue.js';
import type { FinishedDocument } from './finished-document.js';

/** Where a command speaks: results on `out`, talk on `err`, each a line. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  colour: boolean;
  /** What `err` is shown on; absent where that is a pipe or a file, and where a build server keeps a log of it. */
  screen?: Screen;
  /** Begins to ask questions; absent where nobody is there to answer. */
  dialogue?: () => Promise<Dialogue>;
}

/** A terminal in front of a person, where lines can be written over. */
export interface Screen {
  write(text: string): void;
  /** How many letters a line holds. */
  columns(): number;
}

/** What is left out, there is none of. */
export interface Report {
  style: ReportStyle;
  quiet: boolean;
  diagnostics?: readonly Diagnostic[];
  /** The text of files that diagnostics point into, where it is known. */
  sources?: ReadonlyMap<string, string>;
  /** Paths of the files that were written. */
  written?: readonly string[];
  /** Paths of the files that were already what they should be. */
  unchanged?: readonly string[];
  /** What there is to say of those files; absent for a command that makes none. */
  documents?: readonly FinishedDocument[];
  /** What the machine lacked. */
  failures?: readonly MachineError[];
}

/**
 * Tells what a run found and made. Pretty and github: findings and failures on `err`, on `out` the paths of all files that
 * are there now. Json: one object on `out`, as docs/cli.md has it, and nothing else.
 */
export function tellReport(terminal: Terminal, report: Report): void {
  const { style, quiet, diagnostics = [], sources, documents } = report;
  const { written = [], unchanged = [], failures = [] } = report;
  if (style === 'json') {
    const lacking = failures.map(({ message, hint }) => ({ message, ...(hint && { hint }) }));
    terminal.out(JSON.stringify({ written, unchanged, documents, diagnostics, failures: lacking }, null, 2));
    return;
  }
  const told = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  if (told.length > 0) {
    const sourceOf = (file: string) => sources?.get(file) ?? textOf(file);
    const text = formatReport(told, style, sourceOf, terminal.colour);
    terminal.err(style === 'pretty' ? `${text}\n` : text);
  }
  for (const path of [...written, ...unchanged]) terminal.out(path);
  for (const failure of failures) terminal.err(formatError(failure));
}

/** The text of a file that a finding points into, such as a theme's; undefined when it cannot be read. */
export function textOf(file: string): string | undefined {
  try {
    // A device has no end, and a pipe waits for somebody to write.
    const info = statSync(file);
    return info.isFile() && info.size <= LIMITS.bytes ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** An error that is not about a place in a file: what is wrong, and a way out. */
export function formatError({ message, hint }: { message: string; hint?: string | undefined }): string {
  return `error: ${message}${hint ? `\n  ${hint}` : ''}`;
}

/** `2 errors, 1 warning`; empty when there is nothing to count. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => {
      const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? '' : counted(count, severity);
    })
    .filter((part) => part !== '')
    .join(', ');
}
