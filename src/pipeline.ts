import { verifyPage } from './check/verify-file.js';
import { type MachineError, PrintError } from './errors.js';
import type { Budget } from './fit/tell-overflow.js';
import { composePage, dressPage } from './page/compose-page.js';
import { checkContract } from './page/contract.js';
import { describeDocument } from './page/describe-document.js';
import { describePerson } from './page/describe-person.js';
import { type EmbeddedFonts, embedFonts } from './page/embed-fonts.js';
import type { FontShelf } from './page/font-subsets.js';
import { pageWishes } from './page/font-wishes.js';
import { loadHandlebars } from './page/load-handlebars.js';
import { missingLetters } from './page/missing-letters.js';
import type { Page } from './page/page.js';
import { publishResume } from './resume/publish-resume.js';
import type { Resume } from './resume/schema.js';
import type { Style } from './resume/style.js';
import type { Diagnostic } from './source/diagnostic.js';
import { checkContrast } from './theme/check-contrast.js';
import { idleStyle } from './theme/idle-style.js';
import type { Paper } from './theme/paper.js';
import { styleTheme } from './theme/style-theme.js';
import { isPackaged, type Theme } from './theme/theme.js';
import { buildView } from './view/build-view.js';
import { shownIds } from './view/shown-ids.js';
import type { Photo, View } from './view/view.js';
import { type RenderedFile, type WriteOptions, writeFormats } from './write-formats.js';
import type { Format } from './writers/formats.js';

// The job as prose: a résumé and a theme become a view, the view becomes a page, the page becomes files, and the files
// are read back before anybody gets them.

export interface RenderOptions extends WriteOptions {
  /** The résumé's own wish comes second, the theme's third. */
  paper?: Paper;
  /** How many pages there may be; the résumé's own wish comes second. */
  pages?: number;
  /** The document's own date; outputs never ask the clock. */
  date: Date;
  photo?: Photo;
  /** PDF, HTML and Word carry the YAML as rendered, without what is private; off by default. */
  embedSource?: boolean;
  /** Fonts that were read for other documents, and are kept for more. */
  fonts?: FontShelf;
}

export interface Rendering {
  /** The finished files that passed. */
  files: RenderedFile[];
  diagnostics: Diagnostic[];
  /** What there was to print. */
  view: View;
  /** What the files were made from; absent where a page budget cannot be kept. */
  page?: Page;
  /** What the machine lacked for the formats that are not there. */
  failure?: MachineError;
}

const WITH_FONTS = new Set<Format>(['html', 'pdf', 'png']);
/** These have pages, which a budget is for; the others are text. */
const ON_PAPER = new Set<Format>(['html', 'pdf', 'png', 'docx']);
const NO_FONTS: EmbeddedFonts = { files: [], missing: [], scripts: [], uninstalled: new Map() };

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
  const { compose, remarks } = await composer(resume, view, theme, options);
  const page = budget ? await keepBudget(theme, compose, budget, options) : compose(theme);
  if (!('html' in page)) return { files: [], diagnostics: [page], view };
  // Of what another program's page makes of a style only that program could tell.
  const ofStyle = isPackaged(theme) ? [] : checkStyle(ownTheme, theme, style, options.file);
  const warnings = [...ofStyle, ...remarks(page)];

  const { files, losses, failure } = await writeFormats(page, options);
  const forgotten = options.verify === false ? [] : verifyPage(view, page, options.file);
  const diagnostics = [...warnings, ...forgotten];
  // What no page has, every file lacks: that is said once.
  if (forgotten.some(isError)) return { files: [], diagnostics, view, page, ...(failure && { failure }) };
  return {
    files,
    diagnostics: [...diagnostics, ...losses],
    view,
    page,
    ...(failure && { failure }),
  };
}

/** How a document becomes a page in a theme or a tighter form of it, and what is to be said of that page. */
interface Composer {
  compose: (worn: Theme) => Page;
  remarks: (page: Page) => Diagnostic[];
}

async function composer(resume: Resume, view: View, theme: Theme, options: RenderOptions): Promise<Composer> {
  const { formats, file } = options;
  const paper = options.paper ?? resume.meta?.paper ?? theme.page.paper;
  const shown = shownIds(view);
  const source = options.embedSource ? publishResume(resume, shown) : undefined;
  const meta = { ...describeDocument(resume, view, options.date), ...(source !== undefined && { source }) };
  if (isPackaged(theme)) {
    const { composeByPackage } = await import('./json-resume-theme/compose-by-package.js');
    const { page, remarks } = await composeByPackage(resume, view, theme, { paper, meta });
    return { compose: () => page, remarks: () => remarks };
  }
  const person = describePerson(resume);
  // A tighter form of a theme has the same templates, and prints the same letters in the same faces.
  const handlebars = await loadHandlebars(theme);
  const undressed = (worn: Theme) => composePage(view, worn, { paper, meta, person, handlebars });
  const first = undressed(theme);
  // Word and plain text take none along, and which letters a machine has there nobody knows; a page to be measured does.
  const inFile = formats.some((format) => WITH_FONTS.has(format));
  const fonts =
    inFile || budgetOf(resume, options)
      ? await embedFonts(pageWishes(first, view), view.lang, options.fonts)
      : NO_FONTS;
  return {
    compose: (worn) => dressPage(worn === theme ? first : undressed(worn), fonts),
    remarks: (page) => [...(inFile ? missingLetters(fonts, file) : []), ...checkContract(page)],
  };
}

/** What a résumé's own style asks of its theme in vain, and what is too pale to be read. */
const checkStyle = (own: Theme, styled: Theme, style: Style | undefined, file: string): Diagnostic[] => [
  ...idleStyle(own, style, file),
  ...checkContrast(
    styled,
    style?.accent === undefined ? {} : { accent: { file, path: 'meta.style.accent' } },
  ),
];

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
  return fitPage({ theme, compose, browser: await browser(), budget, file }).catch((error) => {
    throw error instanceof PrintError ? error.of(file) : error;
  });
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
