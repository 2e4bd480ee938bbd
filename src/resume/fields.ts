import * as z from 'zod';

// The small parts every section is made of. Numbers never reach this stage: the reader keeps `1.10`,
// `2018` and `+44 …` as the text the author wrote, so "text" is the only scalar besides true and false.

/** One line of text; inline Markdown (bold, italic, code, link) is allowed. */
export const text = z.string();

/** Text that may hold paragraphs and lists in Markdown. */
export const prose = z.string();

/** A date as written: `2018`, `2018-05`, `2018-05-12`, `2017-Q4`, `2019-spring`, `~1990`, `present` or free text. */
export const date = z.string();

/** A web address. Only http, https, mailto and tel become links; anything else stays text. */
export const url = z.string();

/** Keys that any entry may carry: a name to refer to it, labels for choosing, and "not in the output". */
export const marks = {
  id: text.optional(),
  tags: z.array(text).optional(),
  private: z.boolean().optional(),
};

const labelled = z.strictObject({ label: text.optional(), value: text, private: z.boolean().optional() });

/** `a@example.com`, or several: a list of texts and `{label, value}`. */
export const oneOrMore = z.union([text, z.array(z.union([text, labelled]))]);

export interface NestedHighlight {
  text: string;
  highlights?: Highlight[] | undefined;
  id?: string | undefined;
  tags?: string[] | undefined;
  private?: boolean | undefined;
}
/** One achievement: a sentence, or a sentence with points of its own below it. */
export type Highlight = string | NestedHighlight;

export const highlight: z.ZodType<Highlight> = z.union([
  text,
  z.strictObject({
    text,
    get highlights() {
      return z.array(highlight).optional();
    },
    ...marks,
  }),
]);
export const highlights = z.array(highlight);

/** A skill or keyword: `Go`, or `{name: Go, level: expert, years: 9}`. */
export const keyword = z.union([
  text,
  z.strictObject({ name: text, level: text.optional(), years: text.optional(), ...marks }),
]);
export const keywords = z.array(keyword);

export const period = { startDate: date.optional(), endDate: date.optional() };

/** What a stretch of work can say, whoever it was done for. */
export const story = {
  ...period,
  url: url.optional(),
  summary: prose.optional(),
  highlights: highlights.optional(),
  keywords: keywords.optional(),
  ...marks,
};
