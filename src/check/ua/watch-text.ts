import type { PDFDict } from '@cantoo/pdf-lib';
import { onceFor } from '../../once.js';
import { HEX_VALUE } from '../pdf-characters.js';
import { dictAt } from './entries.js';

// In: the operators of a content stream, one after the other. Out: the fonts it shows text in, and of each what is shown
// (ISO 32000-1, 9.4.3).

type PdfLib = typeof import('@cantoo/pdf-lib');

export interface Shown {
  /** Whether any of it can be seen: text may be there only to be found (9.3.6). */
  visible: boolean;
  /** The codes of two bytes; of fonts whose codes are of one byte, what they make in pairs. */
  codes: Set<number>;
}

/** What `watchText` looks at. */
export const TEXT_OPERATORS: readonly string[] = ['q', 'Q', 'Tf', 'Tr', 'Tj', 'TJ', "'", '"'];
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);

/** To be called with each operator of one stream and what stands before it; adds to `shown`. */
export function watchText(
  lib: PdfLib,
  resources: PDFDict | undefined,
  shown: Map<PDFDict, Shown>,
): (operator: string, operands: string) => void {
  const fonts = dictAt(lib, resources, 'Font');
  let state: { font: Shown | undefined; dict: PDFDict | undefined; isHidden: boolean } = {
    font: undefined,
    dict: undefined,
    isHidden: false,
  };
  const fontIn = onceFor((operands) => {
    const name = /^\/([^\s/<>]*)/.exec(operands)?.[1];
    return name === undefined ? undefined : dictAt(lib, fonts, name);
  });
  const saved: (typeof state)[] = [];
  return (operator, operands) => {
    if (operator === 'q') saved.push(state);
    else if (operator === 'Q') state = saved.pop() ?? state;
    else if (operator === 'Tr') state = { ...state, isHidden: operands === '3' };
    else if (operator === 'Tf') {
      const dict = fontIn(operands);
      state = { ...state, dict, font: dict && shown.get(dict) };
    } else if (state.dict && SHOWS.has(operator)) {
      const font = state.font ?? shown.get(state.dict) ?? { visible: false, codes: new Set() };
      if (!state.font) {
        shown.set(state.dict, font);
        state = { ...state, font };
      }
      font.visible ||= !state.isHidden;
      gather(operands, font.codes);
    }
  };
}

/** Of the strings in hexadecimal digits, which is how codes of two bytes are written. Between digits may be space. */
function gather(operands: string, codes: Set<number>): void {
  for (let open = operands.indexOf('<'); open >= 0; open = operands.indexOf('<', open + 1)) {
    const close = operands.indexOf('>', open);
    let code = 0;
    let digits = 0;
    for (let at = open + 1; at < close; at += 1) {
      const digit = HEX_VALUE[operands.charCodeAt(at)] ?? -1;
      if (digit < 0) continue;
      code = code * 16 + digit;
      digits += 1;
      if (digits % 4 > 0) continue;
      codes.add(code);
      code = 0;
    }
  }
}
