import { BEYOND_JSON_RESUME } from '../json-resume-theme/to-json-resume.js';
import type { Page } from '../page/page.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { listed } from '../source/listed.js';
import type { Text } from '../view/view.js';

// Texts that a JSON Resume theme left out → one warning for each section: what the author has to know is how much of which
// section is not there, not every word of it.

/** Texts named at most. */
const NAMED = 3;

/** `where`: the page, or the format that lost what the page still had. */
export function tellDropped(
  dropped: readonly Text[],
  { printed, theme }: Pick<Page, 'printed' | 'theme'>,
  where: string,
  file: string,
): Diagnostic[] {
  const sections = [...new Set(dropped.map(sectionOf))];
  return sections.map((section) => {
    const texts = dropped.filter((text) => sectionOf(text) === section);
    const some = printed.some((text) => sectionOf(text) === section);
    const names = texts.slice(0, NAMED).map(({ plain }) => `“${short(plain)}”`);
    if (texts.length > NAMED) names.push(`${texts.length - NAMED} more`);
    return {
      severity: 'warning',
      rule: 'theme-dropped',
      file,
      path: section,
      message: `${theme.title} shows ${some ? 'not all' : 'nothing'} of \`${section}\`${where}: ${listed(names)} ${texts.length > 1 ? 'are' : 'is'} not there`,
      suggestion: BEYOND_JSON_RESUME.test(section)
        ? 'JSON Resume has no such section; our own themes show it'
        : 'our own themes show everything',
    };
  });
}

const sectionOf = ({ path }: Text): string => /^(basics|sections\[\d+\]|\w+)/.exec(path)?.[0] ?? path;

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);
