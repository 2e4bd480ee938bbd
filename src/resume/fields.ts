import * as z from 'zod';

// The small parts every section is made of. Each kind of value is described once, where editors and the reference look
// for it; a field says in a sentence of its own what it is there for. Numbers never reach this stage: the reader keeps
// `1.10`, `2018` and `+44 …` as the text the author wrote, so "text" is the only scalar besides true and false.

/** A kind of value: its schema with a name, and fields of that kind, each with its own description and examples. */
export function kind<S extends z.ZodType>(schema: S, id: string, title: string, description: string) {
  const named = schema.meta({ id, title, description });
  const field = (purpose: string, ...examples: unknown[]): S =>
    named.meta({ description: purpose, ...(examples.length > 0 && { examples }) });
  return { named, field };
}

const texts = kind(z.string(), 'text', 'Text', 'One line, printed exactly as it stands.');
/** A name, a contact, a number: printed exactly as it stands. */
export const text = texts.field;

const lines = kind(
  z.string(),
  'line',
  'Line',
  'One line; **bold**, *italic*, `code` and [links](https://example.com) work.',
);
/** One line with inline Markdown. */
export const line = lines.field;

/** Markdown with paragraphs and lists. */
export const prose = kind(z.string(), 'prose', 'Prose', 'Markdown with paragraphs and lists.').field;

/** A web address. Only http, https, mailto and tel become links; anything else stays text. */
export const url = kind(
  z.string(),
  'url',
  'URL',
  'An `http`, `https`, `mailto` or `tel` address; anything else is printed, but not linked.',
).field;

/** A date that keeps its precision. */
export const date = kind(
  z.string(),
  'date',
  'Date',
  'As precise as you make it: `2018`, `2018-05`, `2018-05-12`, `2017-Q4`, `2019-spring`, `~1990` or `present`.',
).field;

/** A word for the program rather than for readers, and so never in several languages. */
export const plain = kind(
  z.string(),
  'plain',
  'Plain value',
  'A value for the program; readers never see it.',
).field;

const hidden = z.boolean().meta({ description: '`true` keeps this out of every output.', examples: [true] });

/** Keys that any entry may carry: a name to refer to it, labels for choosing, and "not in the output". */
export const marks = {
  id: plain('A name to refer to this entry by; no two in one list share it.', 'acme').optional(),
  tags: z
    .array(plain('A label of your own.', 'backend'))
    .meta({ description: 'Labels of your own, printed nowhere.', examples: [['backend', 'lead']] })
    .optional(),
  private: hidden.optional(),
};

/** Keys that may be left out. */
export const optional = <S extends z.ZodRawShape>(shape: S) => z.object(shape).partial().shape;

/** The kind of map most entries are: no key is required. */
export const entry = <S extends z.ZodRawShape>(title: string, shape: S) =>
  z.strictObject(optional(shape)).meta({ title });

const labelled = z
  .strictObject({
    label: text('What kind of contact this is.', 'Office').optional(),
    value: text('The address or number itself.', 'ada@example.com'),
    private: hidden.optional(),
  })
  .meta({ title: 'Contact with a label' });

/** `a@example.com`, or several: a list of texts and `{label, value}`. */
export const contacts = kind(
  z.union([texts.named, z.array(z.union([texts.named, labelled]))]),
  'contacts',
  'Contacts',
  'One text, or a list of texts and `{label, value}`.',
).field;

export interface NestedHighlight {
  text: string;
  highlights?: Highlight[] | undefined;
  id?: string | undefined;
  tags?: string[] | undefined;
  private?: boolean | undefined;
}
/** One achievement: a sentence, or a sentence with points of its own below it. */
export type Highlight = string | NestedHighlight;

const highlight: z.ZodType<Highlight> = z
  .union([
    lines.named,
    z.strictObject({
      text: line('The sentence itself.', 'Rebuilt the ingest:'),
      get highlights() {
        return z
          .array(highlight)
          .meta({ description: 'Points below it.', examples: [['no reading lost in **three years**']] })
          .optional();
      },
      ...marks,
    }),
  ])
  .meta({
    id: 'highlight',
    title: 'Highlight',
    description: 'A line, or `{text, highlights}` with points of its own below it.',
  });

/** Bullets. */
export const highlights = kind(
  z.array(highlight),
  'highlights',
  'Highlights',
  'A list of lines, or of `{text, highlights}` to nest them.',
).field;

const keyword = z
  .union([
    lines.named,
    z.strictObject({
      name: line('The skill itself.', 'Kafka'),
      level: line('How well, in a word.', 'expert').optional(),
      years: line('For how long; a whole number is printed as `6 years`.', 6).optional(),
      ...marks,
    }),
  ])
  .meta({ title: 'Keyword' });

/** Skills: `Go`, or `{name: Go, level: expert, years: 9}`. */
export const keywords = kind(
  z.array(keyword),
  'keywords',
  'Keywords',
  'A list of lines, or of `{name, level, years}`.',
).field;

/** A list of lines. */
export const linesOf = (purpose: string, ...examples: string[]) =>
  z.array(lines.named).meta({ description: purpose, examples: [examples] });

/** One line, or a list of them. */
export const oneOrMoreLines = (purpose: string, ...examples: unknown[]) =>
  z.union([lines.named, z.array(lines.named)]).meta({ description: purpose, examples });

export const period = {
  startDate: date('When it began.', '2018-05'),
  endDate: date('When it ended; left out, it goes on.', '2020-09', 'present'),
};

/** What a stretch of work can say, whoever it was done for. */
export const story = {
  ...period,
  url: url('Where to see it.', 'https://northwind.example.com'),
  summary: prose('The text of the entry.', 'Lead of the forecasting group.'),
  highlights: highlights('What came of it, as bullets.', ['Cut the forecast run from 40 minutes to 4.']),
  keywords: keywords('Tools and subjects, on one line at the end.', ['Go', 'PostgreSQL']),
  ...marks,
};
