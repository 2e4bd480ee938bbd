import type { CDPSession } from 'puppeteer-core';
import type { FontFile } from '../page/font-file.js';
import { policyFor } from '../page/policy.js';
import { quiet } from './quiet.js';

// In: a page of the browser. Out: a window in it that shows one document after the other.
// Why: unpacking fonts and checking them takes longer than laying out a résumé. Fonts are the window's, and stay; all else is the
// document's, and goes with it.

export interface Stage {
  /** Shows one self-contained HTML document, its pictures and fonts loaded. `fonts` are those its style sheet leaves out. */
  show(html: string, fonts: readonly FontFile[]): Promise<void>;
}

interface Window {
  /** What `SHOW` comes to, by the protocol's name for it. */
  show: string;
  /** The fonts it has, by their number. */
  known: Map<FontFile, number>;
}

/** As it stands in pages of ours: what it says beyond the stage's own is for those who take data for scripts. */
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*?)(?:; script-src [^"]*)?">/;

/** For a page that shows nothing yet, and tells what happens to it; `clear` goes to the blank page, with a window of its own. */
export function openStage(session: CDPSession, frameId: string, clear: () => Promise<unknown>): Stage {
  const policy = policyFor([]);
  const fill = (html: string) => session.send('Page.setDocumentContent', { frameId, html });
  let window = quiet(open());
  /** Whether the window shows a page from which it may keep something. */
  let spent = false;

  async function open(): Promise<Window> {
    await fill(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    const { result } = await session.send('Runtime.evaluate', { expression: SHOW });
    if (result.objectId === undefined) throw new Error('the page has no window');
    return { show: result.objectId, known: new Map() };
  }

  /** Gives the document its fonts, and waits for them and for the pictures of its elements. */
  async function furnish({ show, known }: Window, fonts: readonly FontFile[]): Promise<void> {
    const unknown = fonts.filter((font) => !known.has(font));
    // Should this fail, the page is given up, and its window with it.
    for (const font of unknown) known.set(font, known.size);
    const numbers = fonts.map((font) => known.get(font));
    const { exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: show,
      functionDeclaration: 'function (...given) { return this(...given); }',
      arguments: [unknown.map(({ css, ...font }) => font), numbers].map((value) => ({ value })),
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /**
   * A page laid out as on a screen: pictures of style sheets are asked for only then, and an SVG among them may hold others, which
   * printing would not wait for.
   */
  async function showWhole(shown: Window, html: string, fonts: readonly FontFile[]): Promise<void> {
    await session.send('Runtime.evaluate', { expression: 'document.adoptedStyleSheets = []' });
    let loaded = nextLoad(session);
    await fill(html);
    for (;;) {
      await loaded;
      loaded = nextLoad(session);
      await furnish(shown, fonts);
      const { result } = await session.send('Runtime.evaluate', { expression: SETTLED, awaitPromise: true });
      // The news may have been late, and of the document before.
      if (result.value === 'complete') return;
    }
  }

  return {
    async show(html, fonts) {
      const page = html.replace(POLICY, (meta, own) =>
        own.replaceAll('&#x27;', "'") === policy ? '' : meta,
      );
      const plain = isPlain(page);
      if (spent || !plain) window = quiet(clear().then(open));
      spent = !plain;
      const shown = await window;
      if (plain) await Promise.all([fill(page), furnish(shown, fonts)]);
      else await showWhole(shown, page, fonts);
    },
  };
}

const nextLoad = (session: CDPSession): Promise<unknown> =>
  new Promise((resolve) => session.once('Page.loadEventFired', resolve));

/**
 * Of documents of old some things stay in force: a policy, a redirection that was not followed yet, colours of links that `body`
 * has, a scheme of colours, the name of the style sheets to prefer, pictures of style sheets. Pages of ours have none of it; any
 * other has a window to itself.
 */
function isPlain(html: string): boolean {
  const count = (sign: RegExp) => html.match(sign)?.length ?? 0;
  return count(/<(?:meta|style|body|link|base)/gi) === count(HARMLESS) && !PICTURE.test(html);
}

const HARMLESS =
  /<(?:style|body|meta charset="utf-8"|meta name="(?:viewport|author|description|generator)" content="[^"]*")>/g;
/** `\75 rl(` is `url(` to a browser. */
const PICTURE = /url\(|\\[\da-f]|<svg/i;

const SETTLED = `Reflect.get(Document.prototype, 'fonts', document).ready
  .then(() => Reflect.get(Document.prototype, 'readyState', document))`;

/**
 * What runs in the window: it keeps fonts, and gives a document those it needs. On a screen nothing is laid out, for nobody looks
 * at it. Members of the document are asked for by way of their class, because an element may be called like one and hide it.
 */
const SHOW = `(() => {
  const screen = new CSSStyleSheet();
  screen.replaceSync('@media screen { :root { display: none !important } }');
  document.adoptedStyleSheets = [screen];
  const kept = [];
  const fonts = document.fonts;
  return async (unknown, numbers) => {
    for (const { family, source, weight, style, range } of unknown)
      kept.push(new FontFace(family, source, { weight, style, unicodeRange: range }));
    fonts.clear();
    for (const number of numbers) fonts.add(kept[number]);
    const pictures = [...Document.prototype.querySelectorAll.call(document, 'img')];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.allSettled([...[...fonts].map((font) => font.load()), ...pictures.map((picture) => picture.decode())]);
  };
})()`;
