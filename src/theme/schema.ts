import * as z from 'zod';
import { FAMILIES } from './families.js';

// What a theme is: data. Lengths are points (1/72 inch) unless the key says otherwise.

// The reader keeps numbers as the author wrote them; a theme means them as numbers.
const number = <S extends z.ZodNumber>(schema: S) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value),
    schema,
  );

const pt = number(z.number().min(0).max(200));
/**
 * Multiples of 1.5 pt are whole CSS pixels, off which Chromium may place glyphs one by one and extractors see spaces
 * inside words, and half points, which is all that Word can say.
 */
const size = number(
  z
    .number()
    .min(6, { abort: true })
    .max(48, { abort: true })
    .refine(
      (value) => Number.isInteger(value / 1.5),
      'sizes are multiples of 1.5 pt, as PDF and Word both print them',
    ),
);
/** `#rgb` or `#rrggbb`. */
export const COLOUR = /^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/;
const colour = z.string().regex(COLOUR, 'colours are written #rgb or #rrggbb');

const characterShape = {
  font: z.string().optional(),
  size: size.optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  uppercase: z.boolean().optional(),
  /** Letter-spacing in em; above 0.05 extractors begin to see spaces. */
  tracking: number(z.number().min(-0.05).max(0.05)).optional(),
  color: z.string().optional(),
};

export const characterLook = z.strictObject(characterShape);

export const paragraphLook = z.strictObject({
  ...characterShape,
  /** The style this one starts from; Normal unless said otherwise. */
  base: z.string().optional(),
  /** Exact line height; `auto` grows with what stands in the line, such as a picture. */
  line: z.union([pt, z.literal('auto')]).optional(),
  /** Space above. There is none below: CSS would take the larger of two, Word would add them. */
  before: pt.optional(),
  align: z.enum(['start', 'center', 'end']).optional(),
  /** Where the text begins; a list's marker hangs left of it. */
  indent: pt.optional(),
  hanging: pt.optional(),
  /** A list's marker, such as `•`. */
  marker: z.enum(['•', '–', 'number']).optional(),
  /** A line below the paragraph, or above it; Word counts the gap to it in whole points. */
  rule: z
    .strictObject({
      width: pt,
      color: z.string(),
      gap: number(z.int().min(0).max(31)),
      side: z.enum(['above', 'below']).optional(),
    })
    .optional(),
  keepNext: z.boolean().optional(),
  keepLines: z.boolean().optional(),
});

/** How far a page budget may press the theme: spacing first, then margins, then size. What is left out is not pressed. */
const slack = z.strictObject({
  /** The share of the space above paragraphs that stays at least. */
  spacing: number(z.number().min(0).max(1)).optional(),
  /** The narrowest margin on any side. */
  margin: pt.optional(),
  /** The smallest type. */
  size: size.optional(),
});

const margin = z.strictObject({ top: pt, right: pt, bottom: pt, left: pt });

const family = z.enum(Object.keys(FAMILIES) as [keyof typeof FAMILIES, ...(keyof typeof FAMILIES)[]]);

export const themeSchema = z.strictObject({
  title: z.string().optional(),
  description: z.string().optional(),
  extends: z.string().optional(),
  page: z
    .strictObject({
      paper: z.enum(['a4', 'letter']).optional(),
      margin: margin.optional(),
      /** `{name}`, `{page}` and `{pages}` are filled in; it appears from page two on. */
      footer: z.string().optional(),
    })
    .optional(),
  slack: slack.optional(),
  fonts: z.record(z.string(), family).optional(),
  colors: z.record(z.string(), colour).optional(),
  /** Paragraph styles, by the names Word shows. */
  styles: z.record(z.string(), paragraphLook).optional(),
  /** Character styles. */
  characters: z.record(z.string(), characterLook).optional(),
  /** Sections that come first. */
  order: z.array(z.string()).optional(),
  /** Sections that stand beside the others. */
  aside: z.array(z.string()).optional(),
  /** Headings by section id: one for every language, or one for each. */
  titles: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])).optional(),
});

export type ThemeFile = z.infer<typeof themeSchema>;
export type CharacterLook = z.infer<typeof characterLook>;
export type ParagraphLook = z.infer<typeof paragraphLook>;
export type Margin = z.infer<typeof margin>;
export type Slack = z.infer<typeof slack>;
