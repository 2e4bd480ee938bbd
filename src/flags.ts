import * as parse from './commands/options.js';
import { parseShard } from './commands/shard.js';
import type { Terminal } from './commands/terminal.js';
import { untilEnded } from './commands/until-ended.js';
import { UsageError } from './errors.js';
import { sourceDate } from './source-date.js';
import { DEFAULT_FORMATS } from './writers/formats.js';

// The options of the commands that have many, as they were typed → the command as it is meant, and run. What a command needs
// is imported when it is run. A date in the environment that is none is wrong usage as well, known before any file is opened.

/** What both `render` and `check` are asked. */
interface SharedFlags {
  theme?: string;
  set: readonly string[];
  strict: boolean;
  report: string;
  quiet: boolean;
  browser?: string;
  root?: string;
}

export interface RenderFlags extends SharedFlags {
  format?: string;
  out: string;
  paper?: string;
  embedSource: boolean;
  pages?: string;
  jobs?: string;
  watch: boolean;
  check: boolean;
  shard?: string;
  force: boolean;
  verify: boolean;
  verbose: boolean;
}

export async function renderCommand(
  files: string[],
  flags: RenderFlags,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  sourceDate(env.SOURCE_DATE_EPOCH);
  const {
    theme,
    set,
    format,
    paper,
    pages,
    jobs,
    report,
    shard,
    watch: watched,
    check: checked,
    ...rest
  } = flags;
  const command = {
    ...rest,
    files,
    settings: await Promise.all(set.map(parse.parseSet)),
    formats: format === undefined ? DEFAULT_FORMATS : parse.parseFormats(format),
    jobs: jobs === undefined ? parse.defaultJobs() : parse.parseJobs(jobs),
    report: parse.parseReport(report),
    ...(theme !== undefined && { themes: await parse.parseThemes(theme) }),
    ...(paper !== undefined && { paper: parse.parsePaper(paper) }),
    ...(pages !== undefined && { pages: parse.parsePages(pages) }),
    ...(shard !== undefined && { shard: parseShard(shard) }),
  };
  if (watched && checked)
    throw new UsageError('--watch and --check do not go together', 'leave one of them out');
  if (checked) {
    const { findStale } = await import('./commands/find-stale.js');
    return findStale(command, terminal, env);
  }
  if (watched) {
    const { watch } = await import('./commands/watch.js');
    return watch(command, terminal, env, untilEnded());
  }
  const { render } = await import('./commands/render.js');
  return render(command, terminal, env);
}

export interface CheckFlags extends SharedFlags {
  text: boolean;
}

export async function checkCommand(
  files: string[],
  flags: CheckFlags,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  sourceDate(env.SOURCE_DATE_EPOCH);
  const { check } = await import('./commands/check.js');
  const { theme, set, report, ...rest } = flags;
  const themes = theme === undefined ? {} : { themes: await parse.parseThemes(theme) };
  const settings = await Promise.all(set.map(parse.parseSet));
  return check({ ...rest, files, settings, report: parse.parseReport(report), ...themes }, terminal, env);
}

export interface PreviewFlags {
  theme?: string;
  set: readonly string[];
  paper?: string;
  port?: string;
  browser?: string;
  root?: string;
}

export async function previewCommand(
  files: string[],
  { port, paper, set, ...rest }: PreviewFlags,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  sourceDate(env.SOURCE_DATE_EPOCH);
  const { preview } = await import('./commands/preview.js');
  const command = {
    ...rest,
    files,
    settings: await Promise.all(set.map(parse.parseSet)),
    port: port === undefined ? 0 : parse.parsePort(port),
    ...(paper !== undefined && { paper: parse.parsePaper(paper) }),
  };
  return preview(command, terminal, env, untilEnded());
}
