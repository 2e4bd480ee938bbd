import { dirname } from 'node:path';
import { UsageError } from '../errors.js';
import { fontShelf } from '../page/font-subsets.js';
import { keepPresentations } from '../preview/keep-presentations.js';
import { present, type Selection } from '../preview/present.js';
import { type Choices, serve } from '../preview/serve.js';
import type { Setting } from '../resume/parse-setting.js';
import type { Paper } from '../theme/paper.js';
import { listThemes } from '../theme/read.js';
import { openChanges } from './changes.js';
import { findInputs } from './inputs.js';
import { browserOnDemand } from './on-demand.js';
import { readThemes } from './read-themes.js';
import type { Terminal } from './terminal.js';

export interface PreviewCommand {
  files: readonly string[];
  /** The one to begin with; absent: the résumé's own. */
  theme?: string;
  /** Absent: as the résumé or the theme has it. */
  paper?: Paper;
  /** In place of each résumé's own `meta`. */
  settings: readonly Setting[];
  /** 0: any that is free. */
  port: number;
  browser?: string;
  /** What résumés may take pictures and themes from; absent: each its own folder. */
  root?: string;
}

/**
 * `render preview`: a page on this machine that shows résumés as they are written, until `ended`. Returns the exit code,
 * 0. Throws UsageError when there is nothing to show, MachineError when the port cannot be had.
 */
export async function preview(
  command: PreviewCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  ended: AbortSignal,
): Promise<number> {
  await findInputs(command.files);
  await readThemes(command.theme === undefined ? [] : [command.theme], command.root);
  await using browser = browserOnDemand(command, env, (line) => terminal.err(line));
  (await browser.open()).warm();
  using changes = openChanges(ended);
  const { settings, root } = command;
  const means = { env, settings, root, browser: browser.open, fonts: fontShelf() };
  const presentations = keepPresentations(async (selection) => {
    // Watched before it is read: what is saved meanwhile is not missed.
    await changes.follow([dirname(selection.file)]);
    const presentation = await present(selection, means);
    await changes.follow(presentation.origins);
    return presentation;
  });
  const choose = (wish: URLSearchParams) => chooseFrom(wish, command);
  await using server = await serve({ choose, presentations }, command.port);
  await changes.follow(command.files.length > 0 ? [] : ['resumes', '.']);
  terminal.out(server.url);
  terminal.err('The preview is at this address, for this machine only; Ctrl-C ends it.');

  const listFiles = () => findInputs(command.files).then(String, String);
  let files = await listFiles();
  for (let changed = await changes.next(); changed; changed = await changes.next()) {
    const now = await listFiles();
    if (presentations.forget(changed) || now !== files) server.announce();
    files = now;
    await changes.follow(presentations.origins());
  }
  return 0;
}

/** What an address asks for, and what else it might. Throws UsageError for what is none of it, or when nothing is left. */
async function chooseFrom(
  wish: URLSearchParams,
  { files: named, theme: first = '', paper: size }: PreviewCommand,
): Promise<{ choices: Choices; chosen: Selection }> {
  const files = await findInputs(named);
  const themes = [...new Set([...(first === '' ? [] : [first]), ...(await listThemes())])];
  const pick = <T extends string>(name: string, known: readonly T[], fallback: T): T => {
    const wished = wish.get(name) ?? fallback;
    const found = known.find((one) => one === wished);
    if (found === undefined) throw new UsageError(`there is no ${name} \`${wished}\` to choose`);
    return found;
  };
  const [file = ''] = files;
  const chosen = {
    file: pick('file', files, file),
    theme: pick('theme', ['', ...themes], first),
    paper: pick<Selection['paper']>('paper', ['', 'a4', 'letter'], size ?? ''),
  };
  return { choices: { files, themes }, chosen };
}
