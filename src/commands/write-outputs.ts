import { dirname, resolve } from 'node:path';
import { type MachineError, WriteError } from '../errors.js';
import { realPath } from '../source/real-path.js';
import type { Output } from './finished.js';
import { writeWhole } from './outputs.js';
import type { Job } from './read-jobs.js';

/**
 * The files of one document, written whole. A path that cannot be written to costs its own file; a disk that is full, those
 * that would come after it as well. The portrait is the author's and stays: page one of `cv.yaml` would be `cv-1.png`.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  job: Job,
): Promise<{ written: Output[]; failures: MachineError[] }> {
  const written: Output[] = [];
  const failures: WriteError[] = [];
  const portrait = await portraitOf(job);
  for (const output of outputs) {
    try {
      if (portrait !== undefined && (await realPath(output.path)) === portrait) throw isPortrait(output.path);
      await writeWhole(output.path, output.bytes);
      written.push(output);
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      failures.push(error);
      if (error.shared) break;
    }
  }
  return { written, failures };
}

const portraitOf = async ({ file, resume, photo }: Job): Promise<string | undefined> =>
  photo && realPath(resolve(dirname(file), resume.basics.image ?? ''));

const isPortrait = (path: string): WriteError =>
  new WriteError(path, 'the résumé has its picture there', false, 'choose another folder with --out', {});
