import { expect, it } from 'vitest';
import { textsOf } from '../../src/view/texts-of.js';
import { viewOf } from './view-of.js';

const HIDDEN = 'private: true';

it('what is private is nowhere in the view, and what stands beside it is', () => {
  const view = viewOf(`
basics:
  name: Ada
  email: [{value: seen1@x.org}, {value: secret@x.org, ${HIDDEN}}]
  phone: [{label: secret, value: 555 01, ${HIDDEN}}]
  url: [{label: secret, value: secret.org, ${HIDDEN}}]
  profiles: [{network: secret, ${HIDDEN}}, {username: seen2}]
work:
  - {name: secret, ${HIDDEN}}
  - name: seen3
    highlights:
      - {text: secret, ${HIDDEN}, highlights: [secret]}
      - text: seen4
        highlights: [{text: secret, ${HIDDEN}}, seen5]
    keywords: [{name: secret, ${HIDDEN}}, seen6]
    roles:
      - {position: secret, ${HIDDEN}}
      - position: seen7
        projects: [{name: secret, ${HIDDEN}}, {name: seen8, private: false}]
    projects: [{name: secret, ${HIDDEN}}, {name: seen9}]
volunteer: [{organization: secret, ${HIDDEN}}]
education:
  - {institution: secret, ${HIDDEN}}
  - {institution: seen10, courses: [{name: secret, ${HIDDEN}}, {name: seen11}]}
projects:
  - {name: secret, ${HIDDEN}}
  - {name: seen12, projects: [{name: secret, ${HIDDEN}}]}
skills:
  - {name: secret, ${HIDDEN}, keywords: [secret]}
  - {name: seen13, keywords: [{name: secret, ${HIDDEN}}, seen14]}
languages: [{language: secret, ${HIDDEN}}, {language: seen15}]
certificates: [{name: secret, ${HIDDEN}}]
awards: [{title: secret, ${HIDDEN}}]
publications: [{name: secret, ${HIDDEN}}, {name: seen16}]
talks: [{name: secret, ${HIDDEN}}]
patents: [{name: secret, ${HIDDEN}}]
memberships: [{organization: secret, ${HIDDEN}}]
interests: [{name: secret, ${HIDDEN}}]
references:
  - {name: secret, ${HIDDEN}}
  - {name: seen17, email: [{value: secret@x.org, ${HIDDEN}}]}
sections:
  - {title: secret, ${HIDDEN}, kind: text, text: secret}
  - {title: secret list, kind: list, items: [{text: secret, ${HIDDEN}}]}
  - {title: seen18, kind: list, items: [{text: secret, ${HIDDEN}}, seen19]}
  - {title: seen20, kind: pairs, pairs: [{name: secret, value: secret, ${HIDDEN}}, {name: seen21, value: [seen22, {name: secret, ${HIDDEN}}]}]}
  - {title: seen23, kind: entries, entries: [{name: secret, ${HIDDEN}}, {name: seen24}]}
`);
  expect(JSON.stringify(view)).not.toMatch(/secret|555/);
  const seen = textsOf(view).flatMap(({ plain }) => plain.match(/seen\d+/g) ?? []);
  expect(new Set(seen)).toEqual(new Set(Array.from({ length: 24 }, (_, i) => `seen${i + 1}`)));
  expect(view.sections.map(({ id }) => id)).toEqual([
    'work',
    'projects',
    'education',
    'skills',
    'languages',
    'publications',
    'seen18',
    'seen20',
    'seen23',
    'references',
  ]);
});

it('of a job with one visible role, the employer still leads', () => {
  const [section] = viewOf(
    `work: [{name: N, position: O, roles: [{position: P}, {position: Q, ${HIDDEN}}]}]`,
  ).sections;
  expect(section?.kind === 'entries' && section.entries[0]?.title[0]?.plain).toBe('N');
});

it('of a job without visible roles, the position leads', () => {
  const [section] = viewOf(`work: [{name: N, position: P, roles: [{position: Q, ${HIDDEN}}]}]`).sections;
  expect(section?.kind === 'entries' && section.entries[0]?.title[0]?.plain).toBe('P');
});
