import type { Span } from './chain.js';
import { JOINED, LINE, PAGE, SPACE, type Stream } from './stream.js';

// In: what was read and a string to look for, both as streams. Out: where it stands there as whole words.
// Why: a page glues its own punctuation to the words of the résumé ("Northwind," "(Go)"), and that may not
// hide a word, nor may a longer word pass for a shorter one ("Google", "Node.js", "C++").

/** Separators that end a word whatever comes next. A hyphen or a slash does not: it makes another word. */
const APART = new Set('()[]{}«»„“”"·•|–—;,、。「」『』《》・،؛');
/**
 * Punctuation that may follow a word at its end, or precede it at its start, but joins inside: "Node.js",
 * "it's".
 */
const CLOSING = new Set(".:!?…'’‘؟");
const OPENING = new Set("'‘’¿¡");

/** Whether it stands at `at`, where something else has just ended: a hyphen there belonged to that. */
export function occurrenceAt(stream: Stream, needle: Stream, at: number): Span | undefined {
  const end = at + needle.text.length;
  const stands = stream.text.startsWith(needle.text, at) && stream.breaks[at] !== JOINED;
  return stands && sameBreaks(stream, needle, at) && endsWord(stream, end) ? { start: at, end } : undefined;
}

/** The first place at or after `from`. */
export function nextOccurrence(stream: Stream, needle: Stream, from = 0): Span | undefined {
  for (
    let at = stream.text.indexOf(needle.text, from);
    at >= 0;
    at = stream.text.indexOf(needle.text, at + 1)
  ) {
    const end = at + needle.text.length;
    if (sameBreaks(stream, needle, at) && startsWord(stream, at) && endsWord(stream, end))
      return { start: at, end };
  }
  return undefined;
}

/** All places between `from` and `to`, in ascending order; they may overlap. */
export function findOccurrences(
  stream: Stream,
  needle: Stream,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): Span[] {
  const spans: Span[] = [];
  let span = nextOccurrence(stream, needle, from);
  for (; span && span.end <= to; span = nextOccurrence(stream, needle, span.start + 1)) spans.push(span);
  return spans;
}

/** A space has to be a space or a line's end; inside a word there may only be a line's end. */
function sameBreaks(stream: Stream, needle: Stream, at: number): boolean {
  for (let i = 1; i < needle.text.length; i += 1) {
    const found = stream.breaks[at + i];
    if (needle.breaks[i] === JOINED ? found === SPACE : found === JOINED) return false;
  }
  return true;
}

function startsWord(stream: Stream, start: number): boolean {
  const { text, breaks } = stream;
  for (let at = start; ; at -= 1) {
    // "open-" at a line’s end goes on in "source": that is no word by itself. A slash may as well end an address.
    if (breaks[at] === LINE) return !(text[at - 1] === '-' && breaks[at - 1] === JOINED);
    if (breaks[at] === SPACE || breaks[at] === PAGE || isApart(stream, at - 1)) return true;
    if (!OPENING.has(text[at - 1] ?? '')) return false;
  }
}

function endsWord(stream: Stream, end: number): boolean {
  for (let at = end; ; at += 1) {
    if (stream.breaks[at] !== JOINED || isApart(stream, at)) return true;
    if (!CLOSING.has(stream.text[at] ?? '')) return false;
  }
}

/** A comma between digits belongs to the number, "1,000", unless a space follows: "CSS3, 3D". */
function isApart({ text, breaks }: Stream, at: number): boolean {
  const letter = text[at] ?? '';
  const inNumber =
    breaks[at + 1] === JOINED && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
  return APART.has(letter) && !(letter === ',' && inNumber);
}
