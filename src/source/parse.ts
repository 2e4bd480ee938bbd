import { LineCounter, type Node, parseDocument } from 'yaml';
import { LIMITS, tooDeepAt } from './depth.js';
import { type Diagnostic, formatPath, inFileOrder, type Place } from './diagnostic.js';
import { plainData } from './plain-data.js';
import { explainSyntax } from './syntax.js';

// YAML or JSON text → plain data that remembers where each part stands. Numbers stay the text the author wrote
// (`1.10`, `+4415550100`, `94107`); null, empty text, empty lists and empty maps are absence.

/** Plain data with the places of its keys and values. */
export interface SourceTree {
  file: string;
  source: string;
  data: unknown;
  /** The place of a value; the nearest enclosing one when the path leads nowhere. */
  valueAt(path: readonly PropertyKey[]): Place;
  /** The place of the key that holds a value, of the value itself in a list. */
  keyAt(path: readonly PropertyKey[]): Place;
  /** For what does not stand in the file, by its path as text: how the user gave it. */
  givenAt?(path: string): string | undefined;
}

/** Nobody reads further, and a text that is no YAML at all has one for every other letter. */
const MOST_FAULTS = 200;

/**
 * Reads YAML 1.2 (core schema) or JSON. Returns the tree, or the diagnostics of everything that kept it from being
 * one; never throws. With a tree come the slips it can be read in spite of: a key that stands twice, a character that
 * cannot be printed. Input is capped at 1 MB, 64 levels and 25,000 values, aliases expanded.
 */
export function parseSource(
  source: string,
  file: string,
): { tree: SourceTree; diagnostics: Diagnostic[] } | { diagnostics: Diagnostic[] } {
  const text = source.replace(/^\uFEFF/, '');
  const base = { severity: 'error' as const, file, path: '' };
  const unreadable = faultOf(text);
  if (unreadable) return { diagnostics: [{ ...base, ...unreadable }] };

  const lines = new LineCounter();
  const document = withoutStacks(() =>
    parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      resolveKnownTags: false,
      stringKeys: true,
      // The parser compares every key with every other; plainData tells of the same in one pass.
      uniqueKeys: false,
    }),
  );
  const placeOf = (range: readonly number[] | null | undefined): Place => {
    const [start = 0, end = start] = range ?? [];
    const { line, col } = lines.linePos(start);
    const lineEnd = text.indexOf('\n', start);
    const stop = Math.min(end, lineEnd === -1 ? text.length : lineEnd);
    return { line, column: col, length: Math.max(1, text.slice(start, stop).trimEnd().length) };
  };

  const problems = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS);
  if (problems.length > 0) {
    const told = withoutEchoes(problems, (problem) => {
      const { range, ...explanation } = explainSyntax(problem, text);
      const from = placeOf(problem.pos);
      return { from: from.line, explanation: { ...explanation, place: range ? placeOf(range) : from } };
    });
    return { diagnostics: inFileOrder(told.map((one) => ({ ...base, ...one }))) };
  }

  const { data = {}, ranges, findings } = plainData(document, placeOf);
  const slips = findings.map(({ slip: _, ...finding }) => ({ ...base, ...finding }));
  if (findings.some(({ slip }) => !slip)) return { diagnostics: slips };

  // A place is asked of few parts; of the same part it is the same object.
  const places = new Map<unknown, Place>();
  const placeAt = (range: Node['range']): Place => {
    const place = places.get(range) ?? placeOf(range);
    places.set(range, place);
    return place;
  };
  const whole = document.contents?.range;
  const top = { key: whole, value: whole };
  const nearest = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length--) {
      const found = ranges.get(formatPath(path.slice(0, length)));
      if (found) return found;
    }
    return top;
  };
  const tree = {
    file,
    source: text,
    data,
    valueAt: (path: readonly PropertyKey[]) => placeAt(nearest(path).value),
    keyAt: (path: readonly PropertyKey[]) => placeAt(nearest(path).key),
  };
  return { tree, diagnostics: slips };
}

/** The parser makes an error of every mistake, and 100,000 stacks nobody reads would take half a gigabyte. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What keeps a text from being parsed at all. */
function faultOf(text: string): Omit<Diagnostic, 'severity' | 'file' | 'path'> | undefined {
  if (text.trim() === '') return { rule: 'empty-file', message: 'the file is empty' };
  if (Buffer.byteLength(text) > LIMITS.bytes) {
    return {
      rule: 'too-large',
      message: 'the file is larger than 1 MB',
      suggestion: 'it should hold text: keep pictures in files beside it',
    };
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const lines = text.slice(0, nul).split('\n');
    return {
      rule: 'not-text',
      message: 'this is not plain text: it holds NUL characters',
      suggestion: 'delete them, or save the file anew as plain text in UTF-8',
      place: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, length: 1 },
    };
  }
  const line = tooDeepAt(text);
  if (line === undefined) return undefined;
  return {
    rule: 'too-deep',
    message: `nested more than ${LIMITS.depth} levels deep`,
    suggestion: 'fewer than ten are enough',
    place: { line, column: 1, length: 1 },
  };
}

type Explained = Omit<Diagnostic, 'severity' | 'file' | 'path'> & { place: Place; once?: string };

/**
 * After its first mistake on a line, the parser mostly stumbles over its own guess; of some kinds the first mistake says
 * it all; and after a quote that is not closed it takes text for keys and keys for text.
 */
function withoutEchoes<P>(
  problems: readonly P[],
  explain: (problem: P) => { from: number; explanation: Explained },
): Omit<Explained, 'once'>[] {
  const seen = new Set<number | string>();
  const told: Omit<Explained, 'once'>[] = [];
  for (const problem of problems) {
    const { from, explanation } = explain(problem);
    const { once, ...rest } = explanation;
    const marks = [from, rest.place.line, ...(once === undefined ? [] : [once])];
    if (marks.some((mark) => seen.has(mark))) continue;
    for (const mark of marks) seen.add(mark);
    told.push(rest);
    if (once === 'quote') break;
  }
  return told;
}
