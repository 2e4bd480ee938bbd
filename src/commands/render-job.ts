import { ContentError, MachineError } from '../errors.js';
import { documentDate } from '../page/describe-document.js';
import { type RenderOptions, renderDocument } from '../pipeline.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { placed } from '../source/placed.js';
import type { RenderedFile } from '../write-formats.js';
import type { Job } from './read-jobs.js';
import { judged } from './strict.js';

// One job, rendered in memory: everything that can go wrong with a document comes back as data, so that others go on.

/** What the user wishes of every document. */
export type Wishes = Pick<RenderOptions, 'formats' | 'paper' | 'pages' | 'embedSource' | 'verify'>;

export interface RenderedJob {
  files: RenderedFile[];
  /** Placed in the résumé's file; in a strict run all are errors. */
  diagnostics: Diagnostic[];
  failures: MachineError[];
}

/** What a job is rendered with, the browser aside. */
export function optionsOf(
  job: Job,
  wishes: Wishes,
  env: NodeJS.ProcessEnv,
): Omit<RenderOptions, 'browser' | 'file'> {
  const { formats, paper, pages, embedSource, verify } = wishes;
  return {
    formats,
    date: documentDate(job.resume, env.SOURCE_DATE_EPOCH, job.modified),
    ...(paper !== undefined && { paper }),
    ...(pages !== undefined && { pages }),
    ...(embedSource !== undefined && { embedSource }),
    ...(verify !== undefined && { verify }),
    ...(job.photo && { photo: job.photo }),
  };
}

export async function renderJob(
  { file, resume, theme, tree }: Job,
  options: Omit<RenderOptions, 'file'>,
  strict: boolean,
): Promise<RenderedJob> {
  try {
    const { files, diagnostics, failure } = await renderDocument(resume, theme, { ...options, file });
    return {
      files,
      diagnostics: judged(placed(diagnostics, tree), strict),
      failures: failure ? [failure] : [],
    };
  } catch (error) {
    if (error instanceof ContentError)
      return { files: [], diagnostics: [...error.diagnostics], failures: [] };
    if (error instanceof MachineError) return { files: [], diagnostics: [], failures: [error] };
    throw error;
  }
}
