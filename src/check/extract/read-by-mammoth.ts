import { strToU8, zipSync } from 'fflate';
import { damagedWord } from './unreadable.js';

// In: the parts of a Word file, unpacked within limits. Out: its text as mammoth reads it. Why: a second reader. It is given
// a fresh archive of those parts, because it would unpack the original without any limit.

export async function readByMammoth(parts: ReadonlyMap<string, string>): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const files = Object.fromEntries([...parts].map(([name, xml]) => [name, strToU8(xml)]));
  const buffer = Buffer.from(zipSync(files, { level: 0 }));
  try {
    const { value } = await mammoth.extractRawText({ buffer });
    return value.replaceAll(/\n{2,}/g, '\n').trim();
  } catch (error) {
    throw damagedWord(error);
  }
}
