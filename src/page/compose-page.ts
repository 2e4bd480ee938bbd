import Handlebars from 'handlebars';
import { ContentError } from '../errors.js';
import type { Paper } from '../theme/paper.js';
import type { Theme } from '../theme/theme.js';
import { isText } from '../view/texts-of.js';
import type { Section, Text, View } from '../view/view.js';
import type { EmbeddedFonts } from './embed-fonts.js';
import { isolate } from './isolate.js';
import type { DocumentMeta, Page } from './page.js';
import { policyFor } from './policy.js';
import { PRECOMPILED } from './precompiled.js';
import { styleSheet } from './style-sheet.js';

export interface ComposeOptions {
  paper: Paper;
  meta: DocumentMeta;
  fonts: Pick<EmbeddedFonts, 'css' | 'scripts'>;
  /** schema.org data about the person. */
  person: object;
}

/**
 * A view and a theme → one HTML document. Strict Handlebars: a template that names what is not there is an error
 * (ContentError with the template's name), not a silent gap.
 */
export function composePage(view: View, theme: Theme, options: ComposeOptions): Page {
  const printed: Text[] = [];
  const { meta, paper } = options;
  const [sections, aside] = [view.sections, view.aside].map((part) =>
    part.map((section) => printableSection(section, theme)),
  );
  // `<` must not end the element early.
  const person = JSON.stringify(options.person).replaceAll('<', '\\u003c');
  const data = {
    ...(printable({ ...view, sections, aside }, (text) => isolate(text, view.dir), printed) as object),
    author: meta.author,
    description: meta.description,
    policy: policyFor([person, ...(meta.source === undefined ? [] : [meta.source])]),
    css: asIs(styleSheet(theme, paper, view.name.plain, options.fonts)),
    person: asIs(person),
    // A published source has no `<` at all.
    source: meta.source === undefined ? undefined : asIs(meta.source),
  };
  const render = engine(theme);
  return { html: `${render(data).trim()}\n`, printed, theme, paper, meta };
}

/** A section with the partial that prints it: the theme's own for this section, if there is one, or that of its kind. */
function printableSection(section: Section, { templates }: Theme) {
  // An author's id of two words must not become two classes, of which one may be a style's.
  const id = section.id.trim().replaceAll(/\s+/g, '-');
  const own = `section-${id}`;
  return { ...section, id, partial: Object.hasOwn(templates, own) ? own : section.kind };
}

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

function engine(theme: Theme): (data: object) => string {
  const handlebars = Handlebars.create();
  const compiled = Object.entries(theme.templates).map(([name, source]) => {
    // A file's last newline is not part of what it prints.
    const text = source.trimEnd();
    const compiled = PRECOMPILED.get(text);
    const template = compiled
      ? handlebars.template(compiled)
      : // The build does the same: scripts/build.js.
        handlebars.compile(text, { strict: true, knownHelpersOnly: true, preventIndent: true });
    return [name, named(theme, name, template)] as const;
  });
  for (const [name, template] of compiled) handlebars.registerPartial(name, template);
  const root = Object.fromEntries(compiled).resume;
  if (!root) throw new Error('templates/resume.hbs is missing');
  return (data) => root(data);
}

/** Says which template an error comes from: Handlebars knows the line but not the file. */
function named(
  theme: Theme,
  name: string,
  template: Handlebars.TemplateDelegate,
): Handlebars.TemplateDelegate {
  return (context, options) => {
    try {
      return template(context, options);
    } catch (error) {
      if (error instanceof ContentError || error instanceof RangeError) throw error;
      const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
      throw new ContentError([
        {
          severity: 'error',
          rule: 'template',
          file: `${theme.name}: ${name}.hbs`,
          path: '',
          ...(lineNumber && { place: { line: lineNumber, column: (column ?? 0) + 1, length: 1 } }),
          message: message.split('\n', 1)[0] ?? message,
          suggestion: 'see docs/themes.md for what templates can print',
        },
      ]);
    }
  };
}
