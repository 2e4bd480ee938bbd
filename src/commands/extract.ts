import { readSource } from '../check/extract/read-source.js';
import { Unreadable } from '../check/extract/unreadable.js';
import { ContentError } from '../errors.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { readBytes } from './inputs.js';
import { writeNew } from './outputs.js';
import type { Terminal } from './terminal.js';

export interface ExtractCommand {
  file: string;
  /** Absent: stdout. */
  out?: string;
}

/** Bytes; a little more than is read, so that it can be said why it is not. */
const MAX_FILE = 100_000_000;

/**
 * `render extract`: the YAML that a finished file carries, byte for byte. Returns the exit code, 0. Throws ContentError for a
 * file without a source or one that cannot be read, UsageError where the new file is already there, MachineError where
 * it cannot be written.
 */
export async function extract({ file, out }: ExtractCommand, terminal: Terminal): Promise<number> {
  const found = await readBytes(file, MAX_FILE);
  if (!('bytes' in found)) throw new ContentError([found]);
  const source = await sourceIn(found.bytes, file);
  if (out === undefined) {
    // A line ends by being said; a published source ends with a line.
    terminal.out(source.replace(/\n$/, ''));
  } else {
    await writeNew(out, source);
    terminal.out(out);
  }
  return 0;
}

async function sourceIn(bytes: Uint8Array, file: string): Promise<string> {
  const fault = (rule: string, message: string, suggestion: string): ContentError => {
    const diagnostic: Diagnostic = { severity: 'error', rule, file, path: '', message, suggestion };
    return new ContentError([diagnostic]);
  };
  try {
    const source = await readSource(bytes);
    if (source !== undefined) return source;
  } catch (error) {
    if (error instanceof Unreadable) throw fault(error.rule, `${file}: ${error.message}`, error.fix);
    throw error;
  }
  throw fault(
    'no-source',
    `${file} carries no source`,
    'PDF, HTML and Word files do when they are rendered with --embed-source',
  );
}
