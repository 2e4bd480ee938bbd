import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { packageRoot } from '../../src/package-root.js';
import { composePage } from '../../src/page/compose-page.js';
import { describeDocument } from '../../src/page/describe-document.js';
import { describePerson } from '../../src/page/describe-person.js';
import type { Page } from '../../src/page/page.js';
import { readResume } from '../../src/resume/read.js';
import type { Resume } from '../../src/resume/schema.js';
import type { Theme } from '../../src/theme/theme.js';
import { buildView } from '../../src/view/build-view.js';
import { escapeHtml } from '../../src/view/escape-html.js';
import { EUROPEAN } from '../../src/view/locales/language-pack.js';
import type { Photo, Text, View } from '../../src/view/view.js';

// What the tests of pages and of Word files are made from: the sample résumés, and one small view by hand.

const FOLDER = join(packageRoot(), 'resumes');
export const SAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

/** 1 May 2024, noon UTC. */
export const DATE = new Date('2024-05-01T12:00:00Z');

export function resumeOf(yaml: string): Resume {
  const { resume, diagnostics } = readResume(yaml, 'resume.yaml');
  if (!resume) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return resume;
}

export const readSample = (file: string): Resume => resumeOf(readFileSync(join(FOLDER, file), 'utf8'));

interface Options {
  paper?: Page['paper'];
  date?: Date;
  photo?: Photo;
  source?: string;
}

/** A résumé's page, without the fonts: they are long and say nothing here. */
export function pageOf(
  resume: Resume,
  theme: Theme,
  { paper = 'a4', date = DATE, photo, source }: Options = {},
): Page {
  const view = buildView(resume, { order: theme.order, aside: theme.aside, ...(photo && { photo }) });
  return composePage(view, theme, {
    paper,
    meta: { ...describeDocument(resume, view, date), ...(source !== undefined && { source }) },
    person: describePerson(resume),
    handlebars: Handlebars,
  });
}

/** A page of a view by hand. */
export function pageOfView(view: View, theme: Theme, person: object = {}, paper: Page['paper'] = 'a4'): Page {
  return composePage(view, theme, {
    paper,
    meta: { title: view.title, author: view.name.plain, lang: view.lang, keywords: [], date: DATE },
    person,
    handlebars: Handlebars,
  });
}

export const text = (plain: string, html = escapeHtml(plain)): Text => ({ path: plain, plain, html });

/** Every kind of section, every field of an entry, each text said once. */
export function fullView(): View {
  const entry = {
    title: [],
    subtitle: [],
    authors: [],
    details: [],
    about: [],
    prose: [],
    facts: [],
    keywords: [],
    parts: [],
  };
  return {
    lang: 'en',
    dir: 'ltr',
    marks: EUROPEAN.marks,
    title: 'Ada Example – Résumé',
    name: text('Ada Example'),
    label: text('Engineer'),
    contacts: [
      [{ text: text('ada@example.com', '<a href="mailto:ada@example.com">ada@example.com</a>') }],
      [{ label: text('GitHub'), text: text('ada', '<a href="https://github.com/ada">ada</a>') }],
    ],
    sections: [
      { id: 'summary', title: text('Summary'), kind: 'prose', prose: [{ paragraph: text('One sentence.') }] },
      {
        id: 'work',
        title: text('Experience'),
        kind: 'entries',
        entries: [
          {
            ...entry,
            heading: 'h3',
            title: [text('Lead')],
            subtitle: [text('Acme'), text('Paris')],
            address: text('acme.example', '<a href="https://acme.example/">acme.example</a>'),
            period: text('2020 – Present'),
            about: [{ paragraph: text('Makers of anvils.') }],
            prose: [
              { paragraph: text('Ran it.') },
              { list: { ordered: true, start: 3, items: [{ text: text('Third'), lists: [] }] } },
            ],
            list: {
              ordered: false,
              start: 1,
              items: [
                {
                  text: text('Outer'),
                  lists: [{ ordered: false, start: 1, items: [{ text: text('Inner'), lists: [] }] }],
                },
              ],
            },
            facts: [[{ term: text('Grade'), notes: [], values: [{ text: text('A'), notes: [] }] }]],
            keywords: [text('Go'), text('Rust')],
            parts: [
              { ...entry, heading: 'h4', title: [text('Assistant')], period: text('2019') },
              { ...entry, title: [text('Side job')] },
            ],
          },
        ],
      },
      {
        id: 'skills',
        title: text('Skills'),
        kind: 'pairs',
        pairs: [
          {
            term: text('Tools'),
            notes: [text('daily')],
            values: [
              { text: text('Git'), notes: [text('expert'), text('9 years')] },
              { text: text('make'), notes: [] },
            ],
          },
        ],
      },
      {
        id: 'publications',
        title: text('Publications'),
        kind: 'records',
        entries: [
          {
            ...entry,
            title: [text('A Paper')],
            subtitle: [text('A Press')],
            period: text('2018'),
            authors: [text('A. Example')],
            details: [text('p. 7')],
            prose: [{ paragraph: text('Short.') }],
          },
          { ...entry, title: [text('Another')], details: [text('in print')] },
        ],
      },
      {
        id: 'how',
        title: text('How I work'),
        kind: 'list',
        list: { ordered: false, start: 1, items: [{ text: text('Quietly'), lists: [] }] },
      },
    ],
    aside: [],
  };
}
