import { type Operator, readOperators } from './read-operators.js';

// A page's content stream as Chromium writes it → the same with the glyphs of a line in one string. Why: Chromium places
// glyphs one by one, each by the width it has anyway, and begins a line anew for every font in it. Programs that take a
// move for a space read “M otion” and “Ř eháková” there.

/** What a font says of its glyphs: the width of one, by its two-byte code, in thousandths of the font's size. */
export type Widths = (code: number) => number;

/** Offsets below this, in thousandths of the font's size, are noise of the sums behind them. */
const NOISE = 0.01;
/** How far a move may lead, in font sizes, before pypdf 3 takes it for a space whatever was shown on the way. */
const STEP = 0.4;

/**
 * `content` is one character a byte; `widthsOf` knows the fonts of the page by their names there, or not. Glyphs stay
 * where they are: what their widths do not explain stands between them as a number (ISO 32000-1, 9.4.3).
 */
export function joinGlyphs(content: string, widthsOf: (font: string) => Widths | undefined): string {
  const operators = readOperators(content)?.map(({ name, start, end }) => ({
    name,
    start,
    end,
    text: LOOKED_AT.has(name) ? content.slice(start, end) : '',
  }));
  if (!operators || operators.some(({ name }) => SPACING.has(name))) return content;
  let joined = '';
  let copied = 0;
  const replace = (from: number, to: number, text: string) => {
    joined += content.slice(copied, operators[from]?.start) + text;
    copied = operators[to]?.end ?? content.length;
  };
  let font: Font | undefined;
  let place: Place | undefined;
  for (let at = 0; at < operators.length; at += 1) {
    const { name, text } = operators[at] as Shown;
    if (name === 'BT') font = undefined;
    if (name === 'Tf') font = fontOf(text, widthsOf);
    const placed = placeAt(operators, at);
    if (placed && placed.end > at)
      replace(at, placed.end, `1 0 0 -1 ${decimal(placed.x)} ${decimal(placed.y)} Tm`);
    if (!placed && name !== 'Tj') place = undefined;
    if (placed) [place, at] = [placed, placed.end];
    const run = font && name === 'Tj' ? runFrom(operators, at) : undefined;
    if (!font || !run) continue;
    const { shown, width } = show(run.glyphs, font);
    const last = run.glyphs.at(-1)?.x ?? 0;
    const next = operators[run.end + 1]?.name;
    // A move counts from where the last one led, and those inside the run are gone.
    const placing = operators[nextAmong(PLACING, operators, run.end + 1)]?.name;
    const isLast = placing === 'ET' || placing === 'Tm';
    if (!isLast && placing !== 'Td' && last !== 0) {
      // What is shown next stands where the run ends, and what moves after that counts from inside the run.
      [at, place] = [run.end, undefined];
      continue;
    }
    const back = isLast || last === 0 ? [] : [last];
    const end = place && { x: place.x + width, y: place.y };
    const goesOn = next === 'ET' && end && isGlued(operators, run.end + 1, end, font.size);
    const moves = goesOn ? steps(width, font.size * STEP) : back;
    replace(at, run.end, [shown, ...moves.map((move) => `${decimal(move)} 0 Td`)].join('\n'));
    at = run.end;
    place = undefined;
  }
  return joined + content.slice(copied);
}

/** All others only have to be known by name. */
const LOOKED_AT = new Set(['Tf', 'Tm', 'Td', 'Tj']);

/** Each changes how far a glyph moves the next one. */
const SPACING = new Set(['Tc', 'Tw', 'Tz']);

/** Where the next operator with one of these names stands; behind the last where there is none. */
function nextAmong(names: ReadonlySet<string>, operators: readonly Shown[], from: number): number {
  let at = from;
  while (at < operators.length && !names.has(operators[at]?.name ?? '')) at += 1;
  return at;
}

/** Each says where the next glyph stands, or shows one where the last ended. */
const PLACING = new Set(['ET', 'Tm', 'Td', 'TD', 'T*', 'Tj', 'TJ', "'", '"']);

type Shown = Operator & { text: string };

interface Font {
  size: number;
  widths: Widths;
}

interface Place {
  x: number;
  y: number;
}

interface Glyphs {
  /** Hexadecimal, four digits a glyph. */
  codes: string;
  /** Where they begin, from the beginning of the run. */
  x: number;
}

function fontOf(text: string, widthsOf: (font: string) => Widths | undefined): Font | undefined {
  const [, name = '', size = ''] = /^\/(\S+)\s+(\S+)\s+Tf$/.exec(text) ?? [];
  const widths = widthsOf(name);
  return widths && Number(size) > 0 ? { size: Number(size), widths } : undefined;
}

/** Where text is upright, unscaled and placed by a matrix, and perhaps a move after it; `end` is the last of them. */
function placeAt(operators: readonly Shown[], at: number): (Place & { end: number }) | undefined {
  if (operators[at]?.name !== 'Tm') return undefined;
  const [, x, y] = /^1 0 0 -1 (\S+) (\S+) Tm$/.exec(operators[at]?.text ?? '') ?? [];
  if (x === undefined) return undefined;
  const [, along, down] = /^(\S+) (\S+) Td$/.exec(operators[at + 1]?.text ?? '') ?? [];
  if (along === undefined) return { x: Number(x), y: Number(y), end: at };
  return { x: Number(x) + Number(along), y: Number(y) - Number(down), end: at + 1 };
}

/** From a shown string on: all that only moves along the line and shows more. `end` is the last operator of it. */
function runFrom(operators: readonly Shown[], start: number): { glyphs: Glyphs[]; end: number } | undefined {
  const glyphs: Glyphs[] = [];
  let x = 0;
  for (let at = start; ; at += 2) {
    if (operators[at]?.name !== 'Tj') break;
    const codes = /^<((?:[0-9A-Fa-f]{4})+)>\s*Tj$/.exec(operators[at]?.text ?? '')?.[1];
    if (codes === undefined) break;
    glyphs.push({ codes, x });
    if (operators[at + 1]?.name !== 'Td') break;
    const move = /^([-+.\d]+)\s+[-+]?0(?:\.0*)?\s+Td$/.exec(operators[at + 1]?.text ?? '')?.[1];
    if (move === undefined) break;
    x += Number(move);
  }
  return glyphs.length > 0 ? { glyphs, end: start + 2 * (glyphs.length - 1) } : undefined;
}

/** One string, or several with the offsets between them; and how far it leads. */
function show(glyphs: readonly Glyphs[], { size, widths }: Font): { shown: string; width: number } {
  const parts: string[] = [''];
  let pen = 0;
  for (const { codes, x } of glyphs) {
    const exact = ((pen - x) * 1000) / size;
    // Rounding is dear, and most glyphs stand where their widths put them.
    const offset = Math.abs(exact) < NOISE ? 0 : Number(exact.toFixed(3));
    if (Math.abs(offset) > NOISE) {
      parts.push(decimal(offset), codes);
      pen -= (offset * size) / 1000;
    } else parts[parts.length - 1] += codes;
    for (let at = 0; at < codes.length; at += 4) {
      pen += (widths(Number.parseInt(codes.slice(at, at + 4), 16)) * size) / 1000;
    }
  }
  if (parts.length === 1) return { shown: `<${parts[0]}> Tj`, width: pen };
  const list = parts.map((part, index) => (index % 2 === 0 ? `<${part}>` : ` ${part} `)).join('');
  return { shown: `[${list}] TJ`, width: pen };
}

const PLACES = new Set(['Tm', 'Tj', 'TJ', 'Td', 'q', 'Q', 'cm']);

/** Whether the next text begins where this one ends: in the same word, or with a space of its own. */
function isGlued(operators: readonly Shown[], from: number, end: Place, size: number): boolean {
  const place = placeAt(operators, nextAmong(PLACES, operators, from));
  return place !== undefined && place.y === end.y && Math.abs(place.x - end.x) < size / 5;
}

function steps(length: number, step: number): number[] {
  const count = Math.ceil(length / step);
  return Array.from({ length: count }, () => length / count);
}

const decimal = (value: number): string => String(Number(value.toFixed(6)));
