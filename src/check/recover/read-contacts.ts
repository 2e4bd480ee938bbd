import type { Paragraph } from '../extract/extraction.js';
import type { Recovered } from './recovered.js';

// In: the lines at the head of a document. Out: who it is about and how to reach them.

type Contacts = Pick<Recovered, 'name' | 'label' | 'emails' | 'phones' | 'links' | 'place'>;

/** `@ada@social.example` is none. */
export const EMAIL = /(?<![@\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;
/** With or without a country code, in any country's grouping; the digits are counted afterwards. */
const PHONE = /(?:\+|\(|\b00|\b)[\d(][\d\s\u00a0()./‐‑–-]{5,}\d(?:\s*(?:ext\.?|x|#)\s*\d{1,6})?/giu;
const LINK = /(?:https?:\/\/)?(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?:[/?#:][^\s,;|·]*)?/giu;

export function readContacts(head: readonly Paragraph[]): Contacts {
  const [first, ...others] = head.filter(({ text }) => text.trim() !== '');
  const name = first?.text.split('\t')[0]?.trim();
  const found: Contacts = { name, label: undefined, emails: [], phones: [], links: [] };
  const rest: string[] = [];
  for (const { text } of [
    ...(first ? [{ text: first.text.split('\t').slice(1).join('\t') }] : []),
    ...others,
  ]) {
    const segments = text
      .split(/\s+[·•|∙⋅]\s+|\t|\s{3,}|(?<=\S)\s*[;|]\s+/u)
      .map((segment) => segment.trim());
    const before = counted(found);
    const left = segments.filter((segment) => segment !== '' && !takeContacts(segment, found));
    // A line that holds contacts may hold the place; a line alone may be a headline.
    if (counted(found) > before) rest.unshift(...left);
    else rest.push(...left);
    if (found.label === undefined && counted(found) === 0 && segments.length === 1) found.label = left[0];
  }
  found.place = rest.find((segment) => segment !== found.label && looksLikePlace(segment));
  return found;
}

/** Emails, phone numbers and addresses anywhere in a text. */
export function takeContacts(text: string, found: Pick<Contacts, 'emails' | 'phones' | 'links'>): boolean {
  const emails = text.match(EMAIL) ?? [];
  let left = text.replaceAll(EMAIL, ' ');
  const links = [...left.matchAll(LINK)].filter(({ index, 0: link }) => isAddress(link, left, index));
  for (const { 0: link } of links) left = left.replace(link, ' ');
  const phones = emails.length + links.length > 0 && !/\d{3}/.test(left) ? [] : phonesIn(left);
  push(found.emails, emails);
  push(found.phones, phones);
  push(
    found.links,
    links.map(({ 0: link }) => link.replace(/[.,)]+$/, '')),
  );
  return emails.length + links.length + phones.length > 0;
}

export function phonesIn(text: string): string[] {
  return Array.from(text.matchAll(PHONE), ({ 0: match, index }) => {
    const phone = match.trim();
    const digits = phone.replaceAll(/\D/g, '').length;
    const years = /^\(?(19|20)\d{2}\)?\s*[‐‑–./-]\s*(19|20)\d{2}\)?$/u.test(phone);
    // `4000-123 Porto`: few digits with a word right behind them are a postal code.
    const postal = digits < 9 && /^\s*\p{L}/u.test(text.slice(index + match.length));
    return digits >= 7 && digits <= 17 && !years && !postal ? phone : '';
  }).filter((phone) => phone !== '');
}

/** Not the end of `@ada@social.example`, and no abbreviation such as `e.g.`. */
function isAddress(link: string, text: string, at: number): boolean {
  if (text[at - 1] === '@') return false;
  return /^https?:|\/|\.\p{L}{2,}$/iu.test(link) && !/^\p{L}\.\p{L}\.?$/u.test(link);
}

function looksLikePlace(segment: string): boolean {
  return /\p{L}/u.test(segment) && segment.length <= 100 && !/[.!?]$/.test(segment) && !/^@/.test(segment);
}

const counted = ({ emails, phones, links }: Contacts): number => emails.length + phones.length + links.length;

function push(list: string[], found: readonly string[]): void {
  for (const one of found) if (!list.includes(one)) list.push(one);
}
