// Anything that stands where a text is wanted → that text, with every word in it.

/** The parts of an address in the order in which it is written on a page; other keys follow as they stand. */
const ADDRESS = [
  ['address', 'street'],
  ['postalCode', 'postcode', 'zip'],
  ['city', 'town'],
  ['region', 'state', 'province'],
  ['country', 'countryCode'],
].flatMap((keys, rank) => keys.map((key) => [key, rank] as const));
const RANKS = new Map<string, number>(ADDRESS);

/** The texts of a value, in order, joined by `separator`; empty where it holds none. */
export function flatText(value: unknown, separator: string): string {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value).trim();
  if (Array.isArray(value)) return joined(value, separator);
  if (typeof value !== 'object' || value === null) return '';
  const date = dateOf(value);
  if (date !== undefined) return date;
  const rank = (key: string) => RANKS.get(key) ?? RANKS.size;
  const isAddress = Object.keys(value).some((key) => RANKS.has(key));
  const entries = Object.entries(value);
  const ordered = isAddress ? entries.sort(([a], [b]) => rank(a) - rank(b)) : entries;
  return joined(
    ordered.map(([, inner]) => inner),
    separator,
  );
}

function joined(values: readonly unknown[], separator: string): string {
  return values
    .map((item) => flatText(item, separator))
    .filter((text) => text !== '')
    .join(separator);
}

/** `{year: 2015, month: 5}` → `2015-05`; a month's name stays a word before the year. */
function dateOf(value: object): string | undefined {
  const { year, month, day, ...others } = value as Record<string, unknown>;
  if (typeof year !== 'string' || Object.keys(others).length > 0) return undefined;
  const texts = [year, month, day].filter((part) => part !== undefined).map(String);
  if (!texts.every((part) => /^\d+$/.test(part))) return texts.reverse().join(' ');
  return texts.map((part) => part.padStart(2, '0')).join('-');
}
