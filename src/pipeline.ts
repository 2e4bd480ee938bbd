import type { Browser } from './browser/open.js';
import { MachineError } from './errors.js';
import type { Budget } from './fit/tell-overflow.js';
import { composePage } from './page/compose-page.js';
import { checkContract } from './page/contract.js';
import { describeDocument } from './page/describe-document.js';
import { describePerson } from './page/describe-person.js';
import { type EmbeddedFonts, embedFonts } from './page/embed-fonts.js';
import { linearize } from './page/linearize.js';
import { missingLetters } from './page/missing-letters.js';
import type { Page } from './page/page.js';
import { publishResume } from './resume/publish-resume.js';
import type { Resume } from './resume/schema.js';
import type { Diagnostic } from './source/diagnostic.js';
import { checkContrast } from './theme/check-contrast.js';
import { idleStyle } from './theme/idle-style.js';
import type { Paper } from './theme/paper.js';
import { styleTheme } from './theme/style-theme.js';
import type { Theme } from './theme/theme.js';
import { buildView } from './view/build-view.js';
import type { Photo, View } from './view/view.js';
import { type Format, isPaged } from './writers/formats.js';
import { type Tools, WRITERS } from './writers/writers.js';

// The job as prose: a résumé and a theme become a view, the view becomes a page, the page becomes files, and the files
// are read back before anybody gets them.

export interface RenderOptions {
  formats: readonly Format[];
  /** The résumé's own wish comes second, the theme's third. */
  paper?: Paper;
  /** How many pages there may be; the résumé's own wish comes second. */
  pages?: number;
  /** The document's own date; outputs never ask the clock. */
  date: Date;
  photo?: Photo;
  /** PDF, HTML and Word carry the YAML as rendered, without what is private; off by default. */
  embedSource?: boolean;
  /** Read every file back and compare it with the view; on by default. */
  verify?: boolean;
  /** The name shown in diagnostics. */
  file: string;
  /** Asked for only when a format needs one. */
  browser: () => Browser | Promise<Browser>;
}

export interface RenderedFile {
  format: Format;
  bytes: Uint8Array;
  /** From 1, in the formats of one file a page. */
  page?: number;
}

export interface Rendering {
  /** The finished files that passed. */
  files: RenderedFile[];
  diagnostics: Diagnostic[];
  /** What the machine lacked for the formats that are not there. */
  failure?: MachineError;
}

const WITH_FONTS = new Set<Format>(['html', 'pdf', 'png']);
/** These have pages, which a budget is for; the others are text. */
const ON_PAPER = new Set<Format>(['html', 'pdf', 'png', 'docx']);
const NO_FONTS: EmbeddedFonts = { css: '', missing: [], scripts: [], uninstalled: new Map() };

/**
 * Renders one résumé with one theme, styled as the résumé asks. Everything wrong with a file is in the diagnostics; the
 * file is then not there.
 */
export async function renderDocument(
  resume: Resume,
  ownTheme: Theme,
  options: RenderOptions,
): Promise<Rendering> {
  const style = resume.meta?.style;
  const theme = styleTheme(ownTheme, style);
  const view = buildView(resume, {
    order: theme.order,
    aside: theme.aside,
    titles: theme.titles,
    ...(options.photo && { photo: options.photo }),
  });
  const budget = budgetOf(resume, options);
  // Word and plain text take none along, and which letters a machine has there nobody knows; a page to be measured does.
  const inFile = options.formats.some((format) => WITH_FONTS.has(format));
  const fonts = inFile || budget ? await embedFonts(theme, view) : NO_FONTS;
  const source = options.embedSource
    ? publishResume(
        resume,
        [...view.sections, ...view.aside].map(({ id }) => id),
      )
    : undefined;
  const compose = (worn: Theme) =>
    composePage(view, worn, {
      paper: options.paper ?? resume.meta?.paper ?? theme.page.paper,
      meta: { ...describeDocument(resume, view, options.date), ...(source !== undefined && { source }) },
      fonts,
      person: describePerson(resume),
    });
  const page = budget ? await keepBudget(theme, compose, budget, options) : compose(theme);
  if (!('html' in page)) return { files: [], diagnostics: [page] };
  const warnings = [
    ...(inFile ? missingLetters(fonts, options.file) : []),
    ...idleStyle(ownTheme, style, options.file),
    ...checkContrast(
      theme,
      style?.accent === undefined ? {} : { accent: { file: options.file, path: 'meta.style.accent' } },
    ),
    ...checkContract(page),
  ];

  const { files, failure } = await writeFormats(page, options);
  const judged =
    options.verify === false ? { files, losses: [] } : await verifyFiles(view, page, files, options.file);
  return {
    files: judged.files,
    diagnostics: [...warnings, ...judged.losses],
    ...(failure && { failure }),
  };
}

/** None where nothing is written that has pages. */
function budgetOf({ meta }: Resume, { pages, formats }: RenderOptions): Budget | undefined {
  if (!formats.some((format) => ON_PAPER.has(format))) return undefined;
  if (pages !== undefined) return { pages, from: 'option' };
  return meta?.pages === undefined ? undefined : { pages: meta.pages, from: 'résumé' };
}

/** The page in the loosest form of its theme that keeps to the budget, or why there is none. Needs a browser. */
async function keepBudget(
  theme: Theme,
  compose: (theme: Theme) => Page,
  budget: Budget,
  { browser, file }: RenderOptions,
): Promise<Page | Diagnostic> {
  const { fitPage } = await import('./fit/fit-page.js');
  return fitPage({ theme, compose, browser: await browser(), budget, file });
}

async function writeFormats(
  page: Page,
  options: RenderOptions,
): Promise<Pick<Rendering, 'files' | 'failure'>> {
  let blocks: ReturnType<typeof linearize> | undefined;
  let pdf: Promise<Uint8Array> | undefined;
  const tools: Tools = {
    blocks: () => {
      blocks ??= linearize(page.html, page.theme);
      return blocks;
    },
    browser: options.browser,
    pdf: () => {
      pdf ??= printPage(page, tools);
      return pdf;
    },
  };
  const outcomes = await Promise.all(
    options.formats.map(async (format) => {
      try {
        const written = await WRITERS[format](page, tools);
        return written.map(
          (bytes, index): RenderedFile =>
            isPaged(format) ? { format, bytes, page: index + 1 } : { format, bytes },
        );
      } catch (error) {
        if (error instanceof MachineError) return error;
        throw error;
      }
    }),
  );
  const failure = outcomes.find((outcome) => outcome instanceof MachineError);
  const files = outcomes.flatMap((outcome) => (outcome instanceof MachineError ? [] : outcome));
  return { files, ...(failure && { failure }) };
}

async function printPage(page: Page, tools: Tools): Promise<Uint8Array> {
  const { writePdf } = await import('./writers/pdf/write-pdf.js');
  return writePdf(page, tools.blocks(), await tools.browser());
}

/** The files that give back every word of the view, and what the others lost. */
async function verifyFiles(view: View, page: Page, files: Rendering['files'], file: string) {
  const { verifyFile, verifyPage } = await import('./check/verify-file.js');
  const forgotten = verifyPage(view, page, file);
  if (forgotten.length > 0) return { files: [], losses: forgotten };
  const losses = await Promise.all(files.map(({ format, bytes }) => verifyFile(page, format, bytes, file)));
  return {
    files: files.filter((_, index) => losses[index]?.every(({ severity }) => severity !== 'error')),
    losses: losses.flat(),
  };
}
