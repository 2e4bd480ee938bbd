import { diagnose } from '../source/diagnose.js';
import { type Diagnostic, inFileOrder } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';
import { chooseLanguage } from './choose-language.js';
import { FOREIGN_NAMES } from './foreign-names.js';
import { parseCommented } from './json-comments.js';
import { readOldNames } from './old-names.js';
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
 * `today` are told of, where it is given.
 */
export function readResume(source: string, file: string, today?: Date): ReadResume {
  const parsed = parseCommented(source, file);
  if (!('tree' in parsed)) return { diagnostics: parsed.diagnostics };
  const isJson = isJsonResume(parsed.tree);
  const { tree: named, diagnostics: names } = isJson
    ? readOldNames(parsed.tree)
    : { tree: parsed.tree, diagnostics: [] };
  const { tree, diagnostics: languages } = chooseLanguage(named);
  const oldNames = [...names, ...languages];

  const own = withoutKeys(tree.data, (key) => key.startsWith('x-'));
  const first = resumeSchema.safeParse(own);
  if (first.success) return settle(first.data, [...oldNames, ...checkRules(first.data, tree, today)], tree);

  /** Whether the rest is sound, once what stands at these paths is left out. */
  const parseWithout = (paths: ReadonlySet<string>) =>
    resumeSchema.safeParse(withoutKeys(own, (_, path) => paths.has(path)));
  const found = diagnose(first.error.issues, tree, resumeSchema, FOREIGN_NAMES);
  if (!isJson) {
    // What the schema has nothing against is judged all the same, so that everything is told at once.
    const rest = parseWithout(new Set(found.map(({ path }) => path)));
    const rules = rest.success ? checkRules(rest.data, tree, today) : [];
    return { diagnostics: inFileOrder([...oldNames, ...found, ...rules]), tree };
  }

  // JSON Resume allows keys of one's own anywhere: they are left out with a warning.
  const unknown = found.filter((diagnostic) => diagnostic.rule === 'unknown-key');
  const warnings = [
    ...oldNames,
    ...unknown.map((diagnostic) => ({ ...diagnostic, severity: 'warning' as const })),
  ];
  const second = parseWithout(new Set(unknown.map(({ path }) => path)));
  if (!second.success) {
    const errors = diagnose(second.error.issues, tree, resumeSchema, FOREIGN_NAMES);
    return { diagnostics: inFileOrder([...warnings, ...errors]), tree };
  }
  return settle(second.data, [...warnings, ...checkRules(second.data, tree, today)], tree);
}

function settle(resume: Resume, diagnostics: Diagnostic[], tree: SourceTree): ReadResume {
  const sound = diagnostics.every((diagnostic) => diagnostic.severity !== 'error');
  return { ...(sound && { resume }), diagnostics: inFileOrder(diagnostics), tree };
}

/** JSON Resume allows what our own format calls a mistake: it is input in that format by name or by its `$schema`. */
export function isJsonResume({ data, file }: SourceTree): boolean {
  const schema = typeof data === 'object' && data !== null && '$schema' in data ? String(data.$schema) : '';
  return /\.json$/i.test(file) || /json-?resume/i.test(schema);
}

function withoutKeys(value: unknown, drop: (key: string, path: string) => boolean, path = ''): unknown {
  if (Array.isArray(value)) return value.map((item, index) => withoutKeys(item, drop, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const here = path ? `${path}.${key}` : key;
      return drop(key, here) ? [] : [[key, withoutKeys(inner, drop, here)]];
    }),
  );
}
