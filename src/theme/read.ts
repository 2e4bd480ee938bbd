import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ContentError, UsageError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { inFileOrder } from '../source/diagnostic.js';
import { checkNames } from './check-names.js';
import { checkSections } from './check-sections.js';
import type { FamilyName } from './families.js';
import { fault, type Places } from './fault.js';
import { isThemePath, locateTheme, type ThemeFolder } from './locate-theme.js';
import type { ThemeFile } from './schema.js';
import type { Theme } from './theme.js';
import { readIfThere, readTemplates, readThemeFile } from './theme-files.js';

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
  const { file, places } = readThemeFile(theme.path);
  if (file.extends === undefined) return checked([{ ...theme, file }], places);
  if (seen.includes(theme.path) || seen.length > MOST_ANCESTORS)
    throw new ContentError([fault(places, ['extends'], 'this theme extends itself', 'name another theme')]);
  const parent = await locateTheme(file.extends, theme.path, root).catch((error) => {
    if (!(error instanceof UsageError)) throw error;
    throw new ContentError([fault(places, ['extends'], error.message, error.hint)]);
  });
  // What is called by a name is not led to by a path, and may have neighbours of its own.
  const around = isThemePath(file.extends) ? root : dirname(parent.path);
  return checked([...(await readChain(parent, [...seen, theme.path], around)), { ...theme, file }], places);
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

function checked(chain: Layer[], places: Places): Layer[] {
  const own = chain.at(-1)?.file ?? {};
  const faults = [...checkNames(own, chain.reduce(mergeFiles, {}), places), ...checkSections(own, places)];
  if (faults.length > 0) throw new ContentError(inFileOrder(faults));
  return chain;
}
