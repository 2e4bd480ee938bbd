import { strToU8, type Zippable, zipSync } from 'fflate';
import { finishNumbering, finishStyles } from './finish-styles.js';
import { prunePackage } from './prune-package.js';

// The parts of a document → the document, with the same bytes every time: relationship ids numbered in order of use,
// parts in a fixed order, no time stamp of this machine. (docx numbers links at random, pictures for as long as the
// program runs, and stamps the clock.)

// Local time on purpose: ZIP stores local fields, so these are the same bytes in every time zone.
const EPOCH = new Date(1980, 0, 1);
/** What is shorter, in bytes, is not worth packing. */
const SMALL = 1024;

/** Text, or the bytes of a picture or a font. */
export type Part = string | Uint8Array;

/** `styles` are the ids of the document's own styles; those docx adds to them go. */
export function finishDocx(written: ReadonlyMap<string, Part>, styles: ReadonlySet<string>): Uint8Array {
  const parts = prunePackage(written);
  const texts = new Map(
    [...parts].flatMap(([name, data]): [string, string][] =>
      typeof data === 'string' ? [[name, data]] : [],
    ),
  );
  for (const [name, rels] of texts) {
    const owner = /^(.*?)_rels\/(.*)\.rels$/.exec(name);
    const part = owner ? `${owner[1]}${owner[2]}` : undefined;
    const body = part === undefined ? undefined : texts.get(part);
    if (part === undefined || body === undefined) continue;
    const renumbered = renumber(rels, body);
    texts.set(name, renumbered.rels);
    texts.set(part, renumbered.body);
  }
  for (const [name, text] of texts) {
    const others = [...texts].filter(([other]) => other !== name).map(([, part]) => part);
    if (name === 'word/styles.xml') texts.set(name, finishStyles(text, styles, others));
    else if (name === 'word/numbering.xml') texts.set(name, finishNumbering(text));
    else texts.set(name, numberPictures(text));
  }
  const order = (name: string) =>
    name === '[Content_Types].xml' ? '0' : name === '_rels/.rels' ? '1' : `2${name}`;
  const names = [...parts.keys()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const zippable: Zippable = {};
  for (const name of names) {
    const part = texts.get(name) ?? parts.get(name) ?? '';
    const data = typeof part === 'string' ? strToU8(part) : part;
    zippable[name] = [data, { level: data.length < SMALL ? 0 : 6, mtime: EPOCH }];
  }
  return zipSync(zippable);
}

function renumber(rels: string, body: string): { rels: string; body: string } {
  const used = [...body.matchAll(/\br:(?:id|embed|link)="([^"]+)"/g)].map(([, id]) => id ?? '');
  const known = [...rels.matchAll(/\bId="([^"]+)"/g)].map(([, id]) => id ?? '');
  // The document's own parts keep docx's plain numbers; ids it made at random follow, as they are met in the text.
  const plain = known.filter((id) => /^rId\d+$/.test(id));
  const random = [...new Set([...used, ...known])].filter((id) => known.includes(id) && !plain.includes(id));
  const next = Math.max(0, ...plain.map((id) => Number(id.slice(3)))) + 1;
  const numbers = new Map(random.map((id, index) => [id, `rId${next + index}`]));
  const replace = (text: string, pattern: RegExp) =>
    text.replace(pattern, (whole, before: string, id: string) => {
      const number = numbers.get(id);
      return number === undefined ? whole : `${before}"${number}"`;
    });
  const sorted = replace(rels, /(\bId=)"([^"]+)"/g).replace(
    /(<Relationships[^>]*>)(.*)(<\/Relationships>)/s,
    (_, open: string, inner: string, close: string) =>
      `${open}${(inner.match(/<Relationship [^>]*\/>/g) ?? []).sort((a, b) => numberOf(a) - numberOf(b)).join('')}${close}`,
  );
  return { rels: sorted, body: replace(body, /(\br:(?:id|embed|link)=)"([^"]+)"/g) };
}

function numberPictures(text: string): string {
  let pictures = 0;
  return text.replace(/(<wp:docPr [^>]*?\bid=)"\d+"/g, (_, before: string) => {
    pictures += 1;
    return `${before}"${pictures}"`;
  });
}

const numberOf = (relationship: string): number => Number(/\bId="rId(\d+)"/.exec(relationship)?.[1] ?? 0);
