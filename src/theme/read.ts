import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { ContentError, UsageError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { diagnose } from '../source/diagnose.js';
import { type Diagnostic, inFileOrder } from '../source/diagnostic.js';
import { parseSource, type SourceTree } from '../source/parse.js';
import { RefusedFile, readInside } from '../source/read-inside.js';
import { suggest } from '../source/suggest.js';
import { checkSections } from './check-sections.js';
import type { FamilyName } from './families.js';
import { fault } from './fault.js';
import { FOREIGN_WORDS } from './foreign-words.js';
import { isThemePath, locateTheme, type ThemeFolder } from './locate-theme.js';
import { COLOUR, type ParagraphLook, type ThemeFile, themeSchema } from './schema.js';
import type { Theme } from './theme.js';

// A theme's name or folder → the theme, complete. What a theme does not say, its parent says; what nobody overrides
// comes from `templates/`.

export { listThemes } from './locate-theme.js';

/**
 * Reads a theme by name, by the path of its folder (anything with a slash or a leading dot), seen from `from`, or by the
 * npm package it is. `root` is the folder that a path and those it extends must lie in, links followed; else that is the one
 * the theme's own folder is in. Throws UsageError when there is no such theme, ContentError when its files are wrong.
 */
export async function readTheme(name: string, from = '.', root?: string): Promise<Theme> {
  const layers = await readLayers(name, from, root);
  const ownName = layers.at(-1)?.name ?? name;
  const merged = layers.reduce(mergeFiles, {});
  const shared = join(packageRoot(), 'templates');
  const { page = {} } = merged;
  return {
    name: ownName,
    title: merged.title ?? ownName,
    description: merged.description ?? '',
    page: {
      paper: page.paper ?? 'a4',
      margin: page.margin ?? { top: 54, right: 57, bottom: 54, left: 57 },
      ...(page.footer !== undefined && { footer: page.footer }),
    },
    slack: merged.slack ?? {},
    fonts: (merged.fonts ?? {}) as Record<string, FamilyName>,
    colors: merged.colors ?? {},
    styles: { Normal: {}, ...merged.styles },
    characters: merged.characters ?? {},
    order: merged.order ?? [],
    aside: merged.aside ?? [],
    titles: merged.titles ?? {},
    templates: Object.assign({}, readTemplates(shared), ...layers.map(({ templates }) => templates)),
    baseCss: readFileSync(join(shared, 'base.css'), 'utf8'),
    css: layers.map(({ css }) => css).join('\n'),
  };
}

interface Layer {
  name: string;
  /** Its folder. */
  path: string;
  file: ThemeFile;
}

/** What one theme says itself, whatever it extends. */
export interface ThemeLayer extends Layer {
  templates: Record<string, string>;
  css: string;
}

/** A theme and those it extends, the theme itself last. Throws as `readTheme` does. */
export async function readLayers(name: string, from = '.', root?: string): Promise<ThemeLayer[]> {
  const theme = await locateTheme(name, from, root);
  const chain = await readChain(theme, [], root ?? dirname(theme.path));
  return chain.map((layer) => ({
    ...layer,
    templates: readTemplates(layer.path),
    css: readIfThere(join(layer.path, 'theme.css'), layer.path),
  }));
}

/** A theme may extend itself by another name: through a link. */
const MOST_ANCESTORS = 16;

/** The theme's own layer last, its furthest ancestor first. */
async function readChain(theme: ThemeFolder, seen: readonly string[], root: string): Promise<Layer[]> {
  const path = join(theme.path, 'theme.yaml');
  const parsed = parseSource(readText(path, theme.path), asSeen(path));
  if (!('tree' in parsed) || parsed.diagnostics.length > 0) throw new ContentError(parsed.diagnostics);
  const { tree } = parsed;
  const result = themeSchema.safeParse(tree.data);
  if (!result.success)
    throw new ContentError(diagnose(result.error.issues, tree, themeSchema, FOREIGN_WORDS));
  const file = result.data;
  if (file.extends === undefined) return checked([{ ...theme, file }], tree);
  if (seen.includes(theme.path) || seen.length > MOST_ANCESTORS)
    throw new ContentError([fault(tree, ['extends'], 'this theme extends itself', 'name another theme')]);
  const parent = await locateTheme(file.extends, theme.path, root).catch((error) => {
    if (!(error instanceof UsageError)) throw error;
    throw new ContentError([fault(tree, ['extends'], error.message, error.hint)]);
  });
  // What is called by a name is not led to by a path, and may have neighbours of its own.
  const around = isThemePath(file.extends) ? root : dirname(parent.path);
  return checked([...(await readChain(parent, [...seen, theme.path], around)), { ...theme, file }], tree);
}

/** A file below the current folder by its path from there, as it was most likely named. */
function asSeen(path: string): string {
  const below = relative('.', path);
  return below.startsWith('..') || isAbsolute(below) ? path : below;
}

function mergeFiles(base: ThemeFile, { file }: Pick<Layer, 'file'>): ThemeFile {
  return {
    ...base,
    ...file,
    page: { ...base.page, ...file.page },
    slack: { ...base.slack, ...file.slack },
    fonts: { ...base.fonts, ...file.fonts },
    colors: { ...base.colors, ...file.colors },
    titles: { ...base.titles, ...file.titles },
    styles: mergeLooks(base.styles, file.styles),
    characters: mergeLooks(base.characters, file.characters),
  };
}

function mergeLooks<L extends object>(
  base: Record<string, L> = {},
  own: Record<string, L> = {},
): Record<string, L> {
  const names = [...new Set([...Object.keys(base), ...Object.keys(own)])];
  return Object.fromEntries(names.map((name) => [name, { ...base[name], ...own[name] } as L]));
}

/** What the schema cannot say: the names a theme uses must be names it has. */
function checked(chain: Layer[], tree: SourceTree): Layer[] {
  const whole = chain.reduce(mergeFiles, {});
  const own: ThemeFile = chain.at(-1)?.file ?? {};
  const styles: Record<string, ParagraphLook> = { Normal: {}, ...whole.styles };
  const names = (
    kind: string,
    known: Record<string, unknown> | undefined,
    used: string | undefined,
    path: PropertyKey[],
  ) => {
    if (used === undefined || Object.hasOwn(known ?? {}, used)) return [];
    if (kind === 'color' && COLOUR.test(used)) return [];
    const near = suggest(used, Object.keys(known ?? {}));
    return [
      fault(
        tree,
        path,
        `there is no ${kind} \`${used}\``,
        near
          ? `did you mean \`${near}\`?`
          : used.startsWith('#')
            ? 'write #rgb or #rrggbb'
            : `define it under \`${kind}s\``,
      ),
    ];
  };
  const faults = (['styles', 'characters'] as const).flatMap((table) =>
    Object.entries(own[table] ?? {}).flatMap(([name, look]) => {
      const { font, color, underline, rule, base }: ParagraphLook = look;
      const at = (...keys: string[]) => [table, name, ...keys];
      return [
        ...names('font', whole.fonts, font, at('font')),
        ...names('color', whole.colors, color, at('color')),
        ...names(
          'color',
          whole.colors,
          typeof underline === 'string' ? underline : undefined,
          at('underline'),
        ),
        ...names('color', whole.colors, rule?.color, at('rule', 'color')),
        ...names('style', styles, base, at('base')),
        ...(base === undefined ? [] : circles(tree, name, at('base'), styles)),
      ];
    }),
  );
  const all = [...faults, ...checkSections(own, tree)];
  if (all.length > 0) throw new ContentError(inFileOrder(all));
  return chain;
}

function circles(
  tree: SourceTree,
  name: string,
  path: PropertyKey[],
  styles: Record<string, ParagraphLook>,
): Diagnostic[] {
  if (name === 'Normal')
    return [fault(tree, path, '`Normal` is the base of all styles and has none', 'delete it')];
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined; at = styles[at]?.base) {
    if (seen.has(at)) return [fault(tree, path, `\`${name}\` is based on itself`, 'base it on Normal')];
    seen.add(at);
  }
  return [];
}

function readTemplates(folder: string): Record<string, string> {
  const partials = join(folder, 'partials');
  const names = filesIn(partials).filter((file) => file.endsWith('.hbs'));
  const entries = names.map((file) => [basename(file, '.hbs'), readText(join(partials, file), folder)]);
  const root = readIfThere(join(folder, 'resume.hbs'), folder);
  return { ...Object.fromEntries(entries), ...(root && { resume: root }) };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const readIfThere = (path: string, folder: string): string => readText(path, folder, '');

/** Bytes of one file of a theme. */
const MOST_BYTES = 1_000_000;

/**
 * A theme's file, which lies in the theme's folder; `absent` stands in for one that is not there. Throws UsageError for one
 * that cannot be read.
 */
function readText(path: string, folder: string, absent?: string): string {
  try {
    return readInside(path, folder, MOST_BYTES).toString('utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && absent !== undefined) return absent;
    const wayOut =
      error instanceof RefusedFile ? 'put a text of at most 1 MB there' : 'check its permissions';
    throw new UsageError(`the theme’s file ${path} cannot be read: ${message}`, wayOut);
  }
}
