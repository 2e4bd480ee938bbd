import type Handlebars from 'handlebars';
import { ContentError } from '../errors.js';
import type { Theme } from '../theme/theme.js';
import { explainTemplateError } from './explain-template-error.js';
import { PRECOMPILED } from './precompiled.js';

// A theme's templates → a function from the view to HTML. Templates are data that strangers may have written: they reach
// the view's own properties and nothing else, write nothing but the page, and come to an end.

type Template = (context: unknown, options?: Handlebars.RuntimeOptions) => string;

/** Far above what a résumé of the largest size needs. Characters are counted again at each level they pass through. */
const MOST = { calls: 250_000, characters: 200_000_000, depth: 400 };

/**
 * With the library that `loadHandlebars` gives for this theme. The result throws ContentError: for a template that is wrong, with
 * its name and place, and for templates that do not end.
 */
export function engine(theme: Theme, library: typeof Handlebars): (data: object) => string {
  const { begin, bound } = limit(theme);
  const handlebars = restricted(library, bound);
  // Without a prototype, whose `constructor` and the like would be partials.
  Object.setPrototypeOf(handlebars.partials, null);
  for (const [name, source] of Object.entries(theme.templates)) {
    // A file's last newline is not part of what it prints.
    const text = source.trimEnd();
    const template = bound(compile(library, handlebars, text));
    handlebars.registerPartial(name, named(theme, name, isTooDeep(text) ? refuse(theme) : template));
  }
  const root: Template | undefined = handlebars.partials.resume;
  if (!root) throw new Error('templates/resume.hbs is missing');
  return (data) => {
    begin();
    try {
      return root(data);
    } catch (error) {
      // The stack is used up: by blocks inside blocks, for partials are counted.
      throw error instanceof RangeError ? endless(theme) : error;
    }
  };
}

/** Handlebars without what templates of strangers have no use for. */
function restricted(library: typeof Handlebars, bound: Limit['bound']): typeof Handlebars {
  const handlebars = library.create();
  // It would speak on our stdout.
  handlebars.unregisterHelper('log');
  const { each } = handlebars.helpers;
  handlebars.registerHelper(
    'each',
    function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
      return each?.call(this, list, { ...options, fn: bound(options.fn) });
    },
  );
  const { inline } = handlebars.decorators as Record<string, (...args: unknown[]) => unknown>;
  handlebars.registerDecorator(
    'inline',
    (fn: unknown, props: unknown, container: unknown, options: InlineOptions) =>
      inline?.(fn, props, container, { ...options, fn: bound(options.fn) }),
  );
  return handlebars;
}

interface InlineOptions {
  fn: Template;
}

interface Limit {
  /** For one page, whatever became of the last. */
  begin(): void;
  /** Counts what all templates it is given do together, and throws ContentError when that is too much. */
  bound(template: Template): Template;
}

function limit(theme: Theme): Limit {
  let spent = { calls: 0, characters: 0, depth: 0 };
  const check = () => {
    if (spent.calls > MOST.calls || spent.characters > MOST.characters || spent.depth > MOST.depth)
      throw endless(theme);
  };
  return {
    begin() {
      spent = { calls: 0, characters: 0, depth: 0 };
    },
    bound: (template) => (context, options) => {
      spent.calls += 1;
      spent.depth += 1;
      check();
      const html = template(context, options);
      spent.depth -= 1;
      spent.characters += html.length;
      check();
      return html;
    },
  };
}

function compile(library: typeof Handlebars, handlebars: typeof Handlebars, text: string): Template {
  const ours = PRECOMPILED.get(text);
  if (ours) return handlebars.template(ours);
  let compiled: Template | undefined;
  // Not before it is used, for only then are its mistakes somebody's.
  return (context, options) => {
    // The build does the same: scripts/build.js.
    compiled ??= handlebars.compile(escaping(library, text), {
      strict: true,
      knownHelpersOnly: true,
      preventIndent: true,
    });
    return compiled(context, options);
  };
}

/** Three braces are as good as two: what is HTML already says so itself, and nothing else is to be taken for it. */
function escaping({ parse, Visitor }: typeof Handlebars, text: string): hbs.AST.Program {
  const program = parse(text);
  const visitor = new Visitor();
  const visit = visitor.MustacheStatement.bind(visitor);
  visitor.MustacheStatement = (statement) => {
    statement.escaped = true;
    visit(statement);
  };
  visitor.accept(program);
  return program;
}

/** Blocks inside blocks, of which the parser of templates would be long in reading thousands. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  return [...text.matchAll(/\{\{~?([#/])/g)].some(([, sign]) => {
    depth += sign === '#' ? 1 : -1;
    return depth > MOST.depth;
  });
}

const refuse = (theme: Theme) => (): never => {
  throw endless(theme);
};

/** Says which template an error comes from: Handlebars knows the line but not the file. */
function named(theme: Theme, name: string, template: Template): Template {
  return (context, options) => {
    try {
      return template(context, options);
    } catch (error) {
      if (error instanceof ContentError || error instanceof RangeError) throw error;
      const { message, line, column = 1 } = explainTemplateError(error as Error);
      throw new ContentError([
        {
          severity: 'error',
          rule: 'template',
          file: `${theme.name}: ${name}.hbs`,
          path: '',
          ...(line && { place: { line, column, length: 1 } }),
          message,
          suggestion: 'see docs/theme-format.md for what templates can print',
        },
      ]);
    }
  };
}

const endless = (theme: Theme) =>
  new ContentError([
    {
      severity: 'error',
      rule: 'template',
      file: `theme ${theme.name}`,
      path: '',
      message: 'the templates do not come to an end, or print far more than a résumé holds',
      suggestion: 'look for a partial that prints itself, and for loops inside loops',
    },
  ]);
