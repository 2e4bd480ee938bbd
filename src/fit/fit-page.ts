import type { Browser } from '../browser/open.js';
import type { Page } from '../page/page.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Theme } from '../theme/theme.js';
import { countPages } from './count-pages.js';
import { fitTheme } from './fit-theme.js';
import { type Budget, tellOverflow } from './tell-overflow.js';

// A page budget → the document composed again with a tighter theme, or the error that says how much too long it is. Every
// format is made from that one page, so all keep to the budget that the browser was asked about.

export interface FitOptions {
  theme: Theme;
  compose: (theme: Theme) => Page;
  browser: Browser;
  budget: Budget;
  /** The name shown in diagnostics. */
  file: string;
}

/**
 * Points at the foot of every page that a pressed trial leaves empty: LibreOffice begins a page up to 2.4 pt lower than
 * Chromium does, and is to end on the same one.
 */
const RESERVE = 3;

/** Throws MachineError when nothing can be printed. */
export async function fitPage(options: FitOptions): Promise<Page | Diagnostic> {
  const { theme, compose, browser, budget, file } = options;
  // A document that fits as it is stays as it is.
  const print = (trial: Theme) => {
    const { bare, fonts } = compose(trial === theme ? theme : withReserve(trial));
    return browser.print(bare, { fonts });
  };
  const fit = await fitTheme(theme, async (trial) => countPages(await print(trial)) <= budget.pages);
  const page = compose(fit.theme);
  if (fit.fits) return page;
  const { readOverflow } = await import('./read-overflow.js');
  const overflow = await readOverflow(await print(fit.theme), budget.pages, fit.theme.page.margin.top);
  return tellOverflow(overflow, page.printed, budget, file);
}

function withReserve(theme: Theme): Theme {
  const { page } = theme;
  const margin = { ...page.margin, bottom: page.margin.bottom + RESERVE };
  return { ...theme, page: { ...page, margin } };
}
