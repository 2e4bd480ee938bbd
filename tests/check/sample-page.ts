import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

function face(weight: number, style: string): string {
  const file = join(
    packageRoot(),
    `node_modules/@fontsource/caladea/files/caladea-latin-${weight}-${style}.woff2`,
  );
  const data = readFileSync(file).toString('base64');
  return `@font-face { font-family: Caladea; font-weight: ${weight}; font-style: ${style};
    src: url(data:font/woff2;base64,${data}) format("woff2") }`;
}

const FACES = [face(400, 'normal'), face(700, 'normal'), face(400, 'italic')].join('\n');

export const LONG_LINK = 'https://example.org/a/very/long/link';

/** A résumé as the themes write it, with all that is hard to read back, on two pages and a bit. */
export function samplePage({ kerning = false, body = BODY, css = '' } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ada Example</title><style>${FACES}
@page { size: A4; margin: 18mm; @bottom-center { content: "Ada Example · " counter(page) " / " counter(pages); font: 8pt Caladea } }
body { margin: 0; font: 14px/19px Caladea; font-kerning: ${kerning ? 'normal' : 'none'}; font-variant-ligatures: none }
h2 { text-transform: uppercase; letter-spacing: 0.05em; font-size: 18px; line-height: 22px }
h1, h2, h3 { break-after: avoid; break-inside: avoid }
.row { display: flex; justify-content: space-between }
.narrow { width: 62mm }
ul { list-style-type: "•  " }
p { orphans: 1; widows: 1 }
${css}</style></head><body>${body}</body></html>`;
}

const FILLER = Array.from(
  { length: 40 },
  (_, i) =>
    `<p>Filler paragraph ${i} with several words of running text to fill the page until it breaks.</p>`,
).join('\n');

const BODY = `<main>
<header><h1>Ada Example</h1>
<p class="contact"><a href="mailto:ada@example.org">ada@example.org</a> · <a href="https://ada.example">ada.example</a> · Łódź</p></header>
<section><h2>Experience</h2>
<article><h3 class="row"><span>Engineer, <em>Northwind</em></span><span>Jan 2020 – Present</span></h3>
<p>AVATAR Wave To Yo re<strong>bold</strong>ing the <code>src/index.ts</code>file. <em>Ita</em>lic,
x<sub>2</sub>y<sup>3</sup> of<strong>fi</strong>ce final <a href="https://inside.example/">W</a>ord. T<em>o</em>. “Ty” V<b>A</b>T</p>
<ul><li>First highlight with a <a href="${LONG_LINK}">link text that goes on and on, with <em>more</em> than one box to it, until it must wrap to the following line</a> end.
  <ul><li>Nested one</li><li>Nested <strong>two</strong></li></ul></li>
<li><p>Para in item.</p><p>Second para.</p></li>
<li><a href="https://first.example/">Link first</a> then text</li>
<li>• typed bullet stays</li><li>1. typed number stays</li></ul>
<ol><li>Alpha</li><li>Beta</li></ol>
<p><a href="https://same.example/">One</a><a href="https://same.example/">Two</a> <a href="#top">inside</a></p></article></section>
<section class="narrow"><h2>Projects &amp; more open-source and cross-functional work</h2>
<p>We maintain open-source and cross-functional event-driven state-of-the-art well-known tools,
client-server/peer-to-peer/anything/everything/whatever designs, and
https://example.org/some/path/that/is/very/long/for/this/column as URL – long dash—em—dash—words—here—and—there.</p>
<p style="overflow-wrap: anywhere; width: 20mm">Donaudampfschifffahrtsgesellschaft</p>
<p style="text-align: justify; width: 30mm">some words that are justified and have wide gaps in between</p></section>
<section><h2>Greek, Cyrillic</h2><p>Καλημέρα κόσμε, Привет мир, cafe&#769; caf&#233; 10&nbsp;000.</p>
<p aria-hidden="true">Decoration</p>${FILLER}</section></main>
<aside><h2>Skills</h2><p><span>Go</span>, <span>Rust</span> (<span>C</span>)</p><p>The very<br>last word</p></aside>`;
