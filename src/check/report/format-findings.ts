import { styleText } from 'node:util';
import { printable } from '../../source/frame.js';
import { annotate } from '../../source/report.js';
import type { Finding } from '../rules/rules.js';
import { type CheckedDocument, nameOf } from './checked-document.js';

/** The findings of one document for people: what, where, the way out. Empty when there are none. */
export function formatFindings(
  document: CheckedDocument,
  findings: readonly Finding[],
  colour: boolean,
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const tones = { error: 'red', warning: 'yellow', info: 'blue' } as const;
  return findings
    .map(({ rule, severity, message, evidence, count, fix }) => {
      const head = `${paint([tones[severity], 'bold'], severity)}${paint('bold', `: ${printable(message)}`)} ${paint('dim', `[${rule}]`)}`;
      const more = count > evidence.length && evidence.length > 0 ? [`      … ${count} in all`] : [];
      return [
        head,
        `  --> ${printable(nameOf([document]))}`,
        ...evidence.map((text) => `      ${printable(text)}`),
        ...more,
        `  ${paint('cyan', printable(fix))}`,
      ].join('\n');
    })
    .join('\n\n');
}

/** The same as workflow commands for GitHub Actions. */
export function annotateFindings(document: CheckedDocument, findings: readonly Finding[]): string {
  return findings
    .map(({ rule, severity, message, evidence, fix }) => {
      const where = evidence.length > 0 ? ` (${evidence.join('; ')})` : '';
      const level = severity === 'info' ? 'notice' : severity;
      const text = `${document.theme === undefined ? '' : `${document.format.toUpperCase()}: `}${message}${where}: ${fix}`;
      return annotate(level, { file: document.file, title: rule }, text);
    })
    .join('\n');
}
