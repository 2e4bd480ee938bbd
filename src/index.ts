import { type Browser, type OpenOptions, openBrowser } from './browser/open.js';
import { ContentError, MachineError, UsageError } from './errors.js';
import { ownTheme } from './own-theme.js';
import { documentDate } from './page/describe-document.js';
import { fontShelf } from './page/font-subsets.js';
import { renderDocument } from './pipeline.js';
import { parseSetting } from './resume/parse-setting.js';
import { readResume } from './resume/read.js';
import type { Diagnostic } from './source/diagnostic.js';
import { placed } from './source/placed.js';
import type { Paper } from './theme/paper.js';
import { rememberThemes } from './theme/read-once.js';
import { makePortrait } from './view/make-portrait.js';
import type { RenderedFile } from './write-formats.js';
import { DEFAULT_FORMATS, FORMATS, type Format, isPaged, type PagedFormat } from './writers/formats.js';

// The library's public face: text in, bytes out. Nothing is written to disk.

export type { Browser, OpenOptions } from './browser/open.js';
export type { Diagnostic, Place, Severity } from './source/diagnostic.js';
export type { Paper } from './theme/paper.js';
export type { Format } from './writers/formats.js';
export { ContentError, MachineError, UsageError };

export interface RenderResumeOptions {
  /** A theme's name, the path of a theme folder, or the npm package of one. Default: the résumé's `meta.theme`, else `classic`. */
  theme?: string;
  /** Default: `pdf`, `html` and `docx`. Only `pdf`, `png` and a page budget need a browser. */
  formats?: readonly Format[];
  /**
   * Values in place of the résumé's own `meta`, by their names below it: `{ 'style.accent': '#0b5a44' }`. A list is a list
   * or its items with commas between; `null` takes away what the résumé has.
   */
  set?: Readonly<Record<string, string | number | readonly string[] | null>>;
  /** Default: the résumé's `meta.paper`, else the theme's. */
  paper?: Paper;
  /**
   * How many pages there may be, 1 to 99: spacing, margins and size give way, as far as the theme lets them. Default: the
   * résumé's `meta.pages`, else any number. Needs a browser, whatever the format.
   */
  pages?: number;
  /** The document's own date, written into its properties. Default: `meta.lastModified`, else 1980-01-01. */
  date?: Date;
  /** Put the YAML as rendered, without what is private, into PDF, HTML and Word. Default: false. */
  embedSource?: boolean;
  /** Read every file back and fail when a word was lost. Default: true. */
  verify?: boolean;
  /** The name of the source in diagnostics; ending in `.json` it is JSON Resume, and what is odd in it only a warning. */
  file?: string;
  /** The portrait, a PNG or JPEG; `basics.image` names a file, and the library reads none. */
  photo?: Uint8Array;
}

/** A file for each format asked for; of pictures one for each page. */
export type RenderedFiles = Partial<Record<Exclude<Format, PagedFormat>, Uint8Array>> &
  Partial<Record<PagedFormat, Uint8Array[]>>;

export interface RenderedResume {
  files: RenderedFiles;
  /** Warnings only: errors are thrown. */
  diagnostics: Diagnostic[];
}

/**
 * Renders one résumé, given as YAML or JSON text, to bytes. Reads the package's own templates and fonts and nothing
 * else; writes nothing.
 *
 * Throws ContentError (`diagnostics` says what and where) when the résumé or theme is wrong or a word would be lost,
 * UsageError for an unknown theme or format or a wrong `set`, MachineError when a PDF, a picture or a page budget is wanted and no browser can
 * be had.
 */
export async function renderResume(source: string, options?: RenderResumeOptions): Promise<RenderedResume> {
  await using renderer = openRenderer({ env: process.env });
  return await renderer.render(source, options);
}

/** For many documents: what the first of them needed is at hand for the others. */
export interface Renderer extends AsyncDisposable {
  /** As `renderResume`. A theme stays as it was first read. */
  render(source: string, options?: RenderResumeOptions): Promise<RenderedResume>;
  /** What prints; started by the first document that needs it. */
  browser: Browser;
}

/** Opens a renderer: its themes, fonts and browser are kept until it is disposed of. Returns at once, never throws. */
export function openRenderer(browserOptions: OpenOptions): Renderer {
  const browser = openBrowser(browserOptions);
  const fonts = fontShelf();
  const { read } = rememberThemes();
  return {
    browser,
    async render(source, { file = 'resume.yaml', formats = DEFAULT_FORMATS, ...options } = {}) {
      const unknown = formats.find((format) => !FORMATS.includes(format));
      if (unknown)
        throw new UsageError(`there is no format \`${unknown}\``, `formats: ${FORMATS.join(', ')}`);

      const settings = Object.entries(options.set ?? {}).map(([path, value]) =>
        parseSetting(path, value, `set ${path}`),
      );
      const found = readResume(source, file, undefined, settings);
      const { resume, tree } = found;
      if (!resume || !tree) throw new ContentError(found.diagnostics);
      const own = options.theme === undefined ? await ownTheme(resume, tree, undefined, read) : undefined;
      const [theme] = own ? own.themes : [await read(options.theme ?? 'classic')];
      const before = [...found.diagnostics, ...placed(own?.diagnostics ?? [], tree)];
      if (!theme) throw new ContentError(before);
      const photo = options.photo && makePortrait(options.photo, resume.basics.name);
      if (photo && 'unfit' in photo) throw new UsageError(`the photo ${photo.unfit}`, photo.wayOut);

      const { files, diagnostics, failure } = await renderDocument(resume, theme, {
        formats,
        file,
        fonts,
        date: options.date ?? documentDate(resume, undefined, new Date(Date.UTC(1980, 0, 1))),
        browser: () => browser,
        ...(options.paper && { paper: options.paper }),
        ...(options.pages !== undefined && { pages: options.pages }),
        ...(photo && { photo }),
        ...(options.embedSource !== undefined && { embedSource: options.embedSource }),
        ...(options.verify !== undefined && { verify: options.verify }),
      });
      const all = [...before, ...placed(diagnostics, tree)];
      if (all.some(({ severity }) => severity === 'error')) throw new ContentError(all);
      if (failure) throw failure;
      return { files: byFormat(files), diagnostics: all };
    },
    [Symbol.asyncDispose]: () => browser[Symbol.asyncDispose](),
  };
}

function byFormat(files: readonly RenderedFile[]): RenderedFiles {
  const byName: RenderedFiles = {};
  for (const { format, bytes } of files) {
    if (isPaged(format)) byName[format] = [...(byName[format] ?? []), bytes];
    else byName[format] = bytes;
  }
  return byName;
}
