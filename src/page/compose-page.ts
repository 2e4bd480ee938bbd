import type Handlebars from 'handlebars';
import { parse } from 'parse5';
import { ContentError } from '../errors.js';
import { onceBy, onceEach } from '../once.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Paper } from '../theme/paper.js';
import type { Theme } from '../theme/theme.js';
import { isText } from '../view/texts-of.js';
import type { Section, Text, View } from '../view/view.js';
import type { EmbeddedFonts } from './embed-fonts.js';
import { guardCss } from './guard-css.js';
import { guardPage, SHEET } from './guard-page.js';
import { isolate } from './isolate.js';
import { linearize } from './linearize.js';
import type { DocumentMeta, Page } from './page.js';
import { policyFor } from './policy.js';
import { styleSheet } from './style-sheet.js';
import { engine } from './template-engine.js';

type PageFonts = Pick<EmbeddedFonts, 'files' | 'scripts'>;
const NO_FONTS: PageFonts = { files: [], scripts: [] };

export interface ComposeOptions {
  paper: Paper;
  meta: DocumentMeta;
  /** schema.org data about the person. */
  person: object;
  /** From `loadHandlebars`, for this theme. */
  handlebars: typeof Handlebars;
}

/**
 * A view and a theme → one HTML document, without fonts. Strict Handlebars: a template that names what is not there is an error
 * (ContentError with the template's name), not a silent gap. A page that could run or fetch something is one, too.
 */
export function composePage(view: View, theme: Theme, options: ComposeOptions): Page {
  const printed: Text[] = [];
  const { meta, paper } = options;
  const [sections, aside] = [view.sections, view.aside].map((part) =>
    part.map((section) => printableSection(section, theme)),
  );
  // `<` must not end the element early.
  const person = JSON.stringify(options.person).replaceAll('<', '\\u003c');
  const css = styleSheet(theme, paper, meta.author, NO_FONTS);
  const shown = printable({ ...view, sections, aside }, (text) => isolate(text, view.dir), printed) as {
    sections: object[];
    aside: object[];
  };
  const data = {
    ...shown,
    sections: shown.sections.map(inBatches),
    aside: shown.aside.map(inBatches),
    author: meta.author,
    description: meta.description,
    policy: policyFor([person, ...(meta.source === undefined ? [] : [meta.source])]),
    css: asIs(SHEET),
    person: asIs(person),
    // A published source has no `<` at all.
    source: meta.source === undefined ? undefined : asIs(meta.source),
  };
  const html = `${engineOf(theme, options.handlebars)(data).trim()}\n`;
  const tree = parse(html);
  const faults = [...guardPage(html, tree), ...sheetFaults(theme)];
  if (faults.length > 0) throw new ContentError(faults.map((fault) => unsafe(theme, fault)));
  const blocks = linearize(tree, theme);
  const bare = html.replaceAll(SHEET, () => css);
  return { html: bare, bare, fonts: [], tree, blocks, printed, theme, paper, meta };
}

function engineOf(theme: Theme, handlebars: typeof Handlebars): (data: object) => string {
  return kept(theme, handlebars, () => engine(theme, handlebars));
}
const kept = onceBy<Theme, typeof Handlebars, (data: object) => string>(2);

// Beside the theme only paper and the author's name have a say in it: the one is ours, the other is escaped.
const sheetFaults = onceEach((theme: Theme) =>
  guardCss(styleSheet(theme, theme.page.paper, '', NO_FONTS)).map((fault) => `the style sheet ${fault}`),
);

/** A composed page with these fonts. */
export function dressPage(page: Page, fonts: PageFonts): Page {
  const sheet = (inside: PageFonts) => styleSheet(page.theme, page.paper, page.meta.author, inside);
  const undressed = sheet(NO_FONTS);
  const worn = (inside: PageFonts) => page.bare.replaceAll(undressed, () => sheet(inside));
  const html = worn(fonts);
  // Handed over apart, ours would come after a theme's own, and win where it has given one the name of ours.
  if (OWN_FONTS.test(page.bare)) return { ...page, html, bare: html };
  return { ...page, html, bare: worn({ ...fonts, files: [] }), fonts: fonts.files };
}

/** `@font-f\61 ce` is one, too. */
const OWN_FONTS = /@font-face|@[\w-]*\\/i;

/** A section with the partial that prints it: the theme's own for this section, if there is one, or that of its kind. */
function printableSection(section: Section, { templates }: Theme) {
  // An author's id of two words must not become two classes, of which one may be a style's.
  const id = section.id.trim().replaceAll(/\s+/g, '-');
  const own = `section-${id}`;
  return { ...section, id, partial: Object.hasOwn(templates, own) ? own : section.kind };
}

/**
 * A very long section with its entries in batches. Of an element with many children both Chromium, when it tags a PDF, and pdf.js,
 * when it reads one, look through all for each of them. CSS may notice what stands around a batch, so only those that gain have any.
 */
function inBatches(section: { entries?: unknown[] }): object {
  const { entries = [] } = section;
  if (entries.length <= LONG) return section;
  const batches = Array.from({ length: Math.ceil(entries.length / BATCH) }, (_, at) => ({
    entries: entries.slice(at * BATCH, (at + 1) * BATCH),
  }));
  return { ...section, batches };
}
const LONG = 200;
const BATCH = 30;

const unsafe = (theme: Theme, message: string): Diagnostic => ({
  severity: 'error',
  rule: 'unsafe-page',
  file: `theme ${theme.name}`,
  path: '',
  message,
  suggestion: 'docs/security.md says what a page may hold',
});

/** Handlebars prints an object with `toHTML` as it is, without escaping. */
const asIs = (html: string) => ({ toHTML: () => html });

/**
 * The view with every `Text` replaced by something Handlebars can print: its HTML, and a note that it was printed,
 * so that a theme that forgets a field is found out.
 */
function printable(value: unknown, htmlOf: (text: Text) => string, printed: Text[]): unknown {
  if (Array.isArray(value)) return value.map((item) => printable(item, htmlOf, printed));
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) {
    const html = htmlOf(value);
    const print = () => {
      printed.push(value);
      return html;
    };
    // Two braces ask for the one, three for the other; it is safe HTML either way.
    return { toHTML: print, toString: print };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, printable(inner, htmlOf, printed)]),
  );
}
