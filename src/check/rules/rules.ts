import { clip } from '../../source/clip.js';
import { AGREEMENT } from './agreement-rule.js';
import { CONTACT_RULES } from './contact-rules.js';
import { DATE_RULES } from './date-rules.js';
import { FILE_RULES, TEXTLESS_RULES } from './file-rules.js';
import { HEADING_RULES } from './heading-rules.js';
import { LAYOUT_RULES } from './layout-rules.js';
import { LETTER_RULES } from './letter-rules.js';
import { LINK_RULES } from './link-rules.js';
import type { Checked, CheckSeverity, Rule } from './rule.js';
import { UA_RULES } from './ua-rules.js';

// Every rule, in the order in which they are told.

const TEXT_RULES: readonly Rule[] = [
  ...CONTACT_RULES,
  ...LAYOUT_RULES,
  ...HEADING_RULES,
  ...LETTER_RULES,
  ...DATE_RULES,
  ...LINK_RULES,
  AGREEMENT,
  ...UA_RULES,
];

export const RULES: readonly Rule[] = [...TEXTLESS_RULES, ...FILE_RULES, ...TEXT_RULES];

export interface Finding {
  rule: string;
  severity: CheckSeverity;
  message: string;
  /** Where it is wrong: the text concerned, at most five, shortened. */
  evidence: string[];
  /** In how many places. */
  count: number;
  fix: string;
}

const SHOWN = 5;
const LENGTH = 100;

/** What is wrong with a file, errors first. A file without text, or with next to none, is told of once. */
export function judge(checked: Checked): Finding[] {
  const textless = TEXTLESS_RULES.flatMap((rule) => apply(rule, checked));
  const rules = textless.length > 0 ? FILE_RULES : [...FILE_RULES, ...TEXT_RULES];
  const findings = [...textless, ...rules.flatMap((rule) => apply(rule, checked))];
  const order: readonly CheckSeverity[] = ['error', 'warning', 'info'];
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function apply({ id, severity, formats, wrong, fix, judge }: Rule, checked: Checked): Finding[] {
  if (!formats.includes(checked.extraction.format)) return [];
  const places = judge(checked);
  if (places.length === 0) return [];
  const evidence = [...new Set(places)].slice(0, SHOWN).map(short);
  return [{ rule: id, severity, message: wrong, evidence, count: places.length, fix }];
}

const short = (text: string): string => clip(text.replaceAll(/\s+/g, ' ').trim(), LENGTH);
