import { onceBy } from '../once.js';
import { PAPERS, type Paper } from '../theme/paper.js';
import type { ParagraphLook } from '../theme/schema.js';
import { type Palette, rem, resolveLook, toCss } from '../theme/styles.js';
import { classOf, ELEMENT_CHARACTERS, ELEMENT_STYLES, listStyle, type Theme } from '../theme/theme.js';
import type { EmbeddedFonts } from './embed-fonts.js';

/** The page's whole CSS: fonts, paper and footer, the base sheet, the style table's rules, the theme's own sheet. */
export function styleSheet(
  theme: Theme,
  paper: Paper,
  name: string,
  fonts: Pick<EmbeddedFonts, 'files' | 'scripts'>,
): string {
  const palette: Palette = { ...theme, scripts: fonts.scripts };
  const own = stacked([pageRules(theme, palette, paper, name), lookOf(theme, palette)]);
  // The fonts are most of a page: they are not copied into a text that is copied into the page.
  return fonts.files.reduceRight((sheet, { css }) => `${css}\n${sheet}`, own);
}

/** What is the same for all pages of a theme that embed the families of the same scripts. */
function lookOf(theme: Theme, palette: Palette): string {
  return kept(theme, palette.scripts?.join() ?? '', () =>
    stacked([colourVariables(theme), theme.baseCss, styleRules(theme, palette), theme.css]),
  );
}
const kept = onceBy<Theme, string, string>(50);

const stacked = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');

/** `--color-accent` …, so that a theme's own sheet follows the colours that an author chose. */
function colourVariables({ colors }: Theme): string {
  const names = Object.keys(colors).filter((name) => /^[\w-]+$/.test(name));
  return rule(':root', Object.fromEntries(names.map((name) => [`--color-${name}`, colors[name] ?? ''])));
}

function styleRules(theme: Theme, palette: Palette): string {
  const paragraphs = Object.keys(theme.styles).flatMap((style) => {
    const look = resolveLook(style, theme.styles);
    return style === 'Normal' ? normal(look, palette) : rule(selectorOf(style), toCss(look, palette));
  });
  const characters = Object.entries(theme.characters).map(([style, look]) =>
    rule(characterSelectorOf(style), toCss(look, palette)),
  );
  return [...paragraphs, ...lists(theme), ...characters].join('\n');
}

/** What `Normal` says of type holds for the whole page; space, indent and lines are each paragraph's own. */
function normal(
  { before, indent, rule: line, keepNext, keepLines, ...type }: ParagraphLook,
  palette: Palette,
) {
  const box = { before, indent, rule: line, keepNext, keepLines };
  return [rule('body, p', toCss(type, palette)), rule('p', toCss(box, palette))];
}

function selectorOf(style: string): string {
  const element = Object.entries(ELEMENT_STYLES).find(([, name]) => name === style)?.[0];
  if (element) return element;
  for (const ordered of [false, true]) {
    const depth = [0, 1, 2].find((at) => listStyle(ordered, at) === style);
    if (depth !== undefined) return listSelector(ordered, depth);
  }
  return `p.${classOf(style)}, .${classOf(style)}`;
}

function characterSelectorOf(style: string): string {
  const element = Object.entries(ELEMENT_CHARACTERS).find(([, name]) => name === style)?.[0];
  return element ?? `.${classOf(style)}`;
}

// The innermost list decides between bullets and numbers, the number of lists around it decides the depth.
const listSelector = (ordered: boolean, depth: number): string =>
  `${':is(ul, ol) '.repeat(depth)}${ordered ? 'ol' : 'ul'} > li`;

/** Where a marker hangs and what it is; the text itself stands at the style's indent. */
function lists({ styles }: Theme): string[] {
  return [false, true].flatMap((ordered) =>
    [0, 1, 2].map((depth) => {
      const look: ParagraphLook = resolveLook(listStyle(ordered, depth), styles);
      const above = depth > 0 ? (resolveLook(listStyle(ordered, depth - 1), styles).indent ?? 0) : 0;
      return rule(listSelector(ordered, depth), {
        // Indents are counted from the page's edge in Word, from the enclosing item here.
        'padding-inline-start': '0',
        'margin-inline-start': rem((look.indent ?? 0) - above),
        'list-style-type': ordered ? 'decimal' : `"${look.marker ?? '•'}  "`,
      });
    }),
  );
}

function pageRules(theme: Theme, palette: Palette, paper: Paper, name: string): string {
  const { top, right, bottom, left } = theme.page.margin;
  const size = `size: ${PAPERS[paper].css}; margin: ${[top, right, bottom, left].map((side) => `${side}pt`).join(' ')};`;
  const sheet = `:root { --paper-width: ${rem(PAPERS[paper].width)}; --text-width: ${rem(PAPERS[paper].width - left - right)}; --margin: ${[top, right, bottom, left].map(rem).join(' ')}; }`;
  if (theme.page.footer === undefined) return `@page { ${size} }\n${sheet}`;
  const look = toCss(resolveLook('Footer', theme.styles), palette);
  const { 'margin-top': _, ...text } = look;
  const content = theme.page.footer
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '{page}') return 'counter(page)';
      if (part === '{pages}') return 'counter(pages)';
      return cssString(part === '{name}' ? name : part);
    })
    .join(' ');
  const declarations = Object.entries(text)
    .map(([key, value]) => `${key}: ${value}; `)
    .join('');
  return [
    `@page { ${size} @bottom-center { content: ${content}; ${declarations}} }`,
    '@page :first { @bottom-center { content: none; } }',
    sheet,
  ].join('\n');
}

// Inside `<style>` neither a quote nor `</` may stand as they are.
const cssString = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} .,·–/-]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`;

const rule = (selector: string, declarations: Record<string, string>): string =>
  `${selector} { ${Object.entries(declarations)
    .map(([property, value]) => `${property}: ${value};`)
    .join(' ')} }`;
