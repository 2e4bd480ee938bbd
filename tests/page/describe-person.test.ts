import { beforeAll, describe, expect, it } from 'vitest';
import { describeDocument } from '../../src/page/describe-document.js';
import { describePerson } from '../../src/page/describe-person.js';
import { readTheme } from '../../src/theme/read.js';
import type { Theme } from '../../src/theme/theme.js';
import { buildView } from '../../src/view/build-view.js';
import { DATE, pageOf, resumeOf } from './samples.js';

const FULL = `
basics:
  name: Ada Example
  label: "*Senior* engineer"
  email: ada@example.com
  phone: [+1 555 0100, {label: mobile, value: +1 555 0101}]
  url: ada.example
  summary: |
    Builds **bridges**.

    And tunnels.
  location: {address: 1 Main St, postalCode: "12345", city: Town, region: Region, countryCode: US}
  profiles:
    - {network: GitHub, username: ada, url: https://github.com/ada}
    - {network: Elsewhere, username: ada}
    - {network: Bad, url: "javascript:alert(1)"}
work:
  - {name: Acme, position: Lead, url: https://acme.example, startDate: 2020}
  - {name: Beta, position: Dev, startDate: 2015, endDate: 2019}
  - {name: Gamma, position: Advisor, startDate: 2018, endDate: present}
education:
  - {institution: "[A University](https://uni.example)", area: Maths}
awards: [{title: First prize}, {title: Second *prize*}]
languages: [{language: English}, {language: French}]
skills: [{name: Rust}, {name: "\`C\`"}]
`;

describe('the description of the person', () => {
  it('is a schema.org Person with what the page shows', () => {
    expect(describePerson(resumeOf(FULL))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'Ada Example',
      jobTitle: 'Senior engineer',
      description: 'Builds bridges.',
      email: 'ada@example.com',
      telephone: ['+1 555 0100', '+1 555 0101'],
      url: 'https://ada.example/',
      sameAs: 'https://github.com/ada',
      address: {
        '@type': 'PostalAddress',
        streetAddress: '1 Main St',
        postalCode: '12345',
        addressLocality: 'Town',
        addressRegion: 'Region',
        addressCountry: 'US',
      },
      worksFor: [
        { '@type': 'Organization', name: 'Acme', url: 'https://acme.example/' },
        { '@type': 'Organization', name: 'Gamma' },
      ],
      alumniOf: { '@type': 'EducationalOrganization', name: 'A University' },
      award: ['First prize', 'Second prize'],
      knowsLanguage: ['English', 'French'],
      knowsAbout: ['Rust', 'C'],
    });
  });

  it('leaves out what is absent', () => {
    expect(describePerson(resumeOf('basics: {name: Ada}'))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'Ada',
    });
  });

  it.each([
    ['a job without any dates', '{name: A}', undefined],
    ['a job that ended', '{name: A, startDate: 2010, endDate: 2012}', undefined],
    ['a job with an end and no beginning', '{name: A, endDate: 2012}', undefined],
    ['a job with an end in words', '{name: A, startDate: 2010, endDate: last spring}', undefined],
    ['a job that goes on', '{name: A, startDate: 2010}', 'A'],
    ['a job until now', '{name: A, endDate: Present}', 'A'],
    [
      'roles that all ended',
      '{name: A, roles: [{position: P, startDate: 2010, endDate: 2012}, {position: Q, endDate: 2015}]}',
      undefined,
    ],
    [
      'a role that goes on',
      '{name: A, roles: [{position: P, startDate: 2012}, {position: Q, endDate: 2012}]}',
      'A',
    ],
    [
      'a private role that goes on',
      '{name: A, roles: [{position: P, startDate: 2012, private: true}, {position: Q, endDate: 2012}]}',
      undefined,
    ],
    ['a job that nobody names', '{position: P, startDate: 2012}', undefined],
  ])('says of %s what the page says', (_, job, name) => {
    const person = describePerson(resumeOf(`{basics: {name: Ada}, work: [${job}]}`)) as {
      worksFor?: { name: string };
    };
    expect(person.worksFor?.name).toBe(name);
  });
});

// Everything an author may keep back, each with a word that must not get out.
const SECRET = `
basics:
  name: Ada
  label: Engineer
  email: [{value: secret1@example.com, private: true}, open@example.com]
  phone: [{value: "555-secret2", private: true}]
  url: [{value: https://secret3.example, private: true}]
  profiles: [{network: secret4, username: secret5, url: https://secret6.example, private: true}]
work:
  - {name: secret7, position: secret8, url: https://secret9.example, startDate: 2020, private: true}
  - {name: Open, position: P, startDate: 2020, projects: [{name: secret10, private: true}],
     roles: [{position: secret11, private: true}, {position: Q}],
     highlights: [{text: secret12, private: true}], keywords: [{name: secret13, private: true}]}
education:
  - {institution: secret14, area: secret15, url: https://secret16.example, private: true}
  - {institution: Uni, courses: [{name: secret17, private: true}]}
awards: [{title: secret18, private: true}]
languages: [{language: secret19, private: true}, {language: Welsh, keywords: [{name: secret20, private: true}]}]
skills: [{name: secret21, private: true}, {name: Go, keywords: [{name: secret22, private: true}]}]
certificates: [{name: secret23, private: true}]
publications: [{name: secret24, private: true}]
talks: [{name: secret25, private: true}]
patents: [{name: secret26, private: true}]
memberships: [{organization: secret27, private: true}]
volunteer: [{organization: secret28, private: true}]
interests: [{name: secret29, private: true}]
references: [{name: secret30, private: true}]
projects: [{name: secret31, private: true}, {name: P, projects: [{name: secret32, private: true}]}]
sections: [{title: secret33, kind: text, text: secret34, private: true}]
`;

const HIDDEN = `
basics: {name: Ada, label: Engineer, summary: secret1}
work: [{name: secret2, position: secret3, startDate: 2020}]
education: [{institution: secret4}]
awards: [{title: secret5}]
languages: [{language: secret6}]
skills: [{name: secret7}]
projects: [{name: secret8}]
sections: [{id: mine, title: secret9, kind: text, text: secret10}]
meta: {hidden: [summary, work, education, awards, languages, skills, projects, mine]}
`;

describe('what the author keeps back', () => {
  let theme: Theme;
  beforeAll(async () => {
    theme = await readTheme('classic');
  });

  it.each([
    ['private', SECRET],
    ['in hidden sections', HIDDEN],
  ])('because it is %s is nowhere in the page or its properties', (_, yaml) => {
    const resume = resumeOf(yaml);
    expect(JSON.stringify(describePerson(resume))).not.toContain('secret');
    expect(JSON.stringify(describeDocument(resume, buildView(resume), DATE))).not.toContain('secret');
    expect(pageOf(resume, theme).html).not.toContain('secret');
  });

  it('leaves the rest as it is', () => {
    expect(describePerson(resumeOf(SECRET))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'Ada',
      jobTitle: 'Engineer',
      email: 'open@example.com',
      worksFor: { '@type': 'Organization', name: 'Open' },
      alumniOf: { '@type': 'EducationalOrganization', name: 'Uni' },
      knowsLanguage: 'Welsh',
      knowsAbout: 'Go',
    });
    expect(describePerson(resumeOf(HIDDEN))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'Ada',
      jobTitle: 'Engineer',
    });
  });
});
