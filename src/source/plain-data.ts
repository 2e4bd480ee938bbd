import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
} from 'yaml';
import { LIMITS } from './depth.js';
import type { Place } from './diagnostic.js';
import { quoted } from './quoted.js';
import { suggest } from './suggest.js';
import { STAR } from './syntax.js';

// A parsed YAML document → plain data, where its parts stand, and what YAML allows but no text of ours may hold.

export interface PlainData {
  data: unknown;
  /** Where the parts stand, by their paths as `formatPath` writes them; an item of a list is its own key. */
  ranges: Map<string, { key: Node['range']; value: Node['range'] }>;
  findings: Finding[];
}
/** Where in the data a part comes to stand. */
interface Spot {
  path: string;
  depth: number;
  isItem: boolean;
  /** Whether a list is anywhere above. */
  isListed: boolean;
}
interface Finding {
  /** The data can be used all the same: the last of two keys counts, and what cannot be printed is gone. */
  slip?: boolean;
  rule: string;
  message: string;
  suggestion: string;
  place: Place;
}

/** Follows aliases and `<<`; stops at 64 levels and 25,000 values. */
export function plainData(document: Document, placeOf: (range: Node['range']) => Place): PlainData {
  const ranges: PlainData['ranges'] = new Map();
  const findings: Finding[] = [];
  let nodes = 0;
  let overgrown = false;
  let known: Aliases | undefined;
  const aliases = () => {
    known ??= findAliases(document);
    return known;
  };
  const find = (node: Node, finding: Omit<Finding, 'place'>): undefined => {
    findings.push({ ...finding, place: placeOf(node.range) });
  };

  function convert(node: unknown, spot: Spot): unknown {
    if (overgrown || !isNode(node)) return undefined;
    if (++nodes > LIMITS.nodes || spot.depth > LIMITS.depth) {
      overgrown = true;
      return find(node, spot.depth > LIMITS.depth ? TOO_DEEP : TOO_LARGE);
    }
    if (isScalar(node)) return scalarOf(node);
    if (isMap(node)) return mapOf(node.items, spot);
    if (isSeq(node)) return listOf(node.items, spot);
    const target = aliases().targets.get(node);
    return target ? convert(target, deeper(spot)) : find(node, noTarget(node));
  }

  function listOf(items: readonly unknown[], { path, depth }: Spot): unknown {
    const list: unknown[] = [];
    for (const item of items) {
      const here = `${path}[${list.length}]`;
      const value = convert(item, { path: here, depth: depth + 1, isItem: true, isListed: true });
      if (value === undefined) continue;
      const { range } = item as Node;
      ranges.set(here, { key: range, value: range });
      list.push(value);
    }
    return list.length > 0 ? list : undefined;
  }

  function mapOf(pairs: readonly Pair[], spot: Spot): unknown {
    const { path, depth, isItem, isListed } = spot;
    tellDoubles(pairs, isItem);
    const entries = new Map<string, unknown>();
    // A map's own keys win over those it merges, whichever stand first: https://yaml.org/type/merge.html
    for (const [key, value] of pairs.filter(isMerge).flatMap((pair) => merged(pair, spot))) {
      entries.set(key, value);
    }
    for (const pair of pairs) {
      if (isMerge(pair)) continue;
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const here = path ? `${path}.${key}` : key;
      const value = convert(pair.value, { path: here, depth: depth + 1, isItem: false, isListed });
      const { range } = pair.key as Node;
      if (value !== undefined) {
        ranges.set(here, { key: range, value: (pair.value as Node).range });
        entries.set(key, value);
        continue;
      }
      entries.delete(key);
      // Inside a list an absent item takes no index, so what stands in it has no path of its own.
      if (!isListed) ranges.set(here, { key: range, value: range });
    }
    return entries.size > 0 ? Object.fromEntries(entries) : undefined;
  }

  /** Keys that stand twice. In an entry of a list the first tells it all: the entry below has lost its dash. */
  function tellDoubles(pairs: readonly Pair[], isEntry: boolean): void {
    const first = new Map<string, Node>();
    let told = false;
    for (const { key } of pairs) {
      const name = isScalar(key) ? String(key.value) : '';
      const before = first.get(name);
      if (before && !(isEntry && told))
        find(key as Node, { slip: true, ...double(name, placeOf(before.range).line, isEntry) });
      told ||= before !== undefined;
      if (!before) first.set(name, key as Node);
    }
  }

  function noTarget({ source }: Alias): Omit<Finding, 'place'> {
    const { anchors } = aliases();
    if (anchors.has(source)) {
      return { rule: 'yaml-syntax', message: STAR, suggestion: `move \`&${source}\` above it` };
    }
    const near = suggest(source, anchors.keys());
    const suggestion = near ? `did you mean \`*${near}\`?` : quoted(`*${source}`);
    return { rule: 'yaml-syntax', message: STAR, suggestion };
  }

  /** What `<<` brings in: the keys of a map, or of a list of maps, whose first wins and so comes last. */
  function merged({ value }: Pair, spot: Spot): [string, unknown][] {
    const source = isAlias(value) ? (aliases().targets.get(value) ?? value) : value;
    const parts = isSeq(source) ? [...source.items].reverse() : [source];
    return parts.flatMap((part) => {
      const data = convert(part, deeper(spot));
      if (typeof data === 'object' && data !== null && !Array.isArray(data)) return Object.entries(data);
      if (data !== undefined) find(part as Node, BAD_MERGE);
      return [];
    });
  }

  function scalarOf(node: Scalar): unknown {
    const { value } = node;
    if (typeof value === 'number' || typeof value === 'bigint') return node.source;
    if (typeof value !== 'string') return value ?? undefined;
    if (PLAIN.test(value)) return value.trim() === '' ? undefined : value;
    const [odd] = value.match(UNPRINTABLE) ?? [];
    if (odd !== undefined) find(node, unprintable(odd));
    const text = value.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(UNPRINTABLE, '');
    return text.trim() === '' ? undefined : text;
  }

  const data = convert(document.contents, { path: '', depth: 0, isItem: false, isListed: false });
  return { data, ranges, findings };
}

/** The same place in the data, where a node stands for another. */
const deeper = (spot: Spot): Spot => ({ ...spot, depth: spot.depth + 1 });

interface Aliases {
  anchors: Map<string, Node>;
  targets: Map<Alias, Node>;
}

/** What each alias means: the last node of its name above it. One walk, because `alias.resolve` takes one each. */
function findAliases(document: Document): Aliases {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target) targets.set(alias, target);
    },
  });
  return { anchors, targets };
}

const isMerge = ({ key }: Pair): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';

const double = (name: string, line: number, isEntry: boolean) => ({
  rule: 'yaml-syntax',
  message: `\`${name}\` stands here a second time; the first is in line ${line}`,
  suggestion: isEntry ? 'keep one, or begin a new list entry with `- `' : 'keep one',
});

const TOO_DEEP = {
  rule: 'too-deep',
  message: `nested more than ${LIMITS.depth} levels deep`,
  suggestion: 'fewer than ten are enough',
};
const TOO_LARGE = {
  rule: 'too-large',
  message: 'the file holds more than 25,000 values, its aliases followed',
  suggestion: 'a résumé has a few hundred: look for what repeats',
};
const BAD_MERGE = {
  rule: 'wrong-type',
  message: '`<<` takes in the keys of a map, and this is none',
  suggestion: 'name a map: `<<: *name`',
};

/** Most texts are ASCII, and hold nothing that is to be put right. */
const PLAIN = /^[\t\n\r -~]*$/;

// Soft hyphens, zero-width spaces and byte order marks come along with copied text; they break words for readers that
// search, and fonts have accented letters whole.
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

// Neither HTML nor XML can hold these, escaped or not (https://www.w3.org/TR/xml/#charsets).
const UNPRINTABLE = /(?![\t\n\r\u0080-\u009f])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;
const unprintable = (char: string) => ({
  slip: true,
  rule: 'not-text',
  message: `a character that cannot be printed stands here (U+${codeOf(char)})`,
  suggestion: 'delete it; texts copied from elsewhere bring such along',
});
const codeOf = (char: string) => char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
