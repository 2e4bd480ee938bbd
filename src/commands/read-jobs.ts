import { ownTheme } from '../own-theme.js';
import type { Setting } from '../resume/parse-setting.js';
import { readResume } from '../resume/read.js';
import type { Resume } from '../resume/schema.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';
import { placed } from '../source/placed.js';
import type { ReadTheme } from '../theme/read-once.js';
import type { Theme } from '../theme/theme.js';
import type { Photo } from '../view/view.js';
import { isInput, readInput } from './inputs.js';
import { readPhoto } from './read-photo.js';
import { judged } from './strict.js';
import { today } from './today.js';

// One file named on the command line → what is to be rendered from it, or why nothing is.

export interface Job {
  file: string;
  modified: Date;
  resume: Resume;
  tree: SourceTree;
  theme: Theme;
  photo?: Photo;
}

export interface ReadJobs {
  /** One for each theme; none when there is an error, or a warning in a strict run. */
  jobs: Job[];
  diagnostics: Diagnostic[];
  /** The file's text, for code frames. */
  source?: string;
  /** Absent where the file holds none that can be read. */
  resume?: Resume;
}

export interface ReadingOptions {
  strict: boolean;
  /** In place of the résumé's own `meta`. */
  settings: readonly Setting[];
  /** The folder that pictures and themes named in the résumé must lie in, if not its own. */
  root?: string | undefined;
  /** Says from which day on dates are still to come. */
  env: NodeJS.ProcessEnv;
  /** Reads the theme that the résumé names; absent: anew each time. */
  readTheme?: ReadTheme;
}

/** `themes`: those of the command line; without any, the résumé's own or classic. */
export async function readJobs(
  file: string,
  themes: readonly Theme[],
  { strict, settings, root, env, readTheme }: ReadingOptions,
): Promise<ReadJobs> {
  const input = await readInput(file);
  if (!isInput(input)) return { jobs: [], diagnostics: [input] };
  const { source, modified } = input;
  const { resume, diagnostics, tree } = readResume(source, file, today(env), settings);
  if (!resume || !tree) return { jobs: [], diagnostics, source };

  const { image, name } = resume.basics;
  const photo = image === undefined ? undefined : await readPhoto(image, name, file, root);
  const { themes: chosen, diagnostics: trouble } =
    themes.length > 0 ? { themes, diagnostics: [] } : await ownTheme(resume, tree, root, readTheme);
  const noPhoto = Array.isArray(photo) ? photo : [];
  const all = judged([...diagnostics, ...placed([...noPhoto, ...trouble], tree)], strict);
  if (all.some(({ severity }) => severity === 'error')) return { jobs: [], diagnostics: all, source, resume };
  const shared = { file, modified, resume, tree, ...(photo && !Array.isArray(photo) && { photo }) };
  return { jobs: chosen.map((theme) => ({ ...shared, theme })), diagnostics: all, source, resume };
}
