import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { inflate } from '../extract/naive-pdf/inflate.js';
import { dictAt, nameAt } from './entries.js';
import { readMarks } from './read-marks.js';

// In: a PDF. Out: the fonts its pages and forms show text in, and of each what is shown (ISO 32000-1, 9.4.3).

type PdfLib = typeof import('@cantoo/pdf-lib');

export interface Shown {
  font: PDFDict;
  /** Whether any of it can be seen: text may be there only to be found (9.3.6). */
  visible: boolean;
  /** The codes of two bytes that are shown; of fonts whose codes are of one byte, what they make in pairs. */
  codes: Set<number>;
}

const WANTED = new Set(['q', 'Q', 'Tf', 'Tr', 'Tj', 'TJ', "'", '"']);
const MAX_STREAMS = 1000;

export function readShown(lib: PdfLib, document: PDFDocument): Shown[] {
  const shown = new Map<PDFDict, Shown>();
  const seen = new Set<PDFDict>();
  const visit = (content: string, resources: PDFDict | undefined): void => {
    read(lib, content, dictAt(lib, resources, 'Font'), shown);
    const objects = dictAt(lib, resources, 'XObject');
    for (const key of objects?.keys() ?? []) {
      const form = objects?.lookup(key);
      if (!(form instanceof lib.PDFRawStream) || nameAt(lib, form.dict, 'Subtype') !== 'Form') continue;
      if (seen.has(form.dict) || seen.size > MAX_STREAMS) continue;
      seen.add(form.dict);
      visit(textOf(inflate(lib, form)), dictAt(lib, form.dict, 'Resources') ?? resources);
    }
  };
  for (const { node } of document.getPages().slice(0, MAX_STREAMS)) {
    const contents = node.lookup(lib.PDFName.of('Contents'));
    const streams = contents instanceof lib.PDFArray ? contents.asArray() : [contents];
    const parts = streams.map((one) => textOf(inflate(lib, one && document.context.lookup(one))));
    visit(parts.join(' '), node.Resources());
  }
  return [...shown.values()];
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

interface State {
  font: PDFDict | undefined;
  isHidden: boolean;
}

function read(lib: PdfLib, content: string, fonts: PDFDict | undefined, shown: Map<PDFDict, Shown>): void {
  let state: State = { font: undefined, isHidden: false };
  const saved: State[] = [];
  for (const { operator, operands } of readMarks(content, WANTED)) {
    if (operator === 'q') saved.push(state);
    else if (operator === 'Q') state = saved.pop() ?? state;
    else if (operator === 'Tr') state = { ...state, isHidden: operands === '3' };
    else if (operator === 'Tf') {
      const name = /^\/([^\s/<>]*)/.exec(operands)?.[1];
      state = { ...state, font: name === undefined ? undefined : dictAt(lib, fonts, name) };
    } else if (state.font) {
      const known = shown.get(state.font) ?? { font: state.font, visible: false, codes: new Set() };
      shown.set(state.font, known);
      known.visible ||= !state.isHidden;
      gather(operands, known.codes);
    }
  }
}

/** Of the strings in hexadecimal digits, which is how codes of two bytes are written. */
function gather(operands: string, codes: Set<number>): void {
  for (let open = operands.indexOf('<'); open >= 0; open = operands.indexOf('<', open + 1)) {
    const close = operands.indexOf('>', open);
    for (let at = open + 1; at + 4 <= close; at += 4) {
      codes.add(Number.parseInt(operands.slice(at, at + 4), 16));
    }
  }
}
