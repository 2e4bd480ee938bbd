import { findMissing } from '../check/find-anywhere.js';
import { readHtml } from '../check/read-html.js';
import { linearize } from '../page/linearize.js';
import type { DocumentMeta, Page } from '../page/page.js';
import { published } from '../resume/publish-resume.js';
import type { Resume } from '../resume/schema.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { PAPERS, type Paper } from '../theme/paper.js';
import type { Theme, ThemePackage } from '../theme/theme.js';
import { shownIds } from '../view/shown-ids.js';
import type { View } from '../view/view.js';
import { authorsTexts } from './authors-texts.js';
import { cleanPage } from './clean-page.js';
import { runTheme } from './run-theme.js';
import { toContract } from './to-contract.js';
import { BEYOND_JSON_RESUME, toJsonResume } from './to-json-resume.js';

// A résumé and a JSON Resume theme → a page like those of our own themes: lowered to that standard, rendered by the
// package's code in another process, cleaned, and read for Word and text.

export interface PackageOptions {
  paper: Paper;
  meta: DocumentMeta;
}

export interface PackagePage {
  page: Page;
  /** What was left out of the theme's own page. */
  remarks: Diagnostic[];
}

/** Throws ContentError when the theme makes no page. */
export async function composeByPackage(
  resume: Resume,
  view: View,
  theme: Theme & { package: ThemePackage },
  { paper, meta }: PackageOptions,
): Promise<PackagePage> {
  const seen = published(resume, shownIds(view));
  const made = await runTheme(theme.package, {
    resume: toJsonResume(seen, view.photo?.src),
    date: meta.date,
  });
  const { html, fetched, scripts } = cleanPage(made.html, {
    title: view.title,
    lang: view.lang,
    dir: view.dir,
    css: pageRules(paper, made),
    source: meta.source,
  });
  const linear = toContract(html, view);
  const texts = authorsTexts(view, resume);
  // What was not given cannot be there, even where the page has the same word.
  const given = texts.filter(({ path }) => !BEYOND_JSON_RESUME.test(path));
  const missing = new Set(findMissing(given, readHtml(linear)));
  const printed = given.filter((text) => !missing.has(text));
  return {
    page: {
      html,
      bare: html,
      fonts: [],
      // Read from the same words in the contract's elements.
      blocks: linearize(linear, theme),
      printed,
      theme,
      paper,
      meta,
      foreign: { dropped: texts.filter((text) => !printed.includes(text)) },
    },
    remarks: tell(theme.title, fetched, scripts),
  };
}

/**
 * Paper as a theme is made for it: where it says nothing of margins it sets its own space, but cannot where a page ends in
 * the middle of a text.
 */
function pageRules(paper: Paper, { html, margin }: { html: string; margin?: string }): string {
  const size = `size: ${PAPERS[paper].css}`;
  if (margin !== undefined || /@page/.test(html)) return `@page { ${size}; margin: ${margin ?? '0'}; }`;
  return `@page { ${size}; margin: 10mm 0; }\n@page :first { margin-top: 0; }`;
}

function tell(name: string, fetched: readonly string[], scripts: number): Diagnostic[] {
  const about = { severity: 'warning' as const, file: `theme ${name}`, path: '' };
  return [
    ...(fetched.length === 0
      ? []
      : [
          {
            ...about,
            rule: 'theme-fetches',
            message: `styles, fonts or pictures from ${listed(fetched)} are left out`,
            suggestion: 'nothing is fetched while a résumé is made or read; the page may look plainer for it',
          },
        ]),
    ...(scripts === 0
      ? []
      : [
          {
            ...about,
            rule: 'theme-scripts',
            message: `${scripts === 1 ? 'a script is' : `${scripts} scripts are`} left out`,
            suggestion: 'scripts do not run in a résumé; what they would show or arrange is missing',
          },
        ]),
  ];
}

/** Hosts named at most. */
const NAMED = 4;

const listed = (names: readonly string[]): string =>
  names.length > NAMED
    ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`
    : names.join(', ');
