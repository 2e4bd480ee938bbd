import type { Run } from '../page/blocks.js';
import { linearize } from '../page/linearize.js';
import { safeHref, visibleAddress } from '../resume/links.js';

// Links as plain text can have them: where the words do not show where they lead, the address follows in parentheses.

/** The words of a paragraph with their addresses; a break is a newline. */
export function spellLinks(runs: readonly Run[]): string {
  let text = '';
  let link = { href: '', words: '' };
  const close = () => {
    const hidden = link.href !== '' && !isShown(link.words, link.href);
    text += link.words + (hidden ? ` (${addressOf(link.href)})` : '');
    link = { href: '', words: '' };
  };
  for (const run of runs) {
    const href = (run.type === 'text' && run.href) || '';
    if (href !== link.href) close();
    const words = run.type === 'text' ? run.text : run.type === 'break' ? '\n' : '';
    link = { href, words: link.words + words };
  }
  close();
  return text;
}

/** The same for one string of the view, which is inline HTML. */
export function spellHtml(html: string): string {
  const [block] = linearize(`<p>${html}</p>`, { styles: {}, characters: {} });
  return spellLinks(block?.cells[0] ?? []);
}

/** A web address whole, so that it can be followed; of the others what a person would type. */
const addressOf = (href: string): string => (/^https?:/i.test(href) ? href : visibleAddress(href));

function isShown(words: string, href: string): boolean {
  if (words.trim() === '') return true;
  if (/^tel:/i.test(href)) return (words.match(/\d/g) ?? []).length > 4;
  const [, identifier] = /^(?:doi|arxiv|isbn):\s*(\S+)$/i.exec(words.trim()) ?? [];
  if (identifier !== undefined) return href.includes(identifier);
  return (
    safeHref(words) === href || words.toLowerCase().includes(visibleAddress(decoded(href)).toLowerCase())
  );
}

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
