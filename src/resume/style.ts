import * as z from 'zod';
import { FAMILIES, type FamilyName } from '../theme/families.js';
import { SIZE_STEP } from '../theme/scale-theme.js';
import { COLOUR } from '../theme/schema.js';
import { entry, kind } from './fields.js';

// `meta.style`: the handful of a theme's decisions that are a matter of taste.

const families = Object.keys(FAMILIES) as FamilyName[];
const [serif, sans = serif, mono] = (['serif', 'sans-serif', 'monospace'] as const).map((generic) =>
  families.find((name) => FAMILIES[name].generic === generic),
);

const family = kind(
  z.enum(families),
  'family',
  'Font family',
  `One of those that are embedded: ${families.map((name) => `\`${name}\``).join(', ')}.`,
);

const colour = kind(
  z.string().regex(COLOUR, 'colours are written #rgb or #rrggbb, such as "#0b5a44"'),
  'colour',
  'Colour',
  '`#rgb` or `#rrggbb`, in quotes, because `#` begins a comment in YAML.',
);

const size = z.preprocess(
  (value) => (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value),
  z.number().min(7.5, { abort: true }).max(18, { abort: true }).multipleOf(SIZE_STEP),
);

const DENSITIES = ['compact', 'normal', 'airy'] as const;

export const style = entry('Style', {
  accent: colour.field('The theme’s accent colour.', '#0b5a44'),
  font: z
    .union([
      family.named,
      entry('Fonts', {
        body: family.field('The text, and headings where the theme has no font of their own.', serif),
        headings: family.field('The name and the headings.', sans),
        mono: family.field('Code.', mono),
      }),
    ])
    .meta({
      description: 'One family for all but code, or one for each.',
      examples: [sans, { body: serif, headings: sans }],
    }),
  size: size.meta({
    description: 'The size of the text in points, in steps of 1.5; all other sizes and the lines go with it.',
    examples: [9, 10.5, 12],
  }),
  density: z
    .enum(DENSITIES)
    .meta({ description: 'How close the lines and paragraphs stand; `normal` is as the theme has it.' }),
}).meta({ description: 'A theme’s accent, fonts, size and density, as you like them.' });

export type Style = z.infer<typeof style>;
