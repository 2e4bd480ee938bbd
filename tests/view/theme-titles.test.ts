import { describe, expect, it } from 'vitest';
import { viewOf } from './view-of.js';

const RESUME = `
work: [{name: Northwind}]
skills: [{name: Go}]
sections: [{id: grants, title: Grants, kind: text, text: x}]
`;
const titles = { work: { en: 'Engagements', 'pt-BR': 'Trabalhos' }, skills: 'Tools', grants: 'Funding' };
const headings = (meta: string, own: NonNullable<Parameters<typeof viewOf>[1]>['titles'] = titles) =>
  viewOf(`${RESUME}${meta}`, { titles: own }).sections.map(({ title }) => title.plain);

describe('the headings of a theme', () => {
  it('come before those of the language, and leave the author’s own sections alone', () => {
    expect(headings('')).toEqual(['Engagements', 'Tools', 'Grants']);
  });

  it('come after those of the résumé', () => {
    expect(headings('meta: {titles: {work: Jobs}}')).toEqual(['Jobs', 'Tools', 'Grants']);
  });

  it('are those of the nearest language, or the language’s own where there is none', () => {
    expect(headings('meta: {locale: en-GB}')[0]).toBe('Engagements');
    expect(headings('meta: {locale: pt}')[0]).toBe('Trabalhos');
    expect(headings('meta: {locale: de}')).toEqual(['Berufserfahrung', 'Tools', 'Grants']);
    expect(headings('', { work: { de: 'Mandate' } })[0]).toBe('Experience');
  });
});
