import { type Command, Option } from 'commander';
import { UsageError } from '../../errors.js';
import { suggest } from '../../source/suggest.js';
import { pathOption } from '../path-option.js';
import type { Terminal } from '../terminal.js';
import { REPORTS, type Report } from './reports.js';

interface Around {
  terminal: Terminal;
  env: NodeJS.ProcessEnv;
  /** Takes a command's exit code. */
  finish: (result: Promise<number>) => Promise<void>;
}

/** `render themes` and what stands behind it: list, new, show, test. Each is imported when it is used. */
export function addThemesCommands(program: Command, { terminal, env, finish }: Around): void {
  const themes = program
    .command('themes')
    .description('list the themes; make one, show one, test one')
    .addHelpText('after', HELP);
  themes
    .command('list', { isDefault: true })
    .description('list the themes that ship with the program')
    .allowExcessArguments()
    .action((_: object, { args: [name] }: Command) => {
      if (name !== undefined) throw unknownCommand(name);
      return finish(import('./list-themes.js').then(({ listThemes }) => listThemes(terminal)));
    });
  themes
    .command('new <name>')
    .description('start a theme: write a commented folder to edit')
    .option('--from <theme>', 'the theme it starts from', 'classic')
    .addOption(rootOption())
    .addHelpText('after', NEW_HELP)
    .action((folder: string, options: { from: string; root?: string }) =>
      finish(import('./new-theme.js').then(({ newTheme }) => newTheme({ ...options, folder }, terminal))),
    );
  themes
    .command('show <theme>')
    .description('print all that a theme says, every style resolved')
    .addOption(reports())
    .addOption(rootOption())
    .addHelpText('after', SHOW_HELP)
    .action((name: string, options: { report: Report; root?: string }) =>
      finish(import('./show-theme.js').then(({ showTheme }) => showTheme({ ...options, name }, terminal))),
    );
  themes
    .command('test <theme>')
    .description('render a résumé with every section and field, and see what each format keeps')
    .addOption(reports())
    .option('--verbose', 'list every field, not only what is lost', false)
    .addOption(pathOption('--browser <path>', 'the browser to print PDFs with'))
    .addOption(rootOption())
    .addHelpText('after', TEST_HELP)
    .action((name: string, options: { report: Report; verbose: boolean; browser?: string; root?: string }) =>
      finish(
        import('./test-theme.js').then(({ testTheme }) => testTheme({ ...options, name }, terminal, env)),
      ),
    );
}

const reports = () => new Option('--report <style>', 'how to tell it').choices(REPORTS).default(REPORTS[0]);

const rootOption = () =>
  pathOption('--root <folder>', 'what it may extend themes from (default: the folder it lies in)');

/** `render themes harbour`: what was meant? */
function unknownCommand(name: string): UsageError {
  const near = suggest(name, COMMANDS);
  return new UsageError(
    `there is no command \`themes ${name}\``,
    `did you mean \`render themes ${near ?? `show ${name}`}\`?`,
  );
}
const COMMANDS = ['list', 'new', 'show', 'test'];

const HELP = `
Examples:
  render themes                             the themes there are
  render themes new harbour --from classic  harbour/theme.yaml and harbour/theme.css, to edit
  render themes show ./harbour              every style of it, with what it inherits
  render themes test ./harbour              is every field there, in every format?`;

const NEW_HELP = `
Examples:
  render themes new harbour                 harbour/theme.yaml and harbour/theme.css, like classic
  render themes new themes/harbour --from modern
  render themes new harbour --from ./mine   extends a theme of your own, its neighbour
  render themes new looks/harbour --from ./mine --root .`;

const SHOW_HELP = `
Examples:
  render themes show classic                every style of it, its fonts, colours and margins
  render themes show ./harbour --report json`;

const TEST_HELP = `
Examples:
  render themes test ./harbour              a table: how many fields each format keeps
  render themes test ./harbour --verbose    every field by name`;
