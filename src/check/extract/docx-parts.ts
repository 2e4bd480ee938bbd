import { unzipSync } from 'fflate';
import { Unreadable } from './unreadable.js';

// In: the bytes of a Word file. Out: its parts that hold text or say something about it. The limits keep a crafted archive
// from filling the memory; they are checked before anything is unpacked.

const MAX_ENTRIES = 1000;
const MAX_BYTES = 50 * 2 ** 20;
/** The most that deflate can pack. */
const MAX_RATIO = 1032;

const WANTED =
  /^(word\/[^/]+\.xml|(word\/)?_rels\/[^/]*\.rels|docProps\/[^/]+\.xml|customXml\/[^/]+\.xml|\[Content_Types\]\.xml)$/;

/** Throws Unreadable when it is no Word file, is damaged, or claims to unpack to more than 50 MB or 1,000 parts. */
export function readParts(bytes: Uint8Array): Map<string, string> {
  let entries = 0;
  let total = 0;
  const refuse = (message: string): never => {
    throw new Unreadable('too-large', message, 'save it again in Word, with smaller pictures');
  };
  const files = unpack(bytes, ({ name, size, originalSize }) => {
    entries += 1;
    total += originalSize;
    if (entries > MAX_ENTRIES) refuse(`the Word file has more than ${MAX_ENTRIES} parts`);
    if (total > MAX_BYTES) refuse(`the Word file unpacks to more than ${MAX_BYTES / 2 ** 20} MB`);
    if (originalSize > MAX_RATIO * Math.max(size, 1)) refuse(`${name} in the Word file is a zip bomb`);
    return WANTED.test(name);
  });
  const decoder = new TextDecoder();
  const parts = new Map(Object.entries(files).map(([name, content]) => [name, decoder.decode(content)]));
  if (parts.has('word/document.xml')) return parts;
  throw new Unreadable('wrong-format', 'the file is a zip archive but no Word file', 'save it as .docx');
}

type Entry = { name: string; size: number; originalSize: number };

function unpack(bytes: Uint8Array, filter: (entry: Entry) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('damaged', `the Word file is damaged: ${(error as Error).message}`, 'save it again');
  }
}
