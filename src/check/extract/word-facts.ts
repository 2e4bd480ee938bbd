import type { WordFacts } from './extraction.js';
import type { WordParagraph, WordPart } from './read-word-part.js';
import type { Look } from './word-looks.js';

// In: the parts of a Word file and the looks of its styles. Out: what only Word gets wrong, and what it hides.

type Looks = ReadonlyMap<string, Look>;

const TYPED_BULLET = /^\s*[•◦▪‣●○■➢✓·o*–—-][ \t\u00a0]+\S/u;
/** Half points. */
const TINY = 4;
/** Twips: 1 pt, about a tenth of an em in body text. */
const TRACKED = 20;

export function wordFacts(
  body: WordPart,
  outside: readonly WordPart[],
  looks: Looks,
  settings: string,
): WordFacts {
  const saying = body.paragraphs.filter(({ text }) => text.trim() !== '');
  const texts = (list: readonly WordParagraph[]) => list.map(({ text }) => text.trim());
  return {
    outside: outside.flatMap(({ paragraphs }) => texts(paragraphs).filter((text) => text !== '')),
    boxes: texts(saying.filter(({ boxed }) => boxed)),
    columns: body.columns,
    typedBullets: texts(
      saying.filter(
        ({ text, own, style }) => TYPED_BULLET.test(text) && !own.listed && !looks.get(style ?? '')?.listed,
      ),
    ),
    rawBreaks: texts(saying.filter(({ rawBreak }) => rawBreak)),
    unstyled: texts(saying.filter(({ style }) => style === undefined)),
    tracked: runsThat(body, looks, ({ spacing = 0 }) => spacing > TRACKED),
    hyphenated: /<w:autoHyphenation(?![^>]*w:val="(0|false|off)")/.test(settings),
  };
}

/** Text that vanishes, is white on white, or is too small to be read. */
export function wordHidden(body: WordPart, looks: Looks): string[] {
  return runsThat(body, looks, ({ vanished, colour = '000000', shaded, size = 22 }) =>
    Boolean(vanished || size <= TINY || (!shaded && /^F[A-F0-9]F[A-F0-9]F[A-F0-9]$/.test(colour))),
  );
}

function runsThat(body: WordPart, looks: Looks, test: (look: Look) => boolean): string[] {
  return body.paragraphs.flatMap(({ style, own, runs }) => {
    const below = { ...looks.get(style ?? 'Normal'), ...(own.shaded && { shaded: true }) };
    const text = runs
      .filter((run) => test({ ...below, ...looks.get(run.style ?? ''), ...run.own }))
      .map((run) => run.text)
      .join('')
      .trim();
    return /[\p{L}\p{N}]/u.test(text) ? [text] : [];
  });
}
