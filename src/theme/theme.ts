import { onceEach } from '../once.js';
import type { FamilyName } from './families.js';
import type { Paper } from './paper.js';
import type { CharacterLook, Margin, ParagraphLook, Slack } from './schema.js';

/** A look, complete: every `extends` followed, every style merged, every template at hand. */
export interface Theme {
  name: string;
  title: string;
  description: string;
  page: { paper: Paper; margin: Margin; footer?: string };
  /** How far a page budget may press it. */
  slack: Slack;
  fonts: Record<string, FamilyName>;
  colors: Record<string, string>;
  /** Paragraph styles by Word name; `Normal` is always there. */
  styles: Record<string, ParagraphLook>;
  characters: Record<string, CharacterLook>;
  /** Ids of the sections that come first. */
  order: string[];
  /** Ids of the sections that stand beside the others; in Word and in reading they come after them. */
  aside: string[];
  titles: Titles;
  /** Template sources by name: `resume` and the partials. */
  templates: Record<string, string>;
  /** `templates/base.css`: how the contract's elements stand on paper and screen, whatever the theme. */
  baseCss: string;
  /** The theme's own style sheets: what Word has no notion of. */
  css: string;
  /** Where the page comes from a JSON Resume theme's code: all else here is for Word, text and paper. */
  package?: ThemePackage;
}

/** An npm package whose code makes the page. */
export interface ThemePackage {
  /** As npm knows it, such as `jsonresume-theme-even` or `@ada/jsonresume-theme-plain`. */
  name: string;
  /** The folder whose `node_modules` it is found in. */
  root: string;
  /** The folders that its own code and the packages it needs may lie in. */
  folders: string[];
}

/** Whether a theme's page is made by a package's code. */
export const isPackaged = (theme: Theme): theme is Theme & { package: ThemePackage } =>
  theme.package !== undefined;

/** Headings by the ids of our own sections: one for every language, or one for each by its BCP 47 tag. */
export type Titles = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** The built-in styles of Word that HTML elements stand for. Any other style is named by a class. */
export const ELEMENT_STYLES = {
  h1: 'Title',
  h2: 'Heading 1',
  h3: 'Heading 2',
  h4: 'Heading 3',
  p: 'Normal',
} as const;

/** Character styles that inline elements stand for. */
export const ELEMENT_CHARACTERS = {
  strong: 'Strong',
  em: 'Emphasis',
  code: 'Code',
  a: 'Hyperlink',
} as const;

/** The style of a list item, by depth from 0. Word's gallery knows three. */
export function listStyle(ordered: boolean, depth: number): string {
  const level = Math.min(depth, 2);
  return `List ${ordered ? 'Number' : 'Bullet'}${level > 0 ? ` ${level + 1}` : ''}`;
}

/** `Entry Title` ↔ the class `entry-title`. */
export const classOf = (style: string): string => style.toLowerCase().replaceAll(' ', '-');

/** The names of the styles in a table by their classes. */
export const stylesByClass = onceEach(
  (table: Theme['styles'] | Theme['characters']): ReadonlyMap<string, string> =>
    new Map(Object.keys(table).map((name) => [classOf(name), name])),
);
