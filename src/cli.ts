import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { InitCommand } from './commands/init.js';
import { setOption } from './commands/set-option.js';
import { formatError, type Terminal, textOf } from './commands/terminal.js';
import { ContentError, MachineError, UsageError } from './errors.js';
import { HELP, INIT_HELP } from './help.js';
import { packageRoot } from './package-root.js';

// argv → commands. The only catch and the only exit code: 0 done, 1 a résumé or theme has an error, 2 wrong usage,
// 3 the machine lacks something. A bug shows its stack and says where to report it; nothing else does.

/** Runs one command line (without `node` and the script) and returns its exit code. Commands are imported when used. */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  let code = 0;
  const finish = async (result: Promise<number>) => {
    code = await result;
  };
  try {
    await commandLine(terminal, env, finish).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError || error instanceof MachineError) {
      terminal.err(formatError(error));
      return error.exitCode;
    }
    if (error instanceof ContentError) {
      const { formatReport } = await import('./source/report.js');
      terminal.err(formatReport(error.diagnostics, 'pretty', textOf, terminal.colour));
      return error.exitCode;
    }
    terminal.err(`This is a bug in Resumewright, not in your résumé. Please report it with the lines below:
https://github.com/resumewright/resumewright/issues
${error instanceof Error ? error.stack : String(error)}`);
    return 70;
  }
}

function commandLine(
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  finish: (result: Promise<number>) => Promise<void>,
): Command {
  const program = new Command('render')
    .description('One YAML résumé, printed as PDF, HTML and Word that agree word for word.')
    .version(version(), '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(inOurWords(text)),
    })
    .enablePositionalOptions()
    .argument('[files...]', 'résumés; default: resumes/*.{yaml,yml,json}, else ./resume.{yaml,yml,json}')
    .option(
      '-t, --theme <names>',
      'a theme, a list, `all`, or the path of a theme folder (default: the résumé’s own, else classic)',
    )
    .option('-f, --format <list>', 'pdf, html, docx, txt, md, png', 'pdf,html,docx')
    .option('-o, --out <folder>', 'where the files go', 'out')
    .addOption(setOption())
    .option('--paper <size>', 'a4 or letter (default: the résumé’s, else the theme’s)')
    .option(
      '--embed-source',
      'put the YAML as rendered, without private parts, into PDF, HTML and Word',
      false,
    )
    .option('--pages <n>', 'fit on so many pages (default: the résumé’s own `meta.pages`)')
    .option('--jobs <n>', 'how many résumés at once (default: one a core, at most 4)')
    .option('-w, --watch', 'render again whenever a résumé, theme or picture changes', false)
    .option('--force', 'render also what has not changed', false)
    .option('--strict', 'treat warnings as errors', false)
    .option('--no-verify', 'do not read the files back to see that no word was lost')
    .option('--report <style>', 'how to tell findings: pretty, json or github', 'pretty')
    .option('-q, --quiet', 'say nothing but errors', false)
    .option('--verbose', 'say more: the browser, and the time each résumé took', false)
    .option('--browser <path>', 'the browser to print PDFs with')
    .addHelpText('after', HELP)
    .action((files: string[], options: RenderFlags) => finish(renderCommand(files, options, terminal, env)));

  program
    .command('init [file]')
    .description('start a résumé: write a commented YAML file to fill in')
    .option('--shape <name>', 'engineer, graduate, academic or career-changer')
    .option('--name <name>', 'your name')
    .option('--email <address>', 'your e-mail address')
    .option('--locale <tag>', 'language of headings and dates, such as en-GB, de or pt-BR')
    .addHelpText('after', INIT_HELP)
    .action((file: string | undefined, options: Omit<InitCommand, 'file'>) =>
      finish(
        import('./commands/init.js').then(({ init }) =>
          init({ ...options, file: file ?? 'resume.yaml' }, terminal),
        ),
      ),
    );
  program
    .command('validate [files...]')
    .description('check résumés and write nothing')
    .option('--strict', 'treat warnings as errors', false)
    .option('--report <style>', 'pretty, json or github', 'pretty')
    .option('-q, --quiet', 'say nothing but errors', false)
    .action((files: string[], options: { strict: boolean; report: string; quiet: boolean }) =>
      finish(
        (async () => {
          const [{ validate }, { parseReport }] = await Promise.all([
            import('./commands/validate.js'),
            import('./commands/options.js'),
          ]);
          return validate({ ...options, files, report: parseReport(options.report) }, terminal, env);
        })(),
      ),
    );
  program
    .command('check [files...]')
    .description('read finished files, or résumés rendered in memory, as applicant systems do')
    .option(
      '-t, --theme <names>',
      'the themes to render résumés with (default: the résumé’s own, else classic)',
    )
    .addOption(setOption())
    .option('--text', 'print the text as programs read it', false)
    .option('--strict', 'treat warnings as errors', false)
    .option('--report <style>', 'pretty, json or github', 'pretty')
    .option('-q, --quiet', 'say nothing but errors', false)
    .option('--browser <path>', 'the browser to print PDFs with')
    .action((files: string[], options: CheckFlags) => finish(checkCommand(files, options, terminal, env)));
  program
    .command('extract <file>')
    .description('write out the YAML that a PDF, HTML or Word file made with --embed-source carries')
    .option('-o, --out <file>', 'a new file to write it to (default: stdout)')
    .action((file: string, options: { out?: string }) =>
      finish(import('./commands/extract.js').then(({ extract }) => extract({ ...options, file }, terminal))),
    );
  program
    .command('themes')
    .description('list the themes')
    .action(() => finish(import('./commands/themes.js').then(({ themes }) => themes(terminal))));
  program
    .command('schema')
    .description('print the JSON Schema of a résumé')
    .action(() => finish(import('./commands/schema.js').then(({ schema }) => schema(terminal))));
  program
    .command('completion <shell>')
    .description('print a script that completes this command line: bash, zsh or fish')
    .action((shell: string) =>
      finish(
        import('./commands/completion.js').then(({ completion }) => completion(shell, program, terminal)),
      ),
    );
  program
    .command('doctor')
    .description('see whether everything a render needs is there')
    .option('--browser <path>', 'the browser to try')
    .option('-o, --out <folder>', 'the folder to try', 'out')
    .action((options: { browser?: string; out: string }) =>
      finish(import('./commands/doctor.js').then(({ doctor }) => doctor(options, terminal, env))),
    );
  return program;
}

/** The parser's complaints in the shape of our own: what is wrong, and below it the way out. */
const inOurWords = (text: string): string =>
  text
    .replaceAll("'", '`')
    .replace(/\.?\n?$/, '')
    .replace(/\n\(Did you mean (?:one of )?(.*)\?\)$/, '\n  did you mean `$1`?');

/** What both `render` and `check` are asked. */
interface SharedFlags {
  theme?: string;
  set: readonly string[];
  strict: boolean;
  report: string;
  quiet: boolean;
  browser?: string;
}

interface RenderFlags extends SharedFlags {
  format: string;
  out: string;
  paper?: string;
  embedSource: boolean;
  pages?: string;
  jobs?: string;
  watch: boolean;
  force: boolean;
  verify: boolean;
  verbose: boolean;
}

async function renderCommand(
  files: string[],
  flags: RenderFlags,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const parse = await import('./commands/options.js');
  const { theme, set, format, paper, pages, jobs, report, watch: watched, ...rest } = flags;
  const command = {
    ...rest,
    files,
    settings: set.map(parse.parseSet),
    formats: parse.parseFormats(format),
    jobs: jobs === undefined ? parse.defaultJobs() : parse.parseJobs(jobs),
    report: parse.parseReport(report),
    ...(theme !== undefined && { themes: await parse.parseThemes(theme) }),
    ...(paper !== undefined && { paper: parse.parsePaper(paper) }),
    ...(pages !== undefined && { pages: parse.parsePages(pages) }),
  };
  if (watched) {
    const [{ watch }, { untilEnded }] = await Promise.all([
      import('./commands/watch.js'),
      import('./commands/until-ended.js'),
    ]);
    return watch(command, terminal, env, untilEnded());
  }
  const { render } = await import('./commands/render.js');
  return render(command, terminal, env);
}

interface CheckFlags extends SharedFlags {
  text: boolean;
}

async function checkCommand(
  files: string[],
  flags: CheckFlags,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const [{ check }, parse] = await Promise.all([
    import('./commands/check.js'),
    import('./commands/options.js'),
  ]);
  const { theme, set, report, ...rest } = flags;
  const themes = theme === undefined ? {} : { themes: await parse.parseThemes(theme) };
  const settings = set.map(parse.parseSet);
  return check({ ...rest, files, settings, report: parse.parseReport(report), ...themes }, terminal, env);
}

function version(): string {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version;
}
