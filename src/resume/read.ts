import { diagnose } from '../source/diagnose.js';
import { type Diagnostic, inFileOrder } from '../source/diagnostic.js';
import { foldFindings } from '../source/fold.js';
import type { SourceTree } from '../source/parse.js';
import { placed } from '../source/placed.js';
import { applySettings } from './apply-settings.js';
import { chooseLanguage } from './choose-language.js';
import { gatherPerson } from './json-resume/gather-person.js';
import { parseCommented } from './json-resume/json-comments.js';
import { loosen } from './json-resume/loosen.js';
import { namePerson } from './json-resume/name-person.js';
import { notAResume } from './json-resume/not-a-resume.js';
import { readOldNames } from './json-resume/old-names.js';
import type { Setting } from './parse-setting.js';
import { READ_NAMES } from './read-names.js';
import { checkRules } from './rules.js';
import { type Resume, resumeSchema } from './schema.js';

// Text of a résumé file → the résumé, or what is wrong with it: everything at once, each at its place.

export interface ReadResume {
  /** Absent when any diagnostic is an error. */
  resume?: Resume;
  diagnostics: Diagnostic[];
  /** Where everything stands; absent when the text is not YAML at all. */
  tree?: SourceTree;
}

/**
 * Reads YAML or JSON. `file` is the name shown in diagnostics; its ending `.json` marks JSON Resume input. Dates after
 * `today` are told of, where it is given. `settings` stand in place of what the file has.
 */
export function readResume(
  source: string,
  file: string,
  today?: Date,
  settings: readonly Setting[] = [],
): ReadResume {
  const parsed = parseCommented(source, file);
  if (!('tree' in parsed)) return { diagnostics: parsed.diagnostics };
  const { diagnostics } = parsed;
  const tree = applySettings(parsed.tree, settings);
  const isForgiven = isJsonResume(tree);
  if (!isForgiven && diagnostics.length > 0) return { diagnostics };
  const read = isForgiven ? readJsonResume(tree, diagnostics, today) : readOwn(tree, today);
  return { ...read, diagnostics: inFileOrder(placed(read.diagnostics, tree)) };
}

/** Our own format: whatever is wrong is an error. */
function readOwn(written: SourceTree, today: Date | undefined): ReadResume {
  const { tree, diagnostics: languages } = chooseLanguage(written);
  const own = withoutKeys(tree.data, (key) => key.startsWith('x-'));
  const whole = resumeSchema.safeParse(own);
  if (whole.success) return settle(whole.data, [...languages, ...checkRules(whole.data, tree, today)], tree);
  const found = diagnose(whole.error.issues, tree, resumeSchema, READ_NAMES);
  // What the schema has nothing against is judged all the same, so that everything is told at once.
  const wrong = new Set(found.map(({ path }) => path));
  const rest = resumeSchema.safeParse(withoutKeys(own, (_, path) => wrong.has(path)));
  const rules = rest.success ? checkRules(rest.data, tree, today) : [];
  return { diagnostics: inFileOrder([...languages, ...found, ...rules]), tree };
}

/** JSON Resume: whatever can be understood is read, with a warning where it is odd. */
function readJsonResume(raw: SourceTree, slips: readonly Diagnostic[], today: Date | undefined): ReadResume {
  const misplaced = notAResume(raw);
  if (misplaced) return { diagnostics: [misplaced], tree: raw };
  let tree = { ...raw, data: withoutKeys(raw.data, (key) => key.startsWith('x-')) };
  const diagnostics = slips.map((slip) => ({ ...slip, message: `${slip.message}: ${TAKEN[slip.rule]}` }));
  for (const step of [readOldNames, gatherPerson, chooseLanguage, loosen, namePerson]) {
    const done = step(tree);
    tree = done.tree;
    diagnostics.push(...done.diagnostics);
  }
  const whole = resumeSchema.safeParse(tree.data);
  const found = whole.success ? [] : diagnose(whole.error.issues, tree, resumeSchema, READ_NAMES);
  const unknown = found.filter(({ rule }) => rule === 'unknown-key');
  const dropped = new Set(unknown.map(({ path }) => path));
  const rest = whole.success
    ? whole
    : resumeSchema.safeParse(withoutKeys(tree.data, (_, path) => dropped.has(path)));
  diagnostics.push(...unknown.map((one) => ({ ...one, message: `${one.message} is left out` })));
  if (rest.success) diagnostics.push(...checkRules(rest.data, tree, today));
  const told = diagnostics.map((one) => ({ ...one, severity: 'warning' as const }));
  const warnings = foldFindings(inFileOrder(told), OF_EVERY_ENTRY);
  if (rest.success) return settle(rest.data, warnings, tree);
  const errors = diagnose(rest.error.issues, tree, resumeSchema, READ_NAMES);
  return { diagnostics: inFileOrder([...warnings, ...errors]), tree };
}

/** What is mostly the same in all entries of a list. */
const OF_EVERY_ENTRY = new Set(['old-name', 'odd-name', 'odd-shape', 'unknown-key']);

/** What becomes of the slips that our own format does not forgive. */
const TAKEN: Readonly<Record<string, string>> = {
  'yaml-syntax': 'the last one counts',
  'not-text': 'it is left out',
};

function settle(resume: Resume, diagnostics: readonly Diagnostic[], tree: SourceTree): ReadResume {
  const sound = diagnostics.every((diagnostic) => diagnostic.severity !== 'error');
  return { ...(sound && { resume }), diagnostics: inFileOrder(diagnostics), tree };
}

/** JSON Resume allows what our own format calls a mistake: it is input in that format by name or by its `$schema`. */
export function isJsonResume({ data, file }: SourceTree): boolean {
  const schema = typeof data === 'object' && data !== null && '$schema' in data ? String(data.$schema) : '';
  return /\.json$/i.test(file) || /json-?resume/i.test(schema);
}

function withoutKeys(value: unknown, drop: (key: string, path: string) => boolean, path = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => withoutKeys(item, drop, `${path}[${index}]`));
  const kept: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key;
    if (!drop(key, here)) kept.push([key, withoutKeys(inner, drop, here)]);
  }
  return Object.fromEntries(kept);
}
