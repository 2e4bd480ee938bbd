import { isScalar, parseDocument, stringify } from 'yaml';

// A starter and what is known of a person → the person's own starter. Only the values change: comments, blank lines and
// order stay to the letter, because the advice in them is what a starter is for.

/** What a starter has a place for, and where. */
const FIELDS = { name: ['basics', 'name'], email: ['basics', 'email'], locale: ['meta', 'locale'] } as const;

export type StarterValues = Record<keyof typeof FIELDS, string>;

/** The values a starter comes with. Throws Error for one that lacks a field: ours do not. */
export function starterValues(source: string): StarterValues {
  const { name, email, locale } = placesIn(source);
  return { name: name.value, email: email.value, locale: locale.value };
}

/** Puts the values in, each quoted where YAML 1.2 needs it; a value is one line of any characters. */
export function fillStarter(source: string, values: StarterValues): string {
  const places = Object.entries(placesIn(source)).map(([field, place]) => ({
    ...place,
    text: asYaml(values[field as keyof StarterValues]),
  }));
  // From the end, so that the places before stay where they are.
  return places
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: value }) => text.slice(0, start) + value + text.slice(end), source);
}

function placesIn(source: string) {
  const document = parseDocument(source);
  const placeOf = (path: readonly string[]) => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range) throw new Error(`the starter has no ${path.join('.')}`);
    const [start, end] = node.range;
    return { value: String(node.value), start, end };
  };
  return { name: placeOf(FIELDS.name), email: placeOf(FIELDS.email), locale: placeOf(FIELDS.locale) };
}

/** A scalar as it may stand behind `key: `. At the top of a document other things would need quotes. */
function asYaml(value: string): string {
  return stringify({ key: value }, { lineWidth: 0 }).slice('key: '.length).trimEnd();
}
