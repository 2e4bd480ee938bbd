import { decode, type NaiveFont } from './fonts.js';
import {
  around,
  BLACK,
  type Box,
  boxOf,
  type Colour,
  colourOf,
  EVERYWHERE,
  IDENTITY,
  type Matrix,
  matrixOf,
  multiply,
  NOWHERE,
  number,
  WHITE,
} from './geometry.js';
import { type Operand, readOperations } from './tokens.js';

// In: a page's content stream and its fonts. Out: what is shown, piece by piece in the order of the stream, with its place,
// size and ink. Why: this is all that a simple reader knows of a page. It follows ISO 32000-1, 9.4, and leaves out what
// such readers leave out: the widths of letters, marked content, clipping.

export interface Shown {
  text: string;
  /** pt from the lower left corner of the page. */
  x: number;
  y: number;
  /**
   * The widest step to the side, in pt, that any one operator made since the piece before. Chromium goes back to the
   * beginning of the line at every change of font, and simple readers take each way for itself.
   */
  step: number;
  /** pt, as it comes out on paper. */
  size: number;
  /** Undefined for a pattern. */
  ink: Colour | undefined;
  /** What is painted under it; undefined for a picture, a pattern or a gradient. */
  paper: Colour | undefined;
  /** Text rendering mode 3 or 7: neither filled nor stroked. */
  inkless: boolean;
  /** How wide its font's space is, in ems. */
  space: number;
}

export interface Form {
  content: Uint8Array;
  matrix: Matrix;
  resources: Resources;
}

export interface Resources {
  font(name: string): NaiveFont | undefined;
  object(name: string): Form | 'picture' | undefined;
}

interface State {
  ctm: Matrix;
  ink: Colour | undefined;
  font: NaiveFont | undefined;
  size: number;
  leading: number;
  mode: number;
}

interface Painted {
  shown: Shown[];
  /** Where the last positioning operator led, and the widest step since the last text. */
  at: { x: number; y: number; step: number };
  /** The boxes around what was filled, in page space, in the order it was painted. */
  fills: (Box & { colour: Colour | undefined })[];
}

const MAX_FORMS = 8;
const MAX_SAVED = 512;
const MAX_SHOWN = 50_000;
/** Each piece of text is held against all of them. */
const MAX_FILLS = 1000;

export function interpret(content: Uint8Array, resources: Resources): Shown[] {
  const page: Painted = { shown: [], fills: [], at: { x: 0, y: 0, step: 0 } };
  const state = { ctm: IDENTITY, ink: BLACK, font: undefined, size: 0, leading: 0, mode: 0 };
  paint({ content, matrix: IDENTITY, resources }, state, page, 0);
  return page.shown;
}

function paint({ content, matrix, resources }: Form, start: State, page: Painted, depth: number): void {
  let state: State = { ...start, ctm: multiply(matrix, start.ctm) };
  const saved: State[] = [];
  let line = IDENTITY;
  let path: Box[] = [];

  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const moveTo = (matrix: Matrix) => {
    line = matrix;
    const [, , c, d, x, y] = multiply(line, state.ctm);
    const level = Math.abs(y - page.at.y) <= 0.3 * Math.abs(state.size) * Math.hypot(c, d);
    page.at = { x, y, step: level ? Math.max(page.at.step, Math.abs(x - page.at.x)) : page.at.step };
  };
  const move = (x: number, y: number) => moveTo(multiply([1, 0, 0, 1, x, y], line));
  const nextLine = () => move(0, -state.leading);
  const show = (parts: readonly Operand[]) => {
    const { font } = state;
    if (!font || page.shown.length >= MAX_SHOWN) return;
    const [, , c, d, x, y] = multiply(line, state.ctm);
    // A step of half a space or more, inside a string of strings, is taken for a space.
    const texts = parts.map((part) => {
      if (part instanceof Uint8Array) return decode(font, part);
      return number(part) <= -500 * font.space ? ' ' : '';
    });
    page.shown.push({
      text: texts.join(''),
      x,
      y,
      step: page.at.step,
      size: Math.abs(state.size) * Math.hypot(c, d),
      ink: state.ink,
      paper: paperAt(page, x, y),
      inkless: state.mode === 3 || state.mode === 7,
      space: font.space,
    });
    page.at.step = 0;
  };
  const paintObject = (name: Operand | undefined) => {
    const object = typeof name === 'string' ? resources.object(name.slice(1)) : undefined;
    if (object === 'picture') fill([boxOf(state.ctm)], undefined, page);
    else if (object && depth < MAX_FORMS) paint(object, state, page, depth + 1);
  };
  const follow = (operands: readonly Operand[]) => {
    const box = path.at(-1);
    if (box) path[path.length - 1] = around(box, operands, state.ctm);
  };

  const steps: Record<string, (operands: Operand[]) => void> = {
    q: () => saved.length < MAX_SAVED && saved.push(state),
    Q: () => set(saved.pop() ?? {}),
    cm: (operands) => set({ ctm: multiply(matrixOf(operands), state.ctm) }),
    BT: () => {
      line = IDENTITY;
    },
    Tm: (operands) => moveTo(matrixOf(operands)),
    Tf: ([name, size]) =>
      set({
        font: typeof name === 'string' ? resources.font(name.slice(1)) : undefined,
        size: number(size),
      }),
    TL: ([leading]) => set({ leading: number(leading) }),
    Tr: ([mode]) => set({ mode: number(mode) }),
    Td: ([x, y]) => move(number(x), number(y)),
    TD: ([x, y]) => {
      set({ leading: -number(y) });
      move(number(x), number(y));
    },
    'T*': nextLine,
    Tj: (operands) => show(operands),
    TJ: ([list]) => show(Array.isArray(list) ? list : []),
    "'": (operands) => {
      nextLine();
      show(operands);
    },
    '"': ([, , string]) => {
      nextLine();
      show(string === undefined ? [] : [string]);
    },
    re: (operands) => {
      const [x = 0, y = 0, width = 0, height = 0] = operands.map(number);
      path.push(boxOf(multiply([width, 0, 0, height, x, y], state.ctm)));
    },
    m: (operands) => path.push(around(NOWHERE, operands, state.ctm)),
    Do: ([name]) => paintObject(name),
    sh: () => fill([EVERYWHERE], undefined, page),
  };
  for (const operator of ['l', 'c', 'v', 'y']) steps[operator] = follow;
  for (const operator of ['g', 'rg', 'k', 'sc', 'scn']) {
    steps[operator] = (operands) => set({ ink: colourOf(operands) });
  }

  for (const { operator, operands } of readOperations(content)) {
    if (/^[fFbB]\*?$/.test(operator)) fill(path.slice(0, MAX_FILLS), state.ink, page);
    if (/^([fFbB]\*?|[sSn])$/.test(operator)) path = [];
    if (Object.hasOwn(steps, operator)) steps[operator]?.(operands);
  }
}

function fill(path: readonly Box[], colour: Colour | undefined, { fills }: Painted): void {
  for (const box of path) if (fills.length < MAX_FILLS) fills.push({ ...box, colour });
}

function paperAt({ fills }: Painted, x: number, y: number): Colour | undefined {
  const under = fills.findLast(
    ({ left, right, bottom, top }) => left <= x && x <= right && bottom <= y && y <= top,
  );
  return under ? under.colour : WHITE;
}
