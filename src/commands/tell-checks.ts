import { type CheckedDocument, nameOf } from '../check/report/checked-document.js';
import { annotateFindings, formatFindings } from '../check/report/format-findings.js';
import { formatRecovered } from '../check/report/format-recovered.js';
import type { Finding } from '../check/rules/rules.js';
import { counted } from '../source/counted.js';
import { printable } from '../source/frame.js';
import { formatReport } from '../source/report.js';
import type { CheckCommand, CheckOutcome } from './check.js';
import { eachOnce } from './each-once.js';
import { tellOnce } from './tell-once.js';
import { formatError, type Terminal, textOf } from './terminal.js';

type Outcomes = ReadonlyMap<string, CheckOutcome>;

/**
 * Tells what a check found, and returns the exit code. Findings go to `err`, what was recovered (or, with `text`, what was
 * read) to `out`. Json: one object on `out` and nothing else.
 */
export function tellChecks(outcomes: Outcomes, command: CheckCommand, terminal: Terminal): number {
  const all = [...outcomes.values()];
  const documents = all.flatMap((outcome) => outcome.documents).map((document) => weighed(document, command));
  const diagnostics = eachOnce(all.flatMap((outcome) => outcome.diagnostics));
  const failures = tellOnce(all.flatMap((outcome) => outcome.failures));
  const told = { documents, diagnostics, failures };

  if (command.report === 'json') terminal.out(asJson(told, command.text));
  else tell(told, outcomes, command, terminal);

  if (failures.length > 0) return 3;
  const wrong = [...diagnostics, ...documents.flatMap(({ findings }) => findings)];
  return wrong.some(({ severity }) => severity === 'error') ? 1 : 0;
}

type Told = Omit<CheckOutcome, 'source'>;

function tell(
  told: Told,
  outcomes: Outcomes,
  { report, quiet, text }: CheckCommand,
  terminal: Terminal,
): void {
  const { documents, diagnostics, failures } = told;
  const shown = diagnostics.filter(({ severity }) => !quiet || severity === 'error');
  if (shown.length > 0) {
    const style = report === 'github' ? 'github' : 'pretty';
    const sourceOf = (file: string) => outcomes.get(file)?.source ?? textOf(file);
    const findings = formatReport(shown, style, sourceOf, terminal.colour);
    terminal.err(style === 'pretty' ? `${findings}\n` : findings);
  }
  const loud = documents.map((document) => ({
    ...document,
    findings: document.findings.filter(({ severity }) => severity === 'error' || !quiet),
  }));
  if (report === 'github') for (const line of loud.flatMap(annotateFindings)) terminal.err(line);
  else for (const finding of formatFindings(loud, terminal.colour)) terminal.err(`${finding}\n`);
  if (text) for (const document of documents) tellText(document, terminal);
  else if (!quiet) for (const alike of byRecovered(documents)) tellRecovered(alike, terminal);
  for (const failure of failures) terminal.err(formatError(failure));
  if (!quiet && !text) terminal.err(conclusion(told));
}

function tellText(document: CheckedDocument, terminal: Terminal): void {
  for (const { extractor, text } of document.texts) {
    terminal.out(`== ${printable(nameOf([document]))}, read by ${extractor} ==`);
    terminal.out(`${text.split('\n').map(cellsOf).join('\n')}\n`);
  }
}

const cellsOf = (line: string): string => line.split('\t').map(printable).join('\t');

function tellRecovered(documents: readonly CheckedDocument[], terminal: Terminal): void {
  const [{ recovered } = {}] = documents;
  if (!recovered) return;
  terminal.out(`${printable(nameOf(documents))}: what a parser recovers\n${formatRecovered(recovered)}\n`);
}

/** Documents of one résumé and theme from which the same is recovered are told of once. */
function byRecovered(documents: readonly CheckedDocument[]): CheckedDocument[][] {
  const groups = new Map<string, CheckedDocument[]>();
  for (const document of documents) {
    const key = JSON.stringify([document.file, document.theme, document.recovered]);
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups.values()];
}

/** In a strict run a warning is an error. Where the text is shown instead of the report, nothing is judged. */
function weighed(document: CheckedDocument, { strict, text, report }: CheckCommand): CheckedDocument {
  if (text && report !== 'json' && document.recovered) return { ...document, findings: [] };
  const harder = (finding: Finding): Finding =>
    finding.severity === 'warning' ? { ...finding, severity: 'error' } : finding;
  return strict ? { ...document, findings: document.findings.map(harder) } : document;
}

/** The documents with their texts only when those were asked for: they are long. */
function asJson({ documents, diagnostics, failures }: Told, text: boolean): string {
  const lacking = failures.map(({ message, hint }) => ({ message, ...(hint && { hint }) }));
  const plain = documents.map(({ texts, ...document }) => ({ ...document, ...(text && { texts }) }));
  return JSON.stringify({ documents: plain, diagnostics, failures: lacking }, null, 2);
}

function conclusion({ documents, diagnostics, failures }: Told): string {
  const findings = [...diagnostics, ...documents.flatMap((document) => document.findings)];
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : counted(count, severity === 'info' ? 'note' : severity);
  });
  if (failures.length > 0) counts.push('not every file could be made');
  return `${counted(documents.length, 'file')} checked: ${counts.join(', ') || 'all is well'}`;
}
