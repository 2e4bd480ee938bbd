import type { Style } from '../resume/style.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Theme } from './theme.js';

/** A warning for each wish of `meta.style` that the theme has nothing for: a theme in black has no accent to colour. */
export function idleStyle(theme: Theme, { accent, font }: Style = {}, file: string): Diagnostic[] {
  const { body, headings: _, mono } = typeof font === 'object' ? font : { body: font };
  const wishes = [
    { path: 'accent', wish: accent, known: theme.colors.accent, name: 'colour `accent`' },
    {
      path: typeof font === 'object' ? 'font.body' : 'font',
      wish: body,
      known: theme.fonts.body,
      name: 'font `body`',
    },
    { path: 'font.mono', wish: mono, known: theme.fonts.mono, name: 'font `mono`' },
  ];
  return wishes
    .filter(({ wish, known }) => wish !== undefined && known === undefined)
    .map(({ path, name }) => ({
      severity: 'warning',
      rule: 'idle-style',
      file,
      path: `meta.style.${path}`,
      message: `the theme ${theme.name} has no ${name}, so this changes nothing`,
      suggestion: 'leave it out, or take another theme',
    }));
}
