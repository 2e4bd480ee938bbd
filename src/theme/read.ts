import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ContentError, UsageError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { diagnose } from '../source/diagnose.js';
import { type Diagnostic, inFileOrder } from '../source/diagnostic.js';
import { parseSource, type SourceTree } from '../source/parse.js';
import { suggest } from '../source/suggest.js';
import { checkSections } from './check-sections.js';
import type { FamilyName } from './families.js';
import { fault } from './fault.js';
import { COLOUR, type ParagraphLook, type ThemeFile, themeSchema } from './schema.js';
import type { Theme } from './theme.js';
import { TWIN_NAMES } from './twin-names.js';

// A theme's name or folder → the theme, complete. What a theme does not say, its parent says; what nobody overrides
// comes from `templates/`.

/** The themes that ship with the package, by name. */
export async function listThemes(): Promise<string[]> {
  const entries = await readdir(join(packageRoot(), 'themes'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads a theme by name, or by the path of its folder (anything with a slash or a leading dot), seen from `from`.
 * Throws UsageError when there is no such theme, ContentError when its files are wrong.
 */
export async function readTheme(name: string, from = '.'): Promise<Theme> {
  const folder = await locate(name, from);
  const ownName = basename(folder);
  const chain = await readChain(folder, []);
  const merged = chain.reduce(mergeFiles, {});
  const shared = join(packageRoot(), 'templates');
  const folders = chain.map(({ folder }) => folder);
  const templates = await Promise.all([shared, ...folders].map(readTemplates));
  const sheets = await Promise.all(folders.map((folder) => readIfThere(join(folder, 'theme.css'))));
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
    templates: Object.assign({}, ...templates),
    baseCss: await readFile(join(shared, 'base.css'), 'utf8'),
    css: sheets.join('\n'),
  };
}

interface Layer {
  folder: string;
  file: ThemeFile;
}

/** A theme's folder; `from` is the one that a path starts in. Throws UsageError where it has no theme.yaml. */
export async function locate(name: string, from: string): Promise<string> {
  const isPath = /[\\/]|^\./.test(name);
  const folder = isPath ? resolve(from, name) : join(packageRoot(), 'themes', name);
  const found =
    /^[\w-]+$/.test(name) || isPath
      ? await stat(join(folder, 'theme.yaml')).catch(() => undefined)
      : undefined;
  if (found?.isFile()) return folder;
  if (isPath)
    throw new UsageError(`there is no theme.yaml in ${name}`, 'a theme is a folder with a theme.yaml');
  const themes = await listThemes();
  const near = suggest(name, themes);
  throw new UsageError(
    `there is no theme \`${name}\``,
    near ? `did you mean \`${near}\`?` : `themes: ${themes.join(', ')}; or the path of a theme folder`,
  );
}

/** The theme's own layer last, its furthest ancestor first. */
async function readChain(folder: string, seen: readonly string[]): Promise<Layer[]> {
  const path = join(folder, 'theme.yaml');
  const parsed = parseSource(await readText(path), path);
  if (!('tree' in parsed) || parsed.diagnostics.length > 0) throw new ContentError(parsed.diagnostics);
  const { tree } = parsed;
  const result = themeSchema.safeParse(tree.data);
  if (!result.success) throw new ContentError(diagnose(result.error.issues, tree, themeSchema, TWIN_NAMES));
  const file = result.data;
  if (file.extends === undefined) return checked([{ folder, file }], tree);
  if (seen.includes(folder))
    throw new ContentError([fault(tree, ['extends'], 'this theme extends itself', 'name another theme')]);
  const parent = await locate(file.extends, folder).catch((error) => {
    if (!(error instanceof UsageError)) throw error;
    throw new ContentError([fault(tree, ['extends'], error.message, error.hint)]);
  });
  return checked([...(await readChain(parent, [...seen, folder])), { folder, file }], tree);
}

function mergeFiles(base: ThemeFile, { file }: Layer): ThemeFile {
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
      const { font, color, rule, base }: ParagraphLook = look;
      const at = (...keys: string[]) => [table, name, ...keys];
      return [
        ...names('font', whole.fonts, font, at('font')),
        ...names('color', whole.colors, color, at('color')),
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

async function readTemplates(folder: string): Promise<Record<string, string>> {
  const partials = join(folder, 'partials');
  const names = (await readdir(partials).catch(() => [])).filter((file) => file.endsWith('.hbs'));
  const entries = await Promise.all(
    names.map(
      async (file) => [basename(file, '.hbs'), await readFile(join(partials, file), 'utf8')] as const,
    ),
  );
  const root = await readIfThere(join(folder, 'resume.hbs'));
  return { ...Object.fromEntries(entries), ...(root && { resume: root }) };
}

const readIfThere = (path: string): Promise<string> => readText(path, '');

/** A theme's file; `absent` stands in for one that is not there. Throws UsageError for one that cannot be read. */
async function readText(path: string, absent?: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && absent !== undefined) return absent;
    throw new UsageError(`the theme’s file ${path} cannot be read: ${message}`, 'check its permissions');
  }
}
