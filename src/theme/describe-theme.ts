import { contrastRatio } from './contrast-ratio.js';
import { FAMILIES, type FamilyName } from './families.js';
import type { ThemeLayer } from './read.js';
import type { CharacterLook, ParagraphLook } from './schema.js';
import { resolveLook } from './styles.js';
import type { Theme } from './theme.js';

// A theme → what it amounts to, every `base` followed, and for each part which of the themes it extends says it. Lengths
// are points.

/** The names of the themes that say something of it, the theme itself last. */
type From = { from: string[] };

export interface ThemeDescription {
  name: string;
  title: string;
  description: string;
  /** The theme and those it extends, itself last. */
  layers: string[];
  page: Theme['page'] & From;
  slack: Theme['slack'] & From;
  fonts: Record<string, { family: FamilyName; word: string } & From>;
  /** `contrast`: to white paper, as WCAG 2.2 counts it; text needs 4.5. */
  colors: Record<string, { value: string; contrast: number } & From>;
  styles: Record<string, ParagraphLook & From>;
  /** Only what differs from the paragraph around. */
  characters: Record<string, CharacterLook & From>;
  order: string[];
  aside: string[];
  /** Templates that are not the shared ones, and who brings them. */
  templates: Record<string, string>;
  /** Whose `theme.css` applies. */
  css: string[];
}

export function describeTheme(theme: Theme, layers: readonly ThemeLayer[]): ThemeDescription {
  const from = (says: (layer: ThemeLayer) => unknown): string[] =>
    layers.filter((layer) => says(layer) !== undefined).map(({ name }) => name);
  const fonts = mapped(theme.fonts, (family, font) => ({
    family,
    word: FAMILIES[family].word,
    from: from(({ file }) => file.fonts?.[font]),
  }));
  const colors = mapped(theme.colors, (value, color) => ({
    value,
    contrast: Math.floor(contrastRatio(value, '#ffffff') * 10) / 10,
    from: from(({ file }) => file.colors?.[color]),
  }));
  const templates = layers.flatMap(({ name, templates }) =>
    Object.keys(templates).map((template): [string, string] => [template, name]),
  );
  return {
    name: theme.name,
    title: theme.title,
    description: theme.description,
    layers: layers.map(({ name }) => name),
    page: { ...theme.page, from: from(({ file }) => file.page) },
    slack: { ...theme.slack, from: from(({ file }) => file.slack) },
    fonts,
    colors,
    styles: mapped(theme.styles, ({ base }, name) => ({
      ...resolveLook(name, theme.styles),
      ...(base !== undefined && { base }),
      from: from(({ file }) => file.styles?.[name]),
    })),
    characters: mapped(theme.characters, (look, name) => ({
      ...look,
      from: from(({ file }) => file.characters?.[name]),
    })),
    order: theme.order,
    aside: theme.aside,
    templates: Object.fromEntries(templates),
    css: from(({ css }) => css.replaceAll(/\/\*.*?\*\//gs, '').trim() || undefined),
  };
}

const mapped = <V, R>(
  record: Readonly<Record<string, V>>,
  change: (value: V, key: string) => R,
): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
