import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime';
import type { Theme } from '../theme/theme.js';
import { PRECOMPILED } from './precompiled.js';

/**
 * What runs the templates of a theme, for `composePage`. What compiles them as well is several times as much to load, and comes only
 * for a theme that has a template which the build has not compiled.
 */
export async function loadHandlebars({ templates }: Theme): Promise<typeof Handlebars> {
  const compiled = Object.values(templates).every((text) => PRECOMPILED.has(text.trimEnd()));
  return compiled ? runtime : (await import('handlebars')).default;
}
