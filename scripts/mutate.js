// A text and a source of chance → the same text, broken in one to six places: as hands break it, and as an attacker would.

/** Whole numbers below a limit, from a seed: the same seed gives the same numbers (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

export function mutate(text, random) {
  let broken = text;
  for (let count = 1 + random(6); count > 0; count -= 1) broken = WAYS[random(WAYS.length)](broken, random);
  // A text that doubles on and on would only be refused for its size.
  return broken.slice(0, 300_000);
}

const lineOf = (text, random) => {
  const lines = text.split('\n');
  return { lines, at: random(lines.length) };
};
const withLine = (change) => (text, random) => {
  const { lines, at } = lineOf(text, random);
  const changed = change(lines[at] ?? '', random, lines);
  lines.splice(at, 1, ...(Array.isArray(changed) ? changed : [changed]));
  return lines.join('\n');
};
const insert = (text, random, piece) => {
  const at = random(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
};
const pick = (list, random) => list[random(list.length)];

const SIGNS = [
  ...':-{}[]"\'`|>&*!%@#?,\\/<=~^$;.()\t\n\r \0\u0007\u001b\u0085\u00a0\u00ad\u200b\u200f\u202e\u2028\ufeff\ufffe\ud83d\u0301é漢ع',
];
const TEXTS = [
  'javascript:alert(1)',
  '[x](javascript:alert(1))',
  '<javascript:alert(1)>',
  'data:text/html,<script>x</script>',
  '</style></script>',
  '<img src=x onerror=x>',
  '{{name}}',
  '{{{constructor}}}',
  '{{> header}}',
  '{{#each this}}',
  '{{/each}}',
  '{{#if label}}',
  '{{else}}',
  '{{log 1}}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '~',
  'true',
  'NaN',
  '1e999',
  '-0',
  '0x1F',
  '2024-13-45',
  '9999999999-01',
  '*a',
  '&a',
  '<<: *a',
  '!!binary x',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '| \n',
  '>-\n',
  '**',
  '**a **b*',
  '[[[[',
  '](',
  '```',
  '![](x)',
  '- - - - x',
  '1. 1. 1. x',
  'https://example.org/\ud800',
  'http://[::1',
  'mailto:',
  'tel:',
  'xn--',
  '@import "x";',
  'url(http://x.example)',
  'p { display: none }',
  '}',
  '/*',
  'size: 1e9',
  'meta: {locale: zz-ZZ-x-y, pages: 1}',
  'meta: {locale: "", paper: 7}',
  'extends: .',
  'extends: classic',
  'image: ../../x.png',
  'Ａｄａ',
  'ffi',
  '👩‍👩‍👧‍👦',
  'אבג',
  'مرحبا',
  '\u202eabc',
  'a\u0301\u0302\u0303\u0304',
];

const WAYS = [
  (text, random) => insert(text, random, pick(SIGNS, random)),
  (text, random) => insert(text, random, pick(TEXTS, random)),
  (text, random) => insert(text, random, pick(SIGNS, random).repeat(1 + random(3000))),
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random(20));
  },
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random) => {
    const [from, to] = [random(text.length + 1), random(text.length + 1)].sort((a, b) => a - b);
    return insert(text, random, text.slice(from, Math.min(to, from + 5000)));
  },
  withLine(() => []),
  withLine((line) => [line, line]),
  withLine((line, random) => ' '.repeat(random(9)) + line.trimStart()),
  withLine((line, random) => line.replace(/:.*$/, `: ${pick(TEXTS, random)}`)),
  withLine((line, random) => line.replace(/^(\s*(?:- )?)\w+/, (_, head) => head + pick(TEXTS, random))),
  withLine((_, random, lines) => pick(lines, random)),
  withLine((line, random) =>
    line.replace(/: .*$/, pick([': [', ': {', ': ""', ':', ': [a, b]', ': {a: b}'], random)),
  ),
  withLine((line, random) =>
    line.replace(/[\d.]+/, String(pick([0, -1, 1e9, 0.1, 10.75, 2 ** 53, 1e-9], random))),
  ),
  withLine((line, random) =>
    line.replace(
      /<\/?\w+/,
      pick(['<script', '<p onclick=x', '<table', '<h5', '<a href="x:"', '</body', '<style', '<svg'], random),
    ),
  ),
  (text, random) => text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', '\u2028'], random)),
];
