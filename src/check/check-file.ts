import { extractFile } from './extract/extract-file.js';
import type { CheckFormat } from './extract/extraction.js';
import { Unreadable } from './extract/unreadable.js';
import { recover } from './recover/recover.js';
import type { Recovered } from './recover/recovered.js';
import { type Finding, judge } from './rules/rules.js';

/** One finished file as applicant systems find it. A file that cannot be read has one finding and nothing recovered. */
export interface FileCheck {
  format: CheckFormat;
  /** In bytes. */
  size: number;
  findings: Finding[];
  recovered?: Recovered;
  /** The text as each extractor gives it, the main one first. */
  texts: { extractor: string; text: string }[];
}

/** Reads a finished file back as a parser would and judges it. It is given the file alone, never the résumé behind it. */
export async function checkFile(bytes: Uint8Array, format: CheckFormat): Promise<FileCheck> {
  const size = bytes.length;
  try {
    const extraction = await extractFile(bytes, format);
    const recovered = recover(extraction.paragraphs);
    const findings = judge({ extraction, recovered });
    return { format, size, findings, recovered, texts: extraction.texts };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { rule, message, fix } = error;
    return {
      format,
      size,
      findings: [{ rule, severity: 'error', message, evidence: [], count: 1, fix }],
      texts: [],
    };
  }
}
