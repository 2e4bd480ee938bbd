import type { PDFArray, PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { inflate } from '../extract/naive-pdf/inflate.js';
import { LANGUAGE } from './check-document.js';
import { dictAt, nameAt, numberAt } from './entries.js';
import { readMarks } from './read-marks.js';
import type { UaTree } from './read-tree.js';
import type { UaFault } from './ua-fault.js';
import { type Shown, TEXT_OPERATORS, watchText } from './watch-text.js';

// ISO 14289-1, 7.1: whatever a page paints is either known to the structure tree or marked as an artifact, and never both.

type PdfLib = typeof import('@cantoo/pdf-lib');

export const MAX_PAGES = 100;
const MAX_FORMS = 200;
const KINDS: Record<string, string> = { Do: 'a picture', BI: 'a picture', sh: 'a shade' };
for (const operator of ['Tj', 'TJ', "'", '"']) KINDS[operator] = 'text';
for (const operator of ['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']) KINDS[operator] = 'a shape';
const WANTED = ['BMC', 'BDC', 'EMC', ...Object.keys(KINDS), ...TEXT_OPERATORS];

const RULES: Record<string, UaFault['rule']> = {
  '7.1-3': 'ua-untagged-content',
  '7.20-1': 'ua-untagged-content',
  '7.20-2': 'ua-untagged-content',
  '7.2-29': 'ua-language',
};

type Role = 'artifact' | 'tagged' | 'neither';

/** Adds to `shown` what is shown in each font. */
export function checkContent(
  lib: PdfLib,
  document: PDFDocument,
  tree: UaTree,
  shown: Map<PDFDict, Shown>,
): UaFault[] {
  const painted = new Set<string>();
  return document
    .getPages()
    .slice(0, MAX_PAGES)
    .flatMap((page, index) => {
      const resources = page.node.Resources();
      const key = numberAt(lib, page.node, 'StructParents');
      const content = contentOf(lib, page);
      const found = walk(lib, tree, { content, resources, key, marks: [], seen: new Set(), painted, shown });
      return [...found].map(([what, clause]): UaFault => {
        return { rule: RULES[clause] ?? 'ua-artifact', clause, place: `page ${index + 1}: ${what}` };
      });
    });
}

interface Stream {
  /** One character a byte. */
  content: string;
  resources: PDFDict | undefined;
  /** Its row of the parent tree. */
  key: number | undefined;
  /** Those that are open around it. */
  marks: readonly Role[];
  /** The forms of the page that were judged, each under the marks it was painted in: they may paint each other. */
  seen: Set<string>;
  /** Those that were painted, by any page. */
  painted: Set<string>;
  shown: Map<PDFDict, Shown>;
}

/** What is wrong, each kind once, and the clause: a page with one unmarked letter seldom has only one. */
function walk(lib: PdfLib, tree: UaTree, stream: Stream): Map<string, string> {
  const found = new Map<string, string>();
  const marks = [...stream.marks];
  const row = stream.key === undefined ? undefined : tree.parents.get(stream.key);
  const parents = row instanceof lib.PDFArray ? row : undefined;
  const watch = watchText(lib, stream.resources, stream.shown);
  readMarks(stream.content, WANTED, (operator, operands) => {
    watch(operator, operands);
    if (operator === 'BMC' || operator === 'BDC') {
      const mark = SPEAKS.test(operands) ? markOf(lib, operands, stream.resources, parents) : 'neither';
      if (mark === 'artifact' && isKnown(lib, numberIn(lib, operands, stream.resources), parents))
        found.set('an artifact that an element owns', '7.1-1');
      const lang = LANG.exec(operands)?.[1];
      if (lang !== undefined && !LANGUAGE.test(lang)) found.set(lang || 'an empty language', '7.2-29');
      if (mark === 'artifact' && marks.includes('tagged'))
        found.set('an artifact inside tagged content', '7.1-1');
      if (mark === 'tagged' && marks.includes('artifact'))
        found.set('tagged content inside an artifact', '7.1-2');
      marks.push(mark);
    } else if (operator === 'EMC') marks.pop();
    const form = operator === 'Do' ? formOf(lib, operands, stream) : undefined;
    const kind = KINDS[operator];
    if (form) {
      if (form.object.dict.get(lib.PDFName.of('Ref'))) found.set('a page of another file', '7.20-1');
      // What elements own stands in one place.
      if (form.key !== undefined && stream.painted.has(form.id)) found.set('tagged content, twice', '7.20-2');
      stream.painted.add(form.id);
      const id = `${form.id} ${[...new Set(marks)].sort().join(' ')}`;
      if (stream.seen.has(id) || stream.seen.size >= MAX_FORMS) return;
      stream.seen.add(id);
      const inside = {
        ...form,
        content: textOf(inflate(lib, form.object)),
        marks,
        seen: stream.seen,
        painted: stream.painted,
        shown: stream.shown,
      };
      for (const [what, clause] of walk(lib, tree, inside)) found.set(what, clause);
    } else if (kind && marks.every((mark) => mark === 'neither')) found.set(kind, '7.1-3');
  });
  return found;
}

/** Most marks of Arabic only tell a letter: they are no artifact, no element owns them, and they name no list of properties. */
const SPEAKS = /^\/(?:Artifact|[^\s/<>]*\s*\/)|\/MCID/;
const LANG = /\/Lang\s*\(([^()]*)\)/;

function markOf(
  lib: PdfLib,
  operands: string,
  resources: PDFDict | undefined,
  parents: PDFArray | undefined,
): Role {
  if (/^\/Artifact(?![^\s/<])/.test(operands)) return 'artifact';
  return isKnown(lib, numberIn(lib, operands, resources), parents) ? 'tagged' : 'neither';
}

const isKnown = (lib: PdfLib, number: number | undefined, parents: PDFArray | undefined): boolean =>
  number !== undefined &&
  parents !== undefined &&
  number >= 0 &&
  number < parents.size() &&
  parents.lookup(number) instanceof lib.PDFDict;

/** A mark's number, which stands in it or among the page's resources. */
function numberIn(lib: PdfLib, operands: string, resources: PDFDict | undefined): number | undefined {
  const [, inline, name] = /\/MCID\s+(\d+)|^\/[^\s/<>]*\s*\/([^\s/<>]+)/.exec(operands) ?? [];
  if (inline !== undefined) return Number(inline);
  if (name === undefined) return undefined;
  return numberAt(lib, dictAt(lib, dictAt(lib, resources, 'Properties'), name), 'MCID');
}

/** What is marked in a form is known by the form's own row of the parent tree, and not by its page's. */
function formOf(lib: PdfLib, operands: string, around: Stream) {
  const objects = dictAt(lib, around.resources, 'XObject');
  const name = lib.PDFName.of(operands.slice(1));
  const object = objects?.lookup(name);
  if (!(object instanceof lib.PDFRawStream) || nameAt(lib, object.dict, 'Subtype') !== 'Form') {
    return undefined;
  }
  return {
    object,
    id: String(objects?.get(name)),
    resources: dictAt(lib, object.dict, 'Resources') ?? around.resources,
    key: numberAt(lib, object.dict, 'StructParents'),
  };
}

function contentOf(lib: PdfLib, page: PDFPage): string {
  const contents = page.node.lookup(lib.PDFName.of('Contents'));
  const streams = contents instanceof lib.PDFArray ? contents.asArray() : [contents];
  return streams.map((stream) => textOf(inflate(lib, stream && page.doc.context.lookup(stream)))).join(' ');
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
