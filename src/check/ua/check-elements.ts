import { attributeAt } from './attributes.js';
import { dictAt, kidsAt, nameAt, textAt } from './entries.js';
import { type UaElement, type UaTree, within } from './read-tree.js';
import type { UaFault } from './ua-fault.js';

// ISO 14289-1, 7.3 to 7.9 and 7.18.4: pictures say what they show, headings go down one level at a time, notes have names,
// fields are fields.

type PdfLib = typeof import('@cantoo/pdf-lib');

export function checkElements(lib: PdfLib, tree: UaTree): UaFault[] {
  return [...unspoken(lib, tree), ...headings(tree), ...notes(lib, tree), ...forms(lib, tree)];
}

function unspoken(lib: PdfLib, { elements }: UaTree): UaFault[] {
  return elements
    .filter(({ role }) => role === 'Figure' || role === 'Formula')
    .filter(({ dict }) => !textAt(lib, dict, 'Alt') && textAt(lib, dict, 'ActualText') === undefined)
    .map(({ role }, index) => ({
      rule: 'image-alt',
      clause: role === 'Figure' ? '7.3-1' : '7.7-1',
      place: `${role} ${index + 1}`,
    }));
}

function headings({ elements }: UaTree): UaFault[] {
  const faults: UaFault[] = [];
  let level = 0;
  const numbered = elements.filter(({ role }) => /^H[1-6]$/.test(role));
  for (const { role } of numbered) {
    const next = Number(role.slice(1));
    if (next > level + 1) {
      faults.push({
        rule: 'heading-order',
        clause: '7.4.2-1',
        place: level === 0 ? role : `${role} after H${level}`,
      });
    }
    level = next;
  }
  const plain = elements.filter(({ role }) => role === 'H');
  if (plain.length > 0 && numbered.length > 0) {
    faults.push({ rule: 'ua-headings', clause: '7.4.4-2', place: 'both H and H1 to H6' });
  }
  const several = (one: UaElement) => within(one).filter(({ role }) => role === 'H').length > 1;
  for (const { role } of plain.length > 1 ? elements.filter(several) : []) {
    faults.push({ rule: 'ua-headings', clause: '7.4.4-1', place: `several H in one ${role}` });
  }
  return faults;
}

function notes(lib: PdfLib, { elements }: UaTree): UaFault[] {
  const ids = elements.filter(({ role }) => role === 'Note').map(({ dict }) => textAt(lib, dict, 'ID') ?? '');
  return ids.flatMap((id, index): UaFault[] => {
    if (id === '') return [{ rule: 'ua-note', clause: '7.9-1', place: `note ${index + 1}` }];
    return ids.indexOf(id) < index ? [{ rule: 'ua-note', clause: '7.9-2', place: `the ID ${id}` }] : [];
  });
}

/** A field of a form holds what is filled in and nothing else; one that is only printed says what it is. */
function forms(lib: PdfLib, { elements, classes }: UaTree): UaFault[] {
  return elements
    .filter(({ role }) => role === 'Form')
    .flatMap(({ dict }, index): UaFault[] => {
      const kids = kidsAt(lib, dict);
      const [only] = kids;
      const object = only instanceof lib.PDFDict ? dictAt(lib, only, 'Obj') : undefined;
      const isField = kids.length === 1 && nameAt(lib, object, 'Subtype') === 'Widget';
      if (isField || attributeAt(lib, { dict, classes }, 'PrintField', 'Role')) return [];
      return [{ rule: 'ua-form', clause: '7.18.4-2', place: `Form ${index + 1}` }];
    });
}
