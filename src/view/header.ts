import { visibleAddress } from '../resume/links.js';
import type { Resume } from '../resume/schema.js';
import type { Labels } from './labels.js';
import { line, present, shown, words } from './texts.js';
import type { Contact, Text } from './view.js';

type Basics = Resume['basics'];
type OneOrMore = NonNullable<Basics['email']>;

/** Who the person is and how to reach them: the first line for reaching, the second for reading on. */
export function buildHeader(
  basics: Basics,
  labels: Labels,
): { name: Text; label?: Text; contacts: Contact[][] } {
  const reach = [
    ...labelled('basics.email', basics.email, mailbox),
    ...labelled('basics.phone', basics.phone, telephone),
    ...place(basics.location, labels),
  ];
  const read = [
    ...labelled('basics.url', basics.url, (value) => value, visibleAddress),
    ...shown(basics.profiles, 'basics.profiles').flatMap(([profile, path]) =>
      profileContact(profile, path, labels),
    ),
  ];
  return {
    name: words('basics.name', basics.name),
    ...(basics.label !== undefined && { label: line('basics.label', basics.label) }),
    contacts: [reach, read].filter((contacts) => contacts.length > 0),
  };
}

/** A single value, or a list of values with labels, as contacts that link. */
export function labelled(
  path: string,
  values: OneOrMore | undefined,
  href: (value: string) => string,
  show: (value: string) => string = (value) => value,
): Contact[] {
  if (values === undefined) return [];
  if (typeof values === 'string') return [{ text: words(path, show(values), href(values)) }];
  return shown(values, path).map(([entry, here]) => {
    if (typeof entry === 'string') return { text: words(here, show(entry), href(entry)) };
    const text = words(`${here}.value`, show(entry.value), href(entry.value));
    return entry.label === undefined ? { text } : { label: words(`${here}.label`, entry.label), text };
  });
}

/** RFC 6068; none for what is not an address alone, such as `on request`. */
export function mailbox(email: string): string {
  const address = email.trim().replace(/^mailto:/i, '');
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? `mailto:${address}` : '';
}

/**
 * RFC 3966: digits with an optional leading plus; what follows an `ext.` or `x` is dialled by hand. None for two
 * numbers in one, for `on request` and for numbers that spell a word.
 */
export function telephone(phone: string): string {
  const number = phone
    .replace(/^tel:/i, '')
    .replace(/(?<=\d)[\s,;]*(ext(ension|\.)?|x|#).*$/i, '')
    .replace(/\(0\)/, '');
  const [run, ...more] = number.match(/\+?\d[\d\s()./\p{Pd}]*/gu) ?? [];
  if (run === undefined || more.length > 0 || /[\d-]\p{L}|\p{L}[\d-]/u.test(number)) return '';
  return `tel:${run.replaceAll(/[^\d+]/g, '')}`;
}

function place(location: Basics['location'], labels: Labels): Contact[] {
  if (!location) return [];
  const { address, postalCode, city, region, countryCode } = location;
  const { comma } = labels.marks;
  const country = countryCode === undefined ? undefined : countryName(countryCode, labels);
  const town = present(postalCode, city).join(' ');
  const parts = present(
    address?.trim().replaceAll(/[\s,،、，]*\n\s*/g, comma),
    town || undefined,
    region,
    country,
  );
  return parts.length > 0 ? [{ text: words('basics.location', parts.join(comma)) }] : [];
}

const countryName = (code: string, { country }: Labels): string =>
  /^[a-z]{2}$/i.test(code) ? country(code) : code;

/** The address where it names the network and the person by itself; what it does not say stands before it. */
function profileContact(
  profile: NonNullable<Basics['profiles']>[number],
  path: string,
  { marks: { comma } }: Labels,
): Contact[] {
  const { network, username, url } = profile;
  const address = url === undefined ? undefined : visibleAddress(url);
  const said = ` ${wordsOf(address ?? '').join(' ')} `;
  // `Ada L` is said by `/ada-l` and by `/adal`, but not by `/canada/london`.
  const isSaid = (word: string) => new RegExp(` ${[...word].join(' ?')} `, 'u').test(said);
  const says = (part: string) => {
    const parts = wordsOf(part);
    return parts.length > 0 && (isSaid(parts.join('')) || parts.every(isSaid));
  };
  const known = present(network !== undefined && !says(network) && network);
  const value = address === undefined || (username !== undefined && !says(username)) ? username : undefined;
  const text = present(value, address).join(comma) || undefined;
  if (text === undefined) return network === undefined ? [] : [{ text: words(`${path}.network`, network) }];
  const [label] = known;
  return [
    {
      ...(label !== undefined && { label: words(`${path}.network`, label) }),
      text: words(url === undefined ? `${path}.username` : `${path}.url`, text, url),
    },
  ];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
