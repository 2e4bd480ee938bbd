import type { UaRule } from '../ua/ua-fault.js';
import type { CheckSeverity, Rule } from './rule.js';

// PDF/UA-1 (ISO 14289-1): whether people who do not see the page can read it. What the checker finds beyond these has rules
// of its own: `untagged`, `no-language`, `image-alt`, `heading-order` and those about fonts. An untagged file has no
// structure to judge.

const uaRule = (id: UaRule, severity: CheckSeverity, wrong: string, fix: string): Rule => ({
  id,
  severity,
  formats: ['pdf'],
  wrong,
  fix,
  judge: ({ extraction: { pdf } }) =>
    (pdf?.ua ?? []).filter(({ rule }) => rule === id).map(({ clause, place }) => `${place} (${clause})`),
});

export const UA_RULES: readonly Rule[] = [
  uaRule(
    'ua-untagged-content',
    'warning',
    'something on the page is neither tagged nor marked as decoration, so screen readers skip it or guess',
    'tag what is to be read, mark the rest as artifacts',
  ),
  uaRule(
    'ua-artifact',
    'warning',
    'decoration and text are marked inside each other, so a screen reader cannot tell them apart',
    'mark decoration by itself',
  ),
  uaRule(
    'ua-marked',
    'warning',
    'it does not vouch for its own tags, so readers may ignore them',
    'export it as tagged PDF, with MarkInfo saying Marked, and not Suspects',
  ),
  uaRule(
    'ua-role',
    'warning',
    'a tag is none that readers know, and no other is named in its place',
    'map it to a standard type in the role map',
  ),
  uaRule(
    'ua-nesting',
    'warning',
    'tags stand where they may not: lists or tables do not hold what they are made of',
    'export it again from real lists and tables; in a list, items of a label and a body',
  ),
  uaRule(
    'ua-table',
    'warning',
    'the cells of a table leave holes or overlap, or have headers that nobody can tell',
    'make every row as long as the first, and let headers say whether they are of a row or a column',
  ),
  uaRule(
    'ua-headings',
    'warning',
    'headings with and without a level are mixed, so there is no outline',
    'use H1 to H6 only',
  ),
  uaRule('ua-note', 'warning', 'notes cannot be told apart', 'give each an ID of its own'),
  uaRule(
    'ua-link',
    'warning',
    'a link is not tagged as one, or does not say in words what it is',
    'tag it as Link, and give its annotation Contents',
  ),
  uaRule(
    'ua-annotation',
    'warning',
    'a form field, comment or other annotation is not tagged, or says nothing of itself',
    'take it out, or tag and describe it',
  ),
  uaRule(
    'ua-tab-order',
    'warning',
    'the tabulator does not go through the links in the order they are read',
    'set the tab order of each page to that of the structure',
  ),
  uaRule('ua-language', 'warning', 'a language is named by no valid tag', 'use tags such as en or pt-BR'),
  uaRule(
    'ua-attachment',
    'info',
    'an attached file does not say its name in both ways that readers look for',
    'give its file specification F and UF',
  ),
  uaRule(
    'ua-layer',
    'warning',
    'its layers have no names, or come and go by themselves',
    'export it without layers',
  ),
  uaRule(
    'ua-form',
    'warning',
    'a form in it has fields that readers cannot know',
    'export it without fields to fill in',
  ),
  uaRule(
    'ua-font',
    'warning',
    'a font shows what it has no glyph or no letter for, or finds them by the wrong table',
    'embed another font, or set the text in one that has its letters',
  ),
  uaRule(
    'ua-window-title',
    'info',
    'windows show the name of the file and not its title',
    'have the document’s title shown (DisplayDocTitle)',
  ),
  uaRule('ua-metadata', 'info', 'it has no XMP metadata with a title', 'export it with XMP metadata'),
  uaRule(
    'ua-identification',
    'info',
    'it does not say that it follows PDF/UA-1, so nobody can rely on it',
    'export it as PDF/UA-1, if it follows that',
  ),
];
