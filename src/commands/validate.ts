import { readResume } from '../resume/read.js';
import { counted } from '../source/counted.js';
import type { ReportStyle } from '../source/report.js';
import { findInputs, isInput, readInput } from './inputs.js';
import { judged } from './strict.js';
import { countFindings, type Terminal, tellReport } from './terminal.js';
import { today } from './today.js';

export interface ValidateCommand {
  files: readonly string[];
  strict: boolean;
  report: ReportStyle;
  quiet: boolean;
}

/** `render validate`: everything wrong with the résumés, nothing written. Returns 0, or 1 when there is an error. Throws UsageError. */
export async function validate(
  command: ValidateCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const day = today(env);
  const files = await findInputs(command.files);
  const sources = new Map<string, string>();
  const found = await Promise.all(
    files.map(async (file) => {
      const input = await readInput(file);
      if (!isInput(input)) return [input];
      sources.set(file, input.source);
      return readResume(input.source, file, day).diagnostics;
    }),
  );
  const diagnostics = judged(found.flat(), command.strict);
  const { report: style, quiet } = command;
  tellReport(terminal, { style, quiet, diagnostics, sources });
  const findings = countFindings(diagnostics);
  if (style !== 'json' && !quiet) {
    terminal.err(`${counted(files.length, 'résumé')} checked: ${findings || 'all is well'}`);
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
