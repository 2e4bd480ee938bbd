import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { languageOf } from '../resume/locales.js';
import { askFor, askShape } from './ask-starter.js';
import type { Dialogue } from './dialogue.js';
import { fillStarter, type StarterValues, starterValues } from './fill-starter.js';
import { alreadyThere, writeNew } from './outputs.js';
import { SHAPE_NAMES, type Shape } from './shapes.js';
import { parseEmail, parseLocale, parseName, parseShape } from './starter-options.js';
import type { Terminal } from './terminal.js';

export interface InitCommand {
  file: string;
  /** As typed; what is not given is asked for where there is somebody to ask, else taken from the starter. */
  shape?: string;
  name?: string;
  email?: string;
  locale?: string;
}

interface Choice {
  source: string;
  values: StarterValues;
}

/**
 * `render init`: writes a commented starter for a shape of career. Never overwrites and never waits for an answer that
 * nobody can give. Returns 0, or 2 when the person left before the last answer. Throws UsageError and MachineError.
 */
export async function init(command: InitCommand, terminal: Terminal): Promise<number> {
  const { file } = command;
  refuseEnding(file);
  const given = parseGiven(command);
  // Better now than after four answers; writing looks again.
  if (await lstat(file).catch(() => undefined)) throw alreadyThere(file);

  const dialogue = isComplete(given) ? undefined : await terminal.dialogue?.();
  const choice = await (dialogue ? ask(given, dialogue) : takeGiven(given)).finally(() => dialogue?.close());
  if (!choice) {
    terminal.err('Nothing was written.');
    return 2;
  }
  const { locale } = choice.values;
  if (!languageOf(locale)) {
    terminal.err(`warning: there is no language pack for \`${locale}\`, so headings and dates are English`);
  }
  await writeNew(file, fillStarter(choice.source, choice.values));
  terminal.out(file);
  terminal.err(nextSteps(file));
  return 0;
}

type Given = { shape?: Shape } & Partial<StarterValues>;

function parseGiven({ shape, name, email, locale }: InitCommand): Given {
  return {
    ...(shape !== undefined && { shape: parseShape(shape) }),
    ...(name !== undefined && { name: parseName(name) }),
    ...(email !== undefined && { email: parseEmail(email) }),
    ...(locale !== undefined && { locale: parseLocale(locale) }),
  };
}

const isComplete = ({ shape, name, email, locale }: Given) =>
  [shape, name, email, locale].every((value) => value !== undefined);

const DEFAULT_SHAPE: Shape = 'engineer';

async function takeGiven({ shape = DEFAULT_SHAPE, ...given }: Given): Promise<Choice> {
  const source = await readStarter(shape);
  return { source, values: { ...starterValues(source), ...given } };
}

/** Undefined: the person has left. */
async function ask(given: Given, dialogue: Dialogue): Promise<Choice | undefined> {
  const shape = given.shape ?? (await askShape(dialogue, DEFAULT_SHAPE));
  if (shape === undefined) return undefined;
  const source = await readStarter(shape);
  const starter = starterValues(source);
  const name = given.name ?? (await askFor(dialogue, 'Your name', starter.name, parseName));
  if (name === undefined) return undefined;
  const email = given.email ?? (await askFor(dialogue, 'Your e-mail address', starter.email, parseEmail));
  if (email === undefined) return undefined;
  const question = 'Language of headings and dates, such as en-GB, de or pt-BR';
  const locale = given.locale ?? (await askFor(dialogue, question, starter.locale, parseLocale));
  return locale === undefined ? undefined : { source, values: { name, email, locale } };
}

const readStarter = (shape: Shape) =>
  readFile(join(packageRoot(), 'templates', 'starters', `${shape}.yaml`), 'utf8');

function refuseEnding(file: string): void {
  if (/[^/\\]\.ya?ml$/i.test(file)) return;
  const shape = SHAPE_NAMES.find((name) => name === file.toLowerCase());
  const better = /[/\\]$/.test(file) ? `${file}resume.yaml` : `${file.replace(/\.\w*$/, '')}.yaml`;
  throw new UsageError(
    `a starter is a YAML file, and \`${file}\` does not end in .yaml`,
    `did you mean \`render init ${shape ? `--shape ${shape}` : quoted(better)}\`?`,
  );
}

function nextSteps(file: string): string {
  return `Make it yours, then:
  render ${quoted(file)}
  render validate ${quoted(file)}`;
}

/** As a shell takes it. */
const quoted = (path: string) =>
  /^[\p{L}\p{N}_./\\:@+-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
