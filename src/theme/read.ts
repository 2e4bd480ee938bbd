import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ContentError, UsageError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { diagnose } from '../source/diagnose.js';
import { type Diagnostic, formatPath, inFileOrder } from '../source/diagnostic.js';
import { parseSource, type SourceTree } from '../source/parse.js';
import { isInside, RefusedFile, readInside } from '../source/read-inside.js';
import { suggest } from '../source/suggest.js';
import type { FamilyName } from './families.js';
import { COLOUR, type ParagraphLook, type ThemeFile, themeSchema } from './schema.js';
import type { Theme } from './theme.js';

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
 * Reads a theme by name, or by the path of its folder (anything with a slash or a leading dot), seen from `from`. `root`
 * is the folder that it and the themes it extends must lie in, links followed; else that is the one its own folder is in.
 * Throws UsageError when there is no such theme, ContentError when its files are wrong.
 */
export async function readTheme(name: string, from = '.', root?: string): Promise<Theme> {
  const folder = await locate(name, from, root);
  const ownName = basename(folder);
  const chain = await readChain(folder, [], root ?? dirname(folder));
  const merged = chain.reduce(mergeFiles, {});
  const shared = join(packageRoot(), 'templates');
  const folders = chain.map(({ folder }) => folder);
  const templates = await Promise.all([shared, ...folders].map(readTemplates));
  const sheets = await Promise.all(folders.map((folder) => readIfThere(join(folder, 'theme.css'), folder)));
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
    templates: Object.assign({}, ...templates),
    baseCss: await readFile(join(shared, 'base.css'), 'utf8'),
    css: sheets.join('\n'),
  };
}

interface Layer {
  folder: string;
  file: ThemeFile;
}

/** `from` is the folder that a path starts in, `root` the one it must not leave. */
async function locate(name: string, from: string, root?: string): Promise<string> {
  const isPath = /[\\/]|^\./.test(name);
  const folder = isPath ? resolve(from, name) : join(packageRoot(), 'themes', name);
  const found =
    /^[\w-]+$/.test(name) || isPath
      ? await stat(join(folder, 'theme.yaml')).catch(() => undefined)
      : undefined;
  // Whether there is one elsewhere is not told either.
  if (isPath && root !== undefined && !(await liesIn(folder, root))) {
    throw new UsageError(
      `the theme ${name} lies outside the folder it may be taken from`,
      'name it on the command line with --theme, or allow the folder of both with --root <folder>',
    );
  }
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

/** A theme may extend itself by another name: through a link. */
const MOST_ANCESTORS = 16;

/** The theme's own layer last, its furthest ancestor first. */
async function readChain(folder: string, seen: readonly string[], root: string): Promise<Layer[]> {
  const path = join(folder, 'theme.yaml');
  const parsed = parseSource(await readText(path, folder), path);
  if (!('tree' in parsed) || parsed.diagnostics.length > 0) throw new ContentError(parsed.diagnostics);
  const { tree } = parsed;
  const result = themeSchema.safeParse(tree.data);
  if (!result.success) throw new ContentError(diagnose(result.error.issues, tree, themeSchema));
  const file = result.data;
  if (file.extends === undefined) return checked([{ folder, file }], tree);
  if (seen.includes(folder) || seen.length > MOST_ANCESTORS)
    throw new ContentError([fault(tree, ['extends'], 'this theme extends itself', 'name another theme')]);
  const parent = await locate(file.extends, folder, root).catch((error) => {
    if (!(error instanceof UsageError)) throw error;
    throw new ContentError([fault(tree, ['extends'], error.message, error.hint)]);
  });
  return checked([...(await readChain(parent, [...seen, folder], root)), { folder, file }], tree);
}

function mergeFiles(base: ThemeFile, { file }: Layer): ThemeFile {
  return {
    ...base,
    ...file,
    page: { ...base.page, ...file.page },
    slack: { ...base.slack, ...file.slack },
    fonts: { ...base.fonts, ...file.fonts },
    colors: { ...base.colors, ...file.colors },
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
  const own = chain.at(-1)?.file ?? {};
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
  if (faults.length > 0) throw new ContentError(inFileOrder(faults));
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

function fault(tree: SourceTree, path: PropertyKey[], message: string, suggestion?: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'theme',
    file: tree.file,
    path: formatPath(path),
    place: tree.valueAt(path),
    message,
    ...(suggestion && { suggestion }),
  };
}

async function readTemplates(folder: string): Promise<Record<string, string>> {
  const partials = join(folder, 'partials');
  const names = (await readdir(partials).catch(() => [])).filter((file) => file.endsWith('.hbs'));
  const entries = await Promise.all(
    names.map(
      async (file) => [basename(file, '.hbs'), await readText(join(partials, file), folder)] as const,
    ),
  );
  const root = await readIfThere(join(folder, 'resume.hbs'), folder);
  return { ...Object.fromEntries(entries), ...(root && { resume: root }) };
}

const readIfThere = (path: string, folder: string): Promise<string> => readText(path, folder, '');

/** Bytes of one file of a theme. */
const MOST_BYTES = 1_000_000;

/**
 * A theme's file, which lies in the theme's folder; `absent` stands in for one that is not there. Throws UsageError for one
 * that cannot be read.
 */
async function readText(path: string, folder: string, absent?: string): Promise<string> {
  try {
    return (await readInside(path, folder, MOST_BYTES)).toString('utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && absent !== undefined) return absent;
    const wayOut =
      error instanceof RefusedFile ? 'put a text of at most 1 MB there' : 'check its permissions';
    throw new UsageError(`the theme’s file ${path} cannot be read: ${message}`, wayOut);
  }
}

/** Where the folder really is counts; of one that is not there, where it would be. */
async function liesIn(folder: string, root: string): Promise<boolean> {
  const real = await realpath(folder).catch(() => undefined);
  return real === undefined ? isInside(resolve(folder), resolve(root)) : isInside(real, await realpath(root));
}
