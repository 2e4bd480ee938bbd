import type { PDFArray, PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { inflate } from '../extract/naive-pdf/inflate.js';
import { type Operand, readOperations } from '../extract/naive-pdf/tokens.js';
import { dictAt, nameAt, numberAt } from './entries.js';
import type { UaTree } from './read-tree.js';
import type { UaFault } from './ua-fault.js';

// ISO 14289-1, 7.1: whatever a page paints is either known to the structure tree or marked as an artifact, and never both.

type PdfLib = typeof import('@cantoo/pdf-lib');

export const MAX_PAGES = 100;
const MAX_FORMS = 8;
const KINDS: Record<string, string> = { Do: 'a picture', BI: 'a picture', sh: 'a shade' };
for (const operator of ['Tj', 'TJ', "'", '"']) KINDS[operator] = 'text';
for (const operator of ['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']) KINDS[operator] = 'a shape';

type Mark = 'artifact' | 'tagged' | 'neither';

export function checkContent(lib: PdfLib, document: PDFDocument, tree: UaTree): UaFault[] {
  return document
    .getPages()
    .slice(0, MAX_PAGES)
    .flatMap((page, index) => {
      const resources = page.node.Resources();
      const key = numberAt(lib, page.node, 'StructParents');
      const found = walk(lib, tree, { content: contentOf(lib, page), resources, key, marks: [], depth: 0 });
      return [...found].map(([clause, what]): UaFault => {
        const [number = '', place = ''] = [clause.split(' ', 1)[0], what];
        return { rule: RULES[number] ?? 'ua-artifact', clause: number, place: `page ${index + 1}: ${place}` };
      });
    });
}

const RULES: Record<string, UaFault['rule']> = { '7.1-3': 'ua-untagged-content' };

interface Stream {
  content: Uint8Array;
  resources: PDFDict | undefined;
  /** Its row of the parent tree. */
  key: number | undefined;
  /** Those that are open around it. */
  marks: readonly Mark[];
  depth: number;
}

/** What is wrong, each kind once: a page with one unmarked letter seldom has only one. */
function walk(lib: PdfLib, tree: UaTree, stream: Stream): Map<string, string> {
  const found = new Map<string, string>();
  const note = (clause: string, place: string) => found.set(`${clause} ${place}`, place);
  const marks = [...stream.marks];
  const row = stream.key === undefined ? undefined : tree.parents.get(stream.key);
  const parents = row instanceof lib.PDFArray ? row : undefined;
  for (const { operator, operands } of readOperations(stream.content)) {
    if (operator === 'BMC' || operator === 'BDC') {
      const mark = markOf(lib, operands, stream.resources, parents);
      if (mark === 'artifact' && marks.includes('tagged')) note('7.1-1', 'an artifact inside tagged content');
      if (mark === 'tagged' && marks.includes('artifact')) note('7.1-2', 'tagged content inside an artifact');
      marks.push(mark);
    } else if (operator === 'EMC') marks.pop();
    else if (operator === 'Do' && formOf(lib, operands, stream)) {
      const form = formOf(lib, operands, stream);
      if (!form || stream.depth >= MAX_FORMS) continue;
      for (const [clause, place] of walk(lib, tree, { ...form, marks })) found.set(clause, place);
    } else if (KINDS[operator] && marks.every((mark) => mark === 'neither')) note('7.1-3', KINDS[operator]);
  }
  return found;
}

function markOf(
  lib: PdfLib,
  operands: readonly Operand[],
  resources: PDFDict | undefined,
  parents: PDFArray | undefined,
): Mark {
  const [tag, properties] = operands;
  if (tag === '/Artifact') return 'artifact';
  const inline = operands[operands.indexOf('/MCID') + 1];
  const named =
    typeof properties === 'string'
      ? numberAt(lib, dictAt(lib, dictAt(lib, resources, 'Properties'), properties.slice(1)), 'MCID')
      : undefined;
  const number = operands.includes('/MCID') && typeof inline === 'number' ? inline : named;
  if (number === undefined || !parents || !(number >= 0 && number < parents.size())) return 'neither';
  return parents.lookup(number) instanceof lib.PDFDict ? 'tagged' : 'neither';
}

/** A form has a row of its own in the parent tree, or none, and then counts in its page's. */
function formOf(lib: PdfLib, [name]: readonly Operand[], around: Stream): Stream | undefined {
  const objects = dictAt(lib, around.resources, 'XObject');
  const object = typeof name === 'string' ? objects?.lookup(lib.PDFName.of(name.slice(1))) : undefined;
  if (!(object instanceof lib.PDFRawStream) || nameAt(lib, object.dict, 'Subtype') !== 'Form')
    return undefined;
  return {
    content: inflate(lib, object),
    resources: dictAt(lib, object.dict, 'Resources') ?? around.resources,
    key: numberAt(lib, object.dict, 'StructParents') ?? around.key,
    marks: around.marks,
    depth: around.depth + 1,
  };
}

function contentOf(lib: PdfLib, page: PDFPage): Uint8Array {
  const contents = page.node.lookup(lib.PDFName.of('Contents'));
  const streams = contents instanceof lib.PDFArray ? contents.asArray() : [contents];
  return Buffer.concat(
    streams.flatMap((stream) => [inflate(lib, stream && page.doc.context.lookup(stream)), Buffer.from(' ')]),
  );
}
