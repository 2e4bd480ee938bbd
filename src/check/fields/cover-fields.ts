import { clip } from '../../source/clip.js';
import type { Text } from '../../view/view.js';
import { foldLink } from '../fold-link.js';
import type { Loss } from '../leaf.js';
import type { TextFormat } from '../verify-file.js';
import type { ResumeLeaf } from './resume-leaves.js';

// A résumé, its view, and what readers recovered from each format → which fields came through where. A field is what the
// schema calls one, `work[].position`; it is kept where each of its values is.

/** `absent`: the format has no such thing, as plain text has no picture. */
export type Fate = 'kept' | 'lost' | 'moved' | 'absent';

/** What is known of one finished file. */
export interface Evidence {
  losses: readonly Loss[];
  /** As `foldLink` writes them; none in a format that spells addresses out. */
  links?: ReadonlySet<string>;
  /** Undefined where the format has no pictures. */
  picture: boolean | undefined;
}

export interface FieldCoverage {
  section: string;
  /** `work[].roles[].position` */
  field: string;
  fates: Partial<Record<TextFormat, Fate>>;
  /** Where it did not come through: one for each value and format. */
  faults: FieldFault[];
}

export interface FieldFault {
  format: TextFormat;
  /** Of the value. */
  path: string;
  message: string;
}

interface Traced {
  leaf: Pick<ResumeLeaf, 'path'>;
  /** The strings of the view that say it. */
  texts: readonly Text[];
  /** Where it is to lead, for an address. */
  link?: string;
  isPicture?: boolean;
}

export interface Coverage {
  leaves: readonly ResumeLeaf[];
  /** All strings of the view. */
  texts: readonly Text[];
  /** Those that the theme printed. */
  printed: readonly Text[];
  formats: ReadonlyMap<TextFormat, Evidence>;
  /** The ids of the author's own sections, in their order. */
  sectionIds: readonly string[];
}

export function coverFields({ leaves, texts, printed, formats, sectionIds }: Coverage): FieldCoverage[] {
  const traced = traceLeaves(leaves, texts);
  const shown = new Set(printed.map(keyOf));
  const fields = new Map<string, FieldCoverage>();
  for (const one of traced) {
    const place = placeOf(one.leaf.path, sectionIds);
    const field = fields.get(place.field) ?? { ...place, fates: {}, faults: [] };
    fields.set(place.field, field);
    for (const [format, evidence] of formats) {
      const { fate, message } = judge(one, evidence, shown);
      field.fates[format] = worse(field.fates[format], fate);
      if (message !== undefined) field.faults.push({ format, path: one.leaf.path, message });
    }
  }
  return [...fields.values()];
}

/** Each value with the strings that say it; then what the view says of itself, such as headings and labels. */
export function traceLeaves(leaves: readonly ResumeLeaf[], texts: readonly Text[]): Traced[] {
  const byPath = groupedBy(texts, ({ path }) => path);
  const byParent = groupedBy(texts, ({ path }) => parentOf(path));
  const near = (parent: string) => [...(byPath.get(parent) ?? []), ...(byParent.get(parent) ?? [])];
  const traced = leaves.map((leaf): Traced => {
    const { path, parent, key, value } = leaf;
    if (path === 'basics.image') return { leaf, texts: [], isPicture: true };
    const link = /^https?:/.test(value) ? { link: foldLink(value) } : {};
    const own = byPath.get(path);
    if (own) return { leaf, texts: own, ...link };
    const said = near(parent).filter(({ plain }) => plain.includes(value));
    if (said.length > 0) return { leaf, texts: said, ...link };
    // One string says both ends of a period, and a country is named, not coded.
    const period = /Date$|^date$|^expires$/.test(key) ? near(parent).filter(isPeriod) : [];
    const place = parent === 'basics.location' ? (byPath.get(parent) ?? []) : [];
    return { leaf, texts: [...period, ...place], ...link };
  });
  const told = new Set(traced.flatMap(({ texts }) => texts));
  return [
    ...traced,
    ...texts.filter((text) => !told.has(text)).map((text) => ({ leaf: text, texts: [text] })),
  ];
}

function groupedBy(texts: readonly Text[], keyFor: (text: Text) => string): Map<string, Text[]> {
  const groups = new Map<string, Text[]>();
  for (const text of texts) groups.set(keyFor(text), [...(groups.get(keyFor(text)) ?? []), text]);
  return groups;
}

const parentOf = (path: string): string => path.slice(0, Math.max(path.search(/(\.[^.[]+|\[\d+\])$/), 0));
const isPeriod = ({ path }: Text): boolean => /\.(startDate|endDate|date|releaseDate|expires)$/.test(path);
const keyOf = ({ path, plain }: Text): string => `${path}\n${plain}`;

function judge(
  { texts, link, isPicture }: Traced,
  { losses, links, picture }: Evidence,
  shown: ReadonlySet<string>,
): { fate: Fate; message?: string } {
  if (isPicture) {
    if (picture === undefined) return { fate: 'absent' };
    return picture ? { fate: 'kept' } : { fate: 'lost', message: 'the picture is not there' };
  }
  const unprinted = texts.find((text) => !shown.has(keyOf(text)));
  if (unprinted) return { fate: 'lost', message: `the theme does not print “${short(unprinted.plain)}”` };
  const paths = new Set(texts.map(({ path }) => path));
  const loss = losses.find(({ path }) => paths.has(path));
  if (loss) {
    const verb = loss.kind === 'lost' ? 'is not there' : 'stands elsewhere';
    return { fate: loss.kind, message: `“${short(loss.word)}” of “${short(loss.text)}” ${verb}` };
  }
  if (link !== undefined && links && !links.has(link))
    return { fate: 'lost', message: `nothing leads to ${link}` };
  if (texts.length === 0 && link === undefined) return { fate: 'lost', message: 'nothing says it' };
  return { fate: 'kept' };
}

const ORDER: readonly Fate[] = ['absent', 'kept', 'moved', 'lost'];
const worse = (one: Fate | undefined, other: Fate): Fate =>
  one === undefined || ORDER.indexOf(other) > ORDER.indexOf(one) ? other : one;

/** `sections[4].items[0]` is the field `items[]` of the section with the fifth id. */
function placeOf(path: string, sectionIds: readonly string[]): { section: string; field: string } {
  const own = /^sections\[(\d+)\]/.exec(path);
  const [first = ''] = path.split(/[.[]/, 1);
  // What `basics.summary` says is a section of the page, whose heading has its id.
  const section = own ? (sectionIds[Number(own[1])] ?? 'sections') : first === 'summary' ? 'basics' : first;
  const named = own ? path.replace(own[0], section) : path;
  return { section, field: named.replaceAll(/\[\d+\]/g, '[]') };
}

const short = (text: string): string => clip(text, 40);
