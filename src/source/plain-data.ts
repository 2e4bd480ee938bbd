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
import { formatPath, type Place } from './diagnostic.js';
import { quoted } from './quoted.js';
import { suggest } from './suggest.js';
import { STAR } from './syntax.js';

// A parsed YAML document → plain data, where its parts stand, and what YAML allows but no text of ours may hold.

export interface PlainData {
  data: unknown;
  places: Map<string, { key: Place; value: Place }>;
  findings: Finding[];
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
  const { anchors, targets } = aliasTargets(document);
  const places: PlainData['places'] = new Map();
  const findings: Finding[] = [];
  let nodes = 0;
  let overgrown = false;
  const find = (node: Node, finding: Omit<Finding, 'place'>): undefined => {
    findings.push({ ...finding, place: placeOf(node.range) });
  };

  function convert(node: unknown, path: PropertyKey[], depth: number): unknown {
    if (overgrown || !isNode(node)) return undefined;
    if (++nodes > LIMITS.nodes || depth > LIMITS.depth) {
      overgrown = true;
      return find(node, depth > LIMITS.depth ? TOO_DEEP : TOO_LARGE);
    }
    if (isAlias(node)) {
      const target = targets.get(node);
      return target ? convert(target, path, depth + 1) : find(node, noTarget(node));
    }
    if (isMap(node)) return mapOf(node.items, path, depth);
    return isSeq(node) ? listOf(node.items, path, depth) : scalarOf(node);
  }

  function listOf(items: readonly unknown[], path: PropertyKey[], depth: number): unknown {
    const list: unknown[] = [];
    for (const item of items) {
      const here = [...path, list.length];
      const value = convert(item, here, depth + 1);
      if (value === undefined) continue;
      const place = placeOf((item as Node).range);
      places.set(formatPath(here), { key: place, value: place });
      list.push(value);
    }
    return list.length > 0 ? list : undefined;
  }

  function mapOf(pairs: readonly Pair[], path: PropertyKey[], depth: number): unknown {
    tellDoubles(pairs, typeof path.at(-1) === 'number');
    const entries = new Map<string, unknown>();
    // A map's own keys win over those it merges, whichever stand first: https://yaml.org/type/merge.html
    for (const [key, value] of pairs.filter(isMerge).flatMap((pair) => merged(pair, path, depth))) {
      entries.set(key, value);
    }
    for (const pair of pairs.filter((pair) => !isMerge(pair))) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const here = [...path, key];
      const value = convert(pair.value, here, depth + 1);
      const place = placeOf((pair.key as Node).range);
      if (value !== undefined) {
        places.set(formatPath(here), { key: place, value: placeOf((pair.value as Node).range) });
        entries.set(key, value);
        continue;
      }
      entries.delete(key);
      // Inside a list an absent item takes no index, so what stands in it has no path of its own.
      if (path.every((step) => typeof step === 'string')) {
        places.set(formatPath(here), { key: place, value: place });
      }
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
    if (anchors.has(source)) {
      return { rule: 'yaml-syntax', message: STAR, suggestion: `move \`&${source}\` above it` };
    }
    const near = suggest(source, anchors.keys());
    const suggestion = near ? `did you mean \`*${near}\`?` : quoted(`*${source}`);
    return { rule: 'yaml-syntax', message: STAR, suggestion };
  }

  /** What `<<` brings in: the keys of a map, or of a list of maps, whose first wins and so comes last. */
  function merged({ value }: Pair, path: PropertyKey[], depth: number): [string, unknown][] {
    const source = isAlias(value) ? (targets.get(value) ?? value) : value;
    const parts = isSeq(source) ? [...source.items].reverse() : [source];
    return parts.flatMap((part) => {
      const data = convert(part, path, depth + 1);
      if (typeof data === 'object' && data !== null && !Array.isArray(data)) return Object.entries(data);
      if (data !== undefined) find(part as Node, BAD_MERGE);
      return [];
    });
  }

  function scalarOf(node: Scalar): unknown {
    const { value } = node;
    if (typeof value === 'number' || typeof value === 'bigint') return node.source;
    if (typeof value !== 'string') return value ?? undefined;
    const [odd] = value.match(UNPRINTABLE) ?? [];
    if (odd !== undefined) find(node, unprintable(odd));
    const text = value.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(UNPRINTABLE, '');
    return text.trim() === '' ? undefined : text;
  }

  const data = convert(document.contents, [], 0);
  return { data, places, findings };
}

/** What each alias means: the last node of its name above it. One walk, because `alias.resolve` takes one each. */
function aliasTargets(document: Document): { anchors: Map<string, Node>; targets: Map<Alias, Node> } {
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
