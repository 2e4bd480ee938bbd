import { strFromU8, unzipSync } from 'fflate';

// In: a finished PDF or Word file. Out: the document's own date, as the file has it. Why: git keeps no day on which a file was
// changed, so whoever compares a file with what a render of today would write has to write it with that file's date.

/** Undefined where a file has none that can be read: it is no file of ours, or no whole one. */
export function writtenDate(bytes: Uint8Array): Date | undefined {
  const [, ...parts] = ofPdf(bytes) ?? ofWord(bytes) ?? [];
  const date = new Date(`${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** ISO 32000-1, 7.9.4. */
const ofPdf = (bytes: Uint8Array): RegExpExecArray | null =>
  /\/CreationDate \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/.exec(Buffer.from(bytes).toString('latin1'));

function ofWord(bytes: Uint8Array): RegExpExecArray | null {
  try {
    const core = 'docProps/core.xml';
    const { [core]: part } = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === core && originalSize < 100_000,
    });
    const text = part ? strFromU8(part) : '';
    return /<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z/.exec(text);
  } catch {
    return null;
  }
}
