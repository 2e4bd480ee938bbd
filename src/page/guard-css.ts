// A style sheet that strangers wrote → what in it would fetch something or end the sheet early. The browser that prints may
// fetch nothing anyway; but the page is saved, too, and opened by browsers that may.

/** What a style sheet must not do, in words that go on after its name; none when it is harmless. */
export function guardCss(css: string): string[] {
  // Comments are searched like the rest: what is one to us might be none to a browser.
  const said = unescaped(css);
  const faults = FAULTS.filter(([sign]) => sign.test(said)).map(([, fault]) => fault);
  return /<\/|<!--|-->/.test(css) ? ['ends before its end: `</` stands in it', ...faults] : faults;
}

/** An address may be data, or a part of the same page. */
const FOREIGN_URL = /url\(\s*["']?\s*(?![\s"'])(?!data:(?:image|font|application\/(?:x-)?font)|#)/i;

const FAULTS: readonly (readonly [sign: RegExp, fault: string])[] = [
  [/@import/i, 'fetches another style sheet with `@import`'],
  [FOREIGN_URL, 'fetches something with `url()`: only data and `#…` may stand there'],
  [
    /(?<![\w-])(?:src|image|(?:-webkit-)?(?:image-set|cross-fade))\(/i,
    'may fetch something: use `url(data:…)`',
  ],
  // What old browsers ran.
  [/expression\(|(?<![\w-])(?:-moz-binding|behavior)\s*:/i, 'names something to run'],
];

/** `\75 rl(` is `url(` to a browser: https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
const unescaped = (css: string): string =>
  css
    .replaceAll(/\\([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?/gi, (_, code: string) => {
      const point = Number.parseInt(code, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
    })
    .replaceAll(/\\(?:\r\n|[\n\r\f])/g, '')
    .replaceAll(/\\(.)/g, '$1');
