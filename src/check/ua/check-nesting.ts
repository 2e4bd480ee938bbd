import { around, type UaElement, type UaTree, within } from './read-tree.js';
import type { UaFault } from './ua-fault.js';

// ISO 14289-1, 7.2: lists, tables and tables of contents are made of what they are made of, in its place.

const allowed = (...roles: string[]): ReadonlySet<string> => new Set(roles);
const TABLES = allowed('Table', 'THead', 'TBody', 'TFoot');

/** What an element may stand in. */
const IN: Record<string, { clause: string; parents: ReadonlySet<string> }> = {
  TR: { clause: '7.2-4', parents: TABLES },
  THead: { clause: '7.2-5', parents: allowed('Table') },
  TBody: { clause: '7.2-6', parents: allowed('Table') },
  TFoot: { clause: '7.2-7', parents: allowed('Table') },
  TH: { clause: '7.2-8', parents: allowed('TR') },
  TD: { clause: '7.2-9', parents: allowed('TR') },
  LI: { clause: '7.2-17', parents: allowed('L') },
  LBody: { clause: '7.2-18', parents: allowed('LI') },
  TOCI: { clause: '7.2-26', parents: allowed('TOC') },
};

/** What an element may hold. */
const HOLDS: Record<string, { clause: string; kids: ReadonlySet<string> }> = {
  Table: { clause: '7.2-3', kids: allowed('TR', 'THead', 'TBody', 'TFoot', 'Caption') },
  TR: { clause: '7.2-10', kids: allowed('TH', 'TD') },
  L: { clause: '7.2-19', kids: allowed('L', 'LI', 'Caption') },
  LI: { clause: '7.2-20', kids: allowed('Lbl', 'LBody') },
  TOC: { clause: '7.2-27', kids: allowed('TOC', 'TOCI', 'Caption') },
  THead: { clause: '7.2-36', kids: allowed('TR') },
  TBody: { clause: '7.2-37', kids: allowed('TR') },
  TFoot: { clause: '7.2-38', kids: allowed('TR') },
};

export function checkNesting({ elements }: UaTree): UaFault[] {
  // Most elements are bound by neither list, and there are thousands of them.
  const bound = elements.filter(({ role }) => Object.hasOwn(IN, role) || Object.hasOwn(HOLDS, role));
  return bound.flatMap((element) => {
    const kids = within(element);
    return [...misplaced(element), ...intruders(element, kids), ...miscounted(element.role, kids)];
  });
}

const fault = (clause: string, place: string): UaFault => ({ rule: 'ua-nesting', clause, place });

function misplaced(element: UaElement): UaFault[] {
  const rule = Object.hasOwn(IN, element.role) ? IN[element.role] : undefined;
  const parent = around(element)?.role ?? 'the root';
  return !rule || rule.parents.has(parent) ? [] : [fault(rule.clause, `${element.role} in ${parent}`)];
}

function intruders({ role }: UaElement, kids: readonly UaElement[]): UaFault[] {
  const rule = Object.hasOwn(HOLDS, role) ? HOLDS[role] : undefined;
  const wrong = kids.filter((kid) => rule && !rule.kids.has(kid.role));
  return wrong.map((kid) => fault(rule?.clause ?? '', `${kid.role} in ${role}`));
}

/** Captions come first and once; a table's head and foot come once and with a body. */
function miscounted(role: string, kids: readonly UaElement[]): UaFault[] {
  const count = (type: string) => kids.filter((kid) => kid.role === type).length;
  const faults: UaFault[] = [];
  if (role === 'L' && kids.slice(1).some((kid) => kid.role === 'Caption'))
    faults.push(fault('7.2-40', 'Caption inside L'));
  if (role === 'TOC' && kids.slice(1).some((kid) => kid.role === 'Caption'))
    faults.push(fault('7.2-28', 'Caption inside TOC'));
  if (role !== 'Table') return faults;
  if (kids.slice(1, -1).some((kid) => kid.role === 'Caption'))
    faults.push(fault('7.2-16', 'Caption inside Table'));
  if (count('Caption') > 1) faults.push(fault('7.2-39', 'Table with several Captions'));
  if (count('THead') > 1) faults.push(fault('7.2-11', 'Table with several THeads'));
  if (count('TFoot') > 1) faults.push(fault('7.2-12', 'Table with several TFoots'));
  if (count('TFoot') > 0 && count('TBody') === 0) faults.push(fault('7.2-13', 'TFoot without TBody'));
  if (count('THead') > 0 && count('TBody') === 0) faults.push(fault('7.2-14', 'THead without TBody'));
  return faults;
}
