import { styleText } from 'node:util';
import { printable } from '../../source/frame.js';
import { annotate } from '../../source/report.js';
import type { Finding } from '../rules/rules.js';
import { type CheckedDocument, nameOf } from './checked-document.js';

/** Findings for people, one text each: what, where, the way out. What all formats of a résumé share is told once. */
export function formatFindings(documents: readonly CheckedDocument[], colour: boolean): string[] {
  const alike = new Map<string, { finding: Finding; documents: CheckedDocument[] }>();
  for (const document of documents) {
    for (const finding of document.findings) {
      const key = JSON.stringify([document.file, document.theme, finding]);
      const known = alike.get(key);
      if (known) known.documents.push(document);
      else alike.set(key, { finding, documents: [document] });
    }
  }
  return [...alike.values()].map((group) => format(group.finding, nameOf(group.documents), colour));
}

const TONES = { error: 'red', warning: 'yellow', info: 'blue' } as const;

function format(
  { rule, severity, message, evidence, count, fix }: Finding,
  where: string,
  colour: boolean,
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const head = paint([TONES[severity], 'bold'], severity) + paint('bold', `: ${printable(message)}`);
  const more = evidence.length > 0 && count > evidence.length ? [`      … ${count} in all`] : [];
  return [
    `${head} ${paint('dim', `[${rule}]`)}`,
    `  --> ${printable(where)}`,
    ...evidence.map((text) => `      ${printable(text)}`),
    ...more,
    `  ${paint('cyan', printable(fix))}`,
  ].join('\n');
}

/** The findings of one document as workflow commands for GitHub Actions, one a line. */
export function annotateFindings({ file, theme, format, findings }: CheckedDocument): string[] {
  return findings.map(({ rule, severity, message, evidence, fix }) => {
    const where = evidence.length > 0 ? ` (${evidence.join('; ')})` : '';
    const which = theme === undefined ? '' : `${format.toUpperCase()}: `;
    const level = severity === 'info' ? 'notice' : severity;
    return annotate(level, { file, title: rule }, `${which}${message}${where}: ${fix}`);
  });
}
