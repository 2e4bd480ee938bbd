import { parseXml } from '../parse-xml.js';

// In: a Word file's styles.xml. Out: what each style says of its letters and lists. Why: text can be hidden, spaced or
// numbered by a style as well as by hand.

/** What is not said is undefined, so that looks can be laid over each other. */
export interface Look {
  vanished?: boolean;
  /** Six hexadecimal digits in capitals. */
  colour?: string;
  shaded?: boolean;
  /** Half points. */
  size?: number;
  /** Between letters, in twips. */
  spacing?: number;
  listed?: boolean;
}

const MAX_DEPTH = 16;

/** By style id; a style that is based on another has that one's look under its own. */
export function readLooks(xml: string): Map<string, Look> {
  const styles = new Map<string, { basedOn?: string; own: Look }>();
  let style: { basedOn?: string; own: Look } | undefined;
  parseXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') {
        style = { own: {} };
        styles.set(String(attributes['w:styleId']), style);
      } else if (style && name === 'w:basedOn') style.basedOn = String(attributes['w:val']);
      else if (style) Object.assign(style.own, lookOf(name, attributes));
    },
    close(name) {
      if (name === 'w:style') style = undefined;
    },
  });

  const resolve = (id: string, depth = 0): Look => {
    const { basedOn, own } = styles.get(id) ?? { own: {} };
    return basedOn === undefined || depth > MAX_DEPTH ? own : { ...resolve(basedOn, depth + 1), ...own };
  };
  return new Map([...styles.keys()].map((id) => [id, resolve(id)]));
}

/** What one element inside `w:rPr` or `w:pPr` says; nothing for the others. */
export function lookOf(name: string, attributes: Readonly<Record<string, unknown>>): Look {
  const value = String(attributes['w:val'] ?? '');
  if (name === 'w:vanish' || name === 'w:specVanish') return { vanished: isOn(value) };
  if (name === 'w:color' && /^[0-9a-f]{6}$/i.test(value)) return { colour: value.toUpperCase() };
  if (name === 'w:shd')
    return { shaded: /^(?!auto$|FFFFFF$).+/i.test(String(attributes['w:fill'] ?? 'auto')) };
  if (name === 'w:highlight') return { shaded: value !== 'none' };
  if (name === 'w:sz') return { size: Number(value) };
  // The same element means the space between lines in a paragraph, where it has no such attribute.
  if (name === 'w:spacing' && value !== '') return { spacing: Number(value) };
  if (name === 'w:numId') return { listed: value !== '0' };
  return {};
}

const isOn = (value: string): boolean => !/^(0|false|off)$/.test(value);
