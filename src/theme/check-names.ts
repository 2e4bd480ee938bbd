import type { Diagnostic } from '../source/diagnostic.js';
import { suggest } from '../source/suggest.js';
import { fault, type Places } from './fault.js';
import { COLOUR, type ParagraphLook, type ThemeFile } from './schema.js';

/**
 * What the schema cannot say: the names a theme uses must be names it has. `own` is what the theme says itself, `whole` that
 * and what it extends.
 */
export function checkNames(own: ThemeFile, whole: ThemeFile, places: Places): Diagnostic[] {
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
        places,
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
  return (['styles', 'characters'] as const).flatMap((table) =>
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
        ...(base === undefined ? [] : circles(places, name, at('base'), styles)),
      ];
    }),
  );
}

function circles(
  places: Places,
  name: string,
  path: PropertyKey[],
  styles: Record<string, ParagraphLook>,
): Diagnostic[] {
  if (name === 'Normal')
    return [fault(places, path, '`Normal` is the base of all styles and has none', 'delete it')];
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined; at = styles[at]?.base) {
    if (seen.has(at)) return [fault(places, path, `\`${name}\` is based on itself`, 'base it on Normal')];
    seen.add(at);
  }
  return [];
}
