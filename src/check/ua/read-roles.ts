import type { PDFDict } from '@cantoo/pdf-lib';
import { onceFor } from '../../once.js';
import { dictAt, nameAt } from './entries.js';
import type { UaFault } from './ua-fault.js';

type PdfLib = typeof import('@cantoo/pdf-lib');

/** ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);

export interface Judged {
  /** The standard type that a type stands for; the type itself where there is none. */
  role: string;
  faults: readonly UaFault[];
}

export interface Roles {
  judge(type: string): Judged;
}

/** A document's role map (ISO 32000-1, 14.7.3): types of its own, and the standard types they come nearest to. */
export function readRoles(lib: PdfLib, root: PDFDict | undefined): Roles {
  const map = dictAt(lib, root, 'RoleMap');
  const follow = (type: string): string => {
    const seen = new Set<string>();
    let role = type;
    while (!STANDARD.has(role) && !seen.has(role)) {
      seen.add(role);
      role = nameAt(lib, map, role) ?? role;
    }
    return role;
  };
  const isCircular = (type: string): boolean => {
    const seen = new Set<string>();
    let role: string | undefined = type;
    while (role !== undefined && !seen.has(role)) {
      seen.add(role);
      role = nameAt(lib, map, role);
    }
    return role !== undefined;
  };
  const faultsOf = (type: string): UaFault[] => {
    const fault = (clause: string, place: string): UaFault => ({ rule: 'ua-role', clause, place });
    const mapped = nameAt(lib, map, type);
    if (isCircular(type)) return [fault('7.1-6', `${type} is mapped in a circle`)];
    if (STANDARD.has(type) && mapped !== undefined) return [fault('7.1-7', `${type} is mapped to ${mapped}`)];
    return STANDARD.has(follow(type)) ? [] : [fault('7.1-5', type)];
  };
  // A document has many elements of few types.
  return { judge: onceFor((type) => ({ role: follow(type), faults: faultsOf(type) })) };
}
