import type { Place } from '../source/diagnostic.js';

// The bytes of a file that is no text of ours → what it seems to be, and what to do.

interface OddBytes {
  /** Goes on after the file's name. */
  message: string;
  suggestion: string;
  place?: Place;
}

/** How files of other kinds begin, and what they are. */
const KINDS: readonly (readonly [begin: string, message: string, suggestion: string])[] = [
  ['%PDF-', 'is a PDF', 'name the YAML or JSON file; the PDF is what is made of it'],
  [
    'PK\u0003\u0004',
    'is a Word file or another archive',
    'name the YAML or JSON file; Word is what is made of it',
  ],
  ['\u00d0\u00cf\u0011\u00e0', 'is an old Word file', 'name a YAML or JSON file'],
  ['{\\rtf', 'is a text of a word processor', 'save it as plain text in UTF-8'],
  ['\u0089PNG', 'is a picture', 'name the YAML or JSON file; a picture goes into `basics.image`'],
  ['\u00ff\u00d8\u00ff', 'is a picture', 'name the YAML or JSON file; a picture goes into `basics.image`'],
  ['\u00ff\u00fe', 'is text in UTF-16', 'save it again with the encoding UTF-8'],
  ['\u00fe\u00ff', 'is text in UTF-16', 'save it again with the encoding UTF-8'],
];

/** A file that is known by how it begins; undefined for what may be text. */
export function knownKind(bytes: Buffer): OddBytes | undefined {
  const begin = bytes.subarray(0, 8).toString('latin1');
  const [, message, suggestion] = KINDS.find(([magic]) => begin.startsWith(magic)) ?? [];
  return message !== undefined && suggestion !== undefined ? { message, suggestion } : undefined;
}

/** Bytes that are no UTF-8: what they are, else where they stop being it. */
export function notUtf8(bytes: Buffer): OddBytes {
  const known = knownKind(bytes);
  if (known) return known;
  const lines =
    bytes
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .split('\ufffd', 1)[0]
      ?.split('\n') ?? [];
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, length: 1 };
  return { message: 'is not UTF-8 text', suggestion: 'save it again with the encoding UTF-8', place };
}
