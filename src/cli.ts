import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Help, type Option } from 'commander';
import type { InitCommand } from './commands/init.js';
import { listOption } from './commands/list-option.js';
import { parseReport } from './commands/options.js';
import { pathOption } from './commands/path-option.js';
import { refuseMistyped } from './commands/refuse-mistyped.js';
import { setOption } from './commands/set-option.js';
import { showHelp } from './commands/show-help.js';
import { formatError, type Terminal, textOf } from './commands/terminal.js';
import { addThemesCommands } from './commands/themes/add-themes-commands.js';
import { ContentError, MachineError, UsageError } from './errors.js';
import {
  type CheckFlags,
  checkCommand,
  type PreviewFlags,
  previewCommand,
  type RenderFlags,
  renderCommand,
} from './flags.js';
import {
  CHECK_HELP,
  COMPLETION_HELP,
  DOCTOR_HELP,
  EXTRACT_HELP,
  HELP,
  INIT_HELP,
  PREVIEW_HELP,
  SCHEMA_HELP,
  VALIDATE_HELP,
} from './help.js';
import { packageRoot } from './package-root.js';
import { formatReport } from './source/report.js';

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
    .configureHelp({ optionDescription: describeOption })
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(inOurWords(text)),
    })
    .enablePositionalOptions()
    .argument('[files...]', 'résumés; default: resumes/*.{yaml,yml,json}, else ./resume.{yaml,yml,json}')
    .addOption(
      listOption(
        '-t, --theme <names>',
        'a theme, a list, `all`, a theme folder or an installed npm package (default: the résumé’s own, else classic)',
      ),
    )
    .addOption(listOption('-f, --format <list>', 'pdf, html, docx, txt, md, png (default: pdf,html,docx)'))
    .addOption(pathOption('-o, --out <folder>', 'where the files go').default('out'))
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
    .option('--check', 'write nothing; fail when a file in the folder is not current', false)
    .option('--shard <i/n>', 'render one part of the résumés, such as 1/4')
    .option('--strict', 'treat warnings as errors', false)
    .option('--no-verify', 'do not read the files back to see that no word was lost')
    .option('--report <style>', 'how to tell findings: pretty, json or github', 'pretty')
    .option('-q, --quiet', 'say nothing but errors', false)
    .option('--verbose', 'say more: the browser, and the time each résumé took', false)
    .addOption(pathOption('--browser <path>', 'the browser to print PDFs with'))
    .addOption(
      pathOption('--root <folder>', 'what pictures and themes may come from (default: the résumé’s folder)'),
    )
    .addHelpText('after', HELP)
    .action((files: string[], options: RenderFlags) =>
      finish(
        (async () => {
          await refuseMistyped(
            files[0],
            program.commands.map((command) => command.name()),
          );
          return renderCommand(files, options, terminal, env);
        })(),
      ),
    );

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
    .command('preview [files...]')
    .description('show résumés in a browser as you write: page, PDF, and what machines read')
    .option('-t, --theme <name>', 'the theme to begin with (default: the résumé’s own, else classic)')
    .option('--paper <size>', 'a4 or letter (default: the résumé’s, else the theme’s)')
    .addOption(setOption())
    .option('--port <n>', 'the port on this machine (default: any that is free)')
    .addOption(pathOption('--browser <path>', 'the browser to print PDFs with'))
    .addOption(
      pathOption('--root <folder>', 'what pictures and themes may come from (default: the résumé’s folder)'),
    )
    .addHelpText('after', PREVIEW_HELP)
    .action((files: string[], options: PreviewFlags) =>
      finish(previewCommand(files, options, terminal, env)),
    );
  program
    .command('validate [files...]')
    .description('check résumés and write nothing')
    .option('--strict', 'treat warnings as errors', false)
    .option('--report <style>', 'pretty, json or github', 'pretty')
    .option('-q, --quiet', 'say nothing but errors', false)
    .addHelpText('after', VALIDATE_HELP)
    .action((files: string[], options: { strict: boolean; report: string; quiet: boolean }) =>
      finish(
        import('./commands/validate.js').then(({ validate }) =>
          validate({ ...options, files, report: parseReport(options.report) }, terminal, env),
        ),
      ),
    );
  program
    .command('check [files...]')
    .description('read finished files, or résumés rendered in memory, as applicant systems do')
    .addOption(
      listOption(
        '-t, --theme <names>',
        'the themes to render résumés with (default: the résumé’s own, else classic)',
      ),
    )
    .addOption(setOption())
    .option('--text', 'print the text as programs read it', false)
    .option('--strict', 'treat warnings as errors', false)
    .option('--report <style>', 'pretty, json or github', 'pretty')
    .option('-q, --quiet', 'say nothing but errors', false)
    .addOption(pathOption('--browser <path>', 'the browser to print PDFs with'))
    .addOption(
      pathOption('--root <folder>', 'what pictures and themes may come from (default: the résumé’s folder)'),
    )
    .addHelpText('after', CHECK_HELP)
    .action((files: string[], options: CheckFlags) => finish(checkCommand(files, options, terminal, env)));
  program
    .command('extract <file>')
    .description('write out the YAML that a PDF, HTML or Word file made with --embed-source carries')
    .addOption(pathOption('-o, --out <file>', 'a new file to write it to (default: stdout)'))
    .addHelpText('after', EXTRACT_HELP)
    .action((file: string, options: { out?: string }) =>
      finish(import('./commands/extract.js').then(({ extract }) => extract({ ...options, file }, terminal))),
    );
  addThemesCommands(program, { terminal, env, finish });
  program
    .command('schema')
    .description('print the JSON Schema of a résumé')
    .addHelpText('after', SCHEMA_HELP)
    .action(() => finish(import('./commands/schema.js').then(({ schema }) => schema(terminal))));
  program
    .command('completion <shell>')
    .description('print a script that completes this command line: bash, zsh or fish')
    .addHelpText('after', COMPLETION_HELP)
    .action((shell: string) =>
      finish(
        import('./commands/completion.js').then(({ completion }) => completion(shell, program, terminal)),
      ),
    );
  program
    .command('doctor')
    .description('see whether everything a render needs is there')
    .addOption(pathOption('--browser <path>', 'the browser to try'))
    .addOption(pathOption('-o, --out <folder>', 'the folder to try').default('out'))
    .addHelpText('after', DOCTOR_HELP)
    .action((options: { browser?: string; out: string }) =>
      finish(import('./commands/doctor.js').then(({ doctor }) => doctor(options, terminal, env))),
    );
  program
    .command('help [command...]')
    .description('tell what a command does, with examples')
    .action((words: string[]) => finish(showHelp(words, program)));
  return program;
}

/** That an option is off where nobody switches it on, everybody knows. */
const describeOption = (option: Option): string =>
  new Help().optionDescription(option).replace(/ \(default: false\)$/, '');

/** The parser's complaints in the shape of our own: what is wrong, and below it the way out. */
function inOurWords(text: string): string {
  const told = text
    .replaceAll("'", '`')
    .replace(/\.?\n?$/, '')
    .replace(/\n\(Did you mean (?:one of )?(.*)\?\)$/, '\n  did you mean `$1`?');
  if (told.includes('\n')) return told;
  const shows = told.startsWith('error: unknown option') ? 'lists its options' : 'shows an example';
  return `${told}\n  the same command with --help ${shows}`;
}

function version(): string {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version;
}
