import fc from 'fast-check';
import { jsonSchema } from '../src/resume/json-schema.js';
import { directionOf, LANGUAGES } from '../src/resume/locales.js';
import { SECTION_IDS } from '../src/resume/schema.js';

// Any résumé that the schema accepts: every field there or not, its texts full of what trips programs up. Each text that
// readers should see holds a word like no other, by which it can be found again.

export interface AnyResume {
  source: string;
  /** The words to be found, each once in the résumé. */
  words: string[];
}

interface Node {
  $ref?: string;
  anyOf?: Node[];
  oneOf?: Node[];
  type?: string[];
  const?: string;
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
}

/** Stands for a word like no other until the résumé is whole. */
const WORD = '\ue000';

const PIECES = [
  'word',
  'naïve',
  'e\u0301',
  'Straße',
  'Ωμέγα',
  'Привет',
  'ﬁ',
  '…',
  '–',
  '\u00a0',
  '’',
  '«',
  'I',
  'ı',
  'İ',
  'ς',
  '<b>',
  '</p>',
  '<!-- ',
  '-->',
  '<script>',
  '&',
  '&amp;',
  '&lt',
  '"',
  "'",
  '*',
  '**',
  '_',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '](',
  '![',
  '[a]: ',
  '\\',
  '|',
  '#',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '> ',
  '    ',
  '\n',
  '\n\n',
  '\n- ',
  '\n1. ',
  '\n---\n',
  '\n===\n',
  '~~',
  '```',
  '\t',
  '{{name}}',
  '{{{a}}}',
  '$&',
  '%s',
  '://',
  'https://a.example/b?c=d&e',
  'mailto:',
  'javascript:alert(1)',
  '<https://a.example>',
  '[t](https://a.example)',
  '=',
  '+',
  ':',
  ': ',
  ';',
  ', ',
  '·',
  '•',
  '/',
  '^',
  '@',
  '\u200b',
  '\u00ad',
]; // biome-format
const noise = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));
/** Noise on both sides of a word, which stands apart from it so that it stays one. */
const text = fc.tuple(noise, noise).map(([before, after]) => `${before} ${WORD} ${after}`);

const beginning = fc.constantFrom(
  '1999',
  '1999-05',
  '2001-05-12',
  '2004-Q3',
  '2003-fall',
  '~1990',
  'May 2001',
  '05/2002',
);
const ending = fc.constantFrom(
  '2010',
  '2011-02',
  '2012-02-29',
  '2013-Q1',
  '2014-winter',
  '~2015',
  'present',
  '2016-05-01T00:00:00Z',
);
const ODD = [`${WORD} or so`, `since ${WORD}`];
const dateFor = (key: string) => {
  const dates = /^(endDate|expires)$/.test(key) ? ending : beginning;
  return fc.oneof({ weight: 4, arbitrary: dates }, { weight: 1, arbitrary: fc.constantFrom(...ODD) });
};
const url = fc.constantFrom(
  `https://${WORD}.example.com/a`,
  `${WORD}.example.com`,
  `see ${WORD}`,
  'javascript:alert(1)',
);

// Nobody can say in which order a line of signs is read once it is painted from right to left: those pages have tests of
// their own.
const LEFT_TO_RIGHT = LANGUAGES.filter((language) => directionOf(language) === 'ltr');

/** What is not looked for in the outputs: names of files, ids, what is meant to be hidden. */
const LEFT_OUT = new Set(['$schema', 'image', 'id', 'tags', 'private', 'meta']);

function anyValue(
  node: Node,
  key: string,
  kinds: Record<string, Node>,
  depth: number,
): fc.Arbitrary<unknown> {
  const id = node.$ref?.replace('#/$defs/', '');
  if (id === 'date') return dateFor(key);
  if (id === 'url') return url;
  if (id === 'text' || id === 'line' || id === 'prose') return text;
  const inner = (child: Node, name = key) => anyValue(child, name, kinds, depth + 1);
  if (id !== undefined) return anyValue(kinds[id] ?? {}, key, kinds, depth);
  const options = node.anyOf ?? node.oneOf;
  if (options) return fc.oneof(...(depth > 7 ? options.slice(0, 1) : options).map((option) => inner(option)));
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.type?.includes('boolean')) return fc.boolean();
  if (node.items)
    return fc.array(inner(node.items), { minLength: depth > 7 ? 0 : 1, maxLength: depth > 4 ? 1 : 2 });
  const fields = Object.entries(node.properties ?? {}).filter(([name]) => !LEFT_OUT.has(name));
  const required = fields.map(([name]) => name).filter((name) => node.required?.includes(name));
  return fc.record(Object.fromEntries(fields.map(([name, child]) => [name, inner(child, name)])), {
    requiredKeys: required,
  });
}

export function anyResume(): fc.Arbitrary<AnyResume> {
  const { $defs, ...root } = jsonSchema() as Node & { $defs: Record<string, Node> };
  const meta = fc.record(
    {
      locale: fc.constantFrom(...LEFT_TO_RIGHT),
      paper: fc.constantFrom('a4', 'letter'),
      order: fc.subarray([...SECTION_IDS]),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(anyValue(root, '', $defs, 0), meta).map(([resume, how]) => {
    let count = 0;
    const source = JSON.stringify({ ...(resume as object), meta: how }).replaceAll(
      WORD,
      () => `q${++count}q`,
    );
    return { source, words: Array.from({ length: count }, (_, index) => `q${index + 1}q`) };
  });
}
