import { FAMILIES } from './families.js';
import type { Theme } from './theme.js';

// A theme to start from → the files of a new one: it says nothing of its own yet, and has what people change first in
// comments, with the values they have now, so that a line without its `# ` changes nothing until it is edited. (JSON's
// quotes are YAML's too.)

/** Looks that people change first. */
const FIRST = ['Title', 'Headline', 'Contact', 'Heading 1', 'Entry Title'];

/** `from` is what the new theme extends, as its file is to say it. Gives text by file name. */
export function draftTheme(name: string, from: string, parent: Theme): Record<string, string> {
  return { 'theme.yaml': themeFile(name, from, parent), 'theme.css': SHEET };
}

function themeFile(name: string, from: string, parent: Theme): string {
  const { colors, fonts, page, styles, characters } = parent;
  const { top, right, bottom, left } = page.margin;
  const families = Object.entries(FAMILIES).map(([family, { word }]) => `${family} (${word})`);
  return `## Lines with two # are advice. Lines with one # are examples, switched off: they say what ${parent.title} says. Take away
## the "# " of a line and of the key above it, change the value, and render. docs/theme-format.md has all that can stand here.

title: ${JSON.stringify(titleOf(name))}
description: ${JSON.stringify(`${parent.title}, made my own.`)}

## Everything that this file does not say is as it is there.
extends: ${from.startsWith('@') ? JSON.stringify(from) : from}

## Colours are written #rrggbb, in quotes. Text needs a contrast of 4.5 to white paper, which \`render themes test\` measures.
# colors:
${examples(Object.entries(colors).map(([key, value]) => `  ${key}: "${value}"`))}

## Fonts, each with its twin in Word:
${wrapped(families)}
# fonts:
${examples(Object.entries(fonts).map(([key, value]) => `  ${key}: ${value}`))}

## Lengths are points: 72 are an inch, 28.35 a centimetre.
# page:
${examples([`  paper: ${page.paper}`, `  margin: { top: ${top}, right: ${right}, bottom: ${bottom}, left: ${left} }`])}

## How each kind of paragraph looks. Sizes go in steps of 1.5; \`before\` is the space above. \`render themes show\` prints them
## all.
# styles:
${examples(FIRST.flatMap((style) => (styles[style] ? [`  ${style}: ${flow(styles[style])}`] : [])))}

## The same for words inside a paragraph.
# characters:
${examples(FIRST.flatMap((style) => (characters[style] ? [`  ${style}: ${flow(characters[style])}`] : [])))}

## The sections that come first.
# order: [summary, work, education, skills]
`;
}

const SHEET = `/* What Word has no notion of: how the page stands on a screen, columns, backgrounds. Fonts, sizes, colours and spaces
   belong into theme.yaml, or the PDF and the Word file would differ. */

/* The desk that the page lies on. Take away this line and the last to switch it on.
@media screen {
  html {
    background: #e8edf2;
  }
}
*/
`;

const examples = (lines: readonly string[]): string => lines.map((line) => `# ${line}`).join('\n');

/** `my-theme` → `My theme`. */
const titleOf = (name: string): string => {
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

/** A look on one line, as themes write it: `{ size: 24, color: ink }`. */
const flow = (look: object): string =>
  `{ ${Object.entries(look)
    .filter(([key]) => !key.startsWith('keep'))
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? flow(value) : scalar(value)}`)
    .join(', ')} }`;

const scalar = (value: unknown): string =>
  typeof value === 'string' && !/^[\p{L}][\p{L}\p{N} -]*$/u.test(value)
    ? JSON.stringify(value)
    : String(value);

function wrapped(items: readonly string[]): string {
  const half = Math.ceil(items.length / 2);
  return [items.slice(0, half), items.slice(half)].map((some) => `## ${some.join(', ')}`).join('\n');
}
