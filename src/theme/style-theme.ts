import type { Style } from '../resume/style.js';
import { scaleTheme } from './scale-theme.js';
import type { ParagraphLook } from './schema.js';
import { resolveLook } from './styles.js';
import type { Theme } from './theme.js';

// A theme and somebody's taste → the theme as that person likes it. It happens before a page is composed, so that PDF, HTML
// and Word all wear the same.

/** Shares of what the theme has, of the space above paragraphs and of line heights. */
const DENSITY = {
  compact: { space: 0.6, line: 0.95 },
  normal: { space: 1, line: 1 },
  airy: { space: 1.5, line: 1.1 },
};
/** The smallest type that a theme can say. */
const SMALLEST = 6;

/** Pure; what the style does not speak of stays as the theme has it, and without any the theme itself comes back. */
export function styleTheme(theme: Theme, style: Style = {}): Theme {
  if (Object.keys(style).length === 0) return theme;
  const { size: body } = resolveLook('Normal', theme.styles);
  const { size = body, density = 'normal', accent } = style;
  const type = size === undefined || body === undefined ? 1 : size / body;
  const { space, line } = DENSITY[density];
  const { slack } = theme;
  // What a page budget leaves is a share of the theme's own space, not of what taste has made of it.
  const spacing = slack.spacing === undefined ? {} : { spacing: Math.min(1, slack.spacing / space) };
  const worn = withFonts(scaleTheme(theme, { type, space, line }, SMALLEST), style.font);
  return {
    ...worn,
    slack: { ...slack, ...spacing },
    colors: { ...worn.colors, ...(accent !== undefined && { accent }) },
  };
}

/** The styles that are headings where the theme has no font of that name. */
const HEADINGS = ['Title', 'Heading 1'];

function withFonts(theme: Theme, font: Style['font']): Theme {
  if (font === undefined) return theme;
  if (typeof font === 'string') {
    const names = Object.keys(theme.fonts).filter((name) => name !== 'mono');
    return { ...theme, fonts: { ...theme.fonts, ...Object.fromEntries(names.map((name) => [name, font])) } };
  }
  const { body, headings, mono } = font;
  const fonts = {
    ...theme.fonts,
    ...(body !== undefined && { body }),
    ...(headings !== undefined && { headings }),
    ...(mono !== undefined && { mono }),
  };
  if (headings === undefined || theme.fonts.headings !== undefined) return { ...theme, fonts };
  const looks = HEADINGS.map((name): [string, ParagraphLook] => [
    name,
    { ...theme.styles[name], font: 'headings' },
  ]);
  return { ...theme, fonts, styles: { ...theme.styles, ...Object.fromEntries(looks) } };
}
