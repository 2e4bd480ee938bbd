import { visibleAddress } from '../../resume/links.js';
import { foldLink } from '../fold-link.js';
import { divide } from '../recover/divide.js';
import { ALL, type Rule } from './rule.js';

const SAFE = /^(https?|mailto|tel):/i;

export const LINK_RULES: readonly Rule[] = [
  {
    id: 'link-scheme',
    severity: 'error',
    formats: ALL,
    wrong: 'a link leads to something that may not be safe to open',
    fix: 'link to http, https, mailto and tel only',
    judge: ({ extraction: { links } }) =>
      links
        .map(({ target }) => target)
        .filter((target) => /^[a-z][a-z\d+.-]*:/i.test(target) && !SAFE.test(target)),
  },
  {
    id: 'link-address',
    severity: 'warning',
    formats: ALL,
    wrong: 'a contact is a link that does not show its address; on paper and to parsers it is lost',
    fix: 'write the address itself, such as linkedin.com/in/you',
    judge: ({ extraction: { links, paragraphs } }) => {
      const { head } = divide(paragraphs);
      return links
        .filter(({ text }) => text !== '' && head.some((line) => line.text.includes(text)))
        .filter(({ target, text }) => !shows(text, target))
        .map(({ text, target }) => `${text} → ${target}`);
    },
  },
];

function shows(text: string, target: string): boolean {
  const said = letters(text);
  return (
    said.includes(letters(visibleAddress(target))) || said.includes(letters(visibleAddress(foldLink(target))))
  );
}

/** The letters and digits: telephone numbers are written with many kinds of gaps, and pages fold their links. */
const letters = (text: string): string =>
  decoded(text.replace(/^tel:\+?|\?.*$/i, ''))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
