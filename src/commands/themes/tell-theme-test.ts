import type { FieldCoverage } from '../../check/fields/cover-fields.js';
import type { TextFormat } from '../../check/verify-file.js';
import type { MachineError } from '../../errors.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { type Contrast, ENOUGH_CONTRAST } from '../../theme/measure-contrast.js';
import { formatError, type Terminal } from '../terminal.js';
import { align } from './align.js';
import type { Report } from './reports.js';

/** What testing a theme brought to light. */
export interface ThemeTest {
  theme: string;
  /** Those that could be made. */
  formats: TextFormat[];
  fields: FieldCoverage[];
  /** The palest first. */
  contrast: Contrast[];
  /** Breaches of the page contract, and letters without a glyph. */
  diagnostics: Diagnostic[];
  /** Sections that could not be tested on this machine, and the npm packages of their fonts. */
  leftOut: { section: string; packages: string[] }[];
  failure?: MachineError;
}

/** Tells it on `out`, for a terminal of 80 columns or as one JSON object, and returns the exit code. */
export function tellThemeTest(
  test: ThemeTest,
  { report, verbose }: { report: Report; verbose: boolean },
  terminal: Terminal,
): number {
  const lost = test.fields.some(({ faults }) => faults.length > 0);
  const code = test.failure ? 3 : lost || test.diagnostics.length > 0 ? 1 : 0;
  if (report === 'json') terminal.out(asJson(test, code === 0));
  else {
    for (const line of asText(test, verbose)) terminal.out(line);
    if (test.failure) terminal.err(formatError(test.failure));
  }
  return code;
}

function asJson({ failure, ...test }: ThemeTest, ok: boolean): string {
  const failures = failure ? [{ message: failure.message, ...(failure.hint && { hint: failure.hint }) }] : [];
  return JSON.stringify({ ok, ...test, failures }, null, 2);
}

function asText(test: ThemeTest, verbose: boolean): string[] {
  const { theme, formats, fields } = test;
  return [
    `${theme}: of each section, how many fields come through`,
    '',
    ...coverageTable(fields, formats),
    '',
    ...(verbose ? [...fieldTable(fields, formats), ''] : []),
    ...faultList(fields, formats.length, verbose ? fields.length : MOST_FAULTS),
    ...findings(test),
    ...contrastLines(test.contrast),
    ...test.leftOut.map(({ section, packages }) => `untested  ${section}: npm install ${packages.join(' ')}`),
  ];
}

function coverageTable(fields: readonly FieldCoverage[], formats: readonly TextFormat[]): string[] {
  const sections = [...new Set(fields.map(({ section }) => section))];
  const count = (some: readonly FieldCoverage[]) => [
    String(some.length),
    ...formats.map((format) => String(some.filter(({ fates }) => fates[format] === 'kept').length)),
  ];
  const rows = sections.map((section) => {
    const own = fields.filter((field) => field.section === section);
    const bad = own.filter(({ faults }) => faults.length > 0).length;
    return [section, ...count(own), bad > 0 ? `${bad} not whole` : ''];
  });
  const right = [0, ...formats].map((_, index) => index + 1);
  const table = align([['section', 'fields', ...formats], ...rows, ['all', ...count(fields)]], right);
  const absent = formats.filter((format) => fields.some(({ fates }) => fates[format] === 'absent'));
  return [...table, ...(absent.length > 0 ? [`(${absent.join(' and ')}: without the picture)`] : [])];
}

const SIGNS = { kept: 'yes', lost: 'LOST', moved: 'MOVED', absent: '-' } as const;

function fieldTable(fields: readonly FieldCoverage[], formats: readonly TextFormat[]): string[] {
  const rows = fields.map(({ field, fates }) => [
    field,
    ...formats.map((format) => SIGNS[fates[format] ?? 'absent']),
  ]);
  return align([['field', ...formats], ...rows]);
}

const MOST_FAULTS = 20;

/** Each field that did not come through, with one example. */
function faultList(fields: readonly FieldCoverage[], formatCount: number, most: number): string[] {
  const broken = fields.filter(({ faults }) => faults.length > 0);
  if (broken.length === 0) return ['fields    every one is in every format'];
  const told = broken.slice(0, most).flatMap(({ field, faults }) => {
    const formats = [...new Set(faults.map(({ format }) => format))];
    const where = formats.length === formatCount ? 'every format' : formats.join(', ');
    const [first] = faults;
    return [`lost      ${field} (${where})`, `          ${first?.message ?? ''}`];
  });
  const more = broken.length - most;
  return [...told, ...(more > 0 ? [`          … and ${more} more fields; --verbose lists them`] : [])];
}

function findings({ diagnostics }: ThemeTest): string[] {
  const [breaches, letters] = [/^contract-/, /^no-glyph$/].map((rules) =>
    counted(
      diagnostics.filter(({ rule }) => rules.test(rule)).map(({ rule, message }) => `${message} [${rule}]`),
    ),
  );
  return [
    ...titled('contract', breaches ?? [], 'kept'),
    ...titled('letters', letters ?? [], 'none is missing'),
  ];
}

const titled = (title: string, lines: readonly string[], fine: string): string[] =>
  (lines.length > 0 ? lines : [fine]).map((line) => `${title.padEnd(8)}  ${line}`);

/** The same message a hundred times is one message. */
const counted = (messages: readonly string[]): string[] =>
  [...new Set(messages)].map((message) => {
    const times = messages.filter((other) => other === message).length;
    return times > 1 ? `${message}, ${times} times` : message;
  });

function contrastLines(contrast: readonly Contrast[]): string[] {
  const [palest] = contrast;
  const pale = contrast.filter(({ ratio }) => ratio < ENOUGH_CONTRAST);
  const enough = `${ENOUGH_CONTRAST}:1`;
  const fine = palest
    ? `${told(palest)} at least (${palest.style}); ${enough} is enough`
    : 'no style names a colour';
  const colours = [...new Set(pale.map(told))].map((colour) => {
    const styles = pale.filter((one) => told(one) === colour).map(({ style }) => style);
    return `${colour} is less than ${enough} (${styles.join(', ')})`;
  });
  return titled('contrast', colours, fine);
}

const told = ({ color, value, ratio }: Contrast): string =>
  `${color === value ? value : `${color} ${value}`}, ${ratio.toFixed(1)}:1`;
