import type { Resume } from '../resume/schema.js';
import type { Labels } from './labels.js';
import { line, present, shown, words } from './texts.js';
import { isVisible } from './texts-of.js';
import type { Pair, Text, Value } from './view.js';

// Skills, languages, interests, facts → `Term (notes): value (notes), value`.

type Skill = NonNullable<Resume['skills']>[number];
type Keywords = NonNullable<Skill['keywords']>;
type Custom = Extract<NonNullable<Resume['sections']>[number], { kind: 'pairs' }>['pairs'];

export function skills(list: Resume['skills'], labels: Labels): Pair[] {
  return gathered(
    shown(list, 'skills').map(([skill, path]) => ({
      ...named(`${path}.name`, skill.name),
      notes: levelNotes(path, skill, labels),
      values: keywordValues(`${path}.keywords`, skill.keywords, labels),
    })),
  );
}

export function languages(list: Resume['languages'], labels: Labels): Pair[] {
  return gathered(
    shown(list, 'languages').map(([entry, path]) => ({
      ...named(`${path}.language`, entry.language),
      notes: present(
        entry.fluency !== undefined && line(`${path}.fluency`, entry.fluency),
        entry.level !== undefined && line(`${path}.level`, entry.level),
      ),
      values: keywordValues(`${path}.keywords`, entry.keywords, labels),
    })),
  );
}

export function interests(list: Resume['interests'], labels: Labels): Pair[] {
  return gathered(
    shown(list, 'interests').map(([interest, path]) => ({
      ...named(`${path}.name`, interest.name),
      notes: [],
      values: keywordValues(`${path}.keywords`, interest.keywords, labels),
    })),
  );
}

/** A name whose values are all private says nothing. */
export function customPairs(path: string, list: Custom, labels: Labels): Pair[] {
  return shown(list, path)
    .map(([pair, here]) => ({
      ...named(`${here}.name`, pair.name),
      notes: [],
      values:
        typeof pair.value === 'string'
          ? [{ text: line(`${here}.value`, pair.value), notes: [] }]
          : keywordValues(`${here}.value`, pair.value, labels),
    }))
    .filter(({ values }) => values.length > 0);
}

/** A labelled fact, in a list of none or one, so that absent ones vanish where they are spread. */
export function fact(path: string, label: string, values: readonly Text[]): Pair[] {
  if (values.length === 0) return [];
  return [{ term: words(path, label), notes: [], values: values.map((text) => ({ text, notes: [] })) }];
}

/** Keywords where there is no room for levels: each a text of its own, notes joined to the words. */
export function keywordTexts(path: string, keywords: Keywords | undefined, labels: Labels): Text[] {
  const { comma, open, close } = labels.marks;
  const noted = (text: string, notes: string[]) => `${text}${open}${notes.join(comma)}${close}`;
  return keywordValues(path, keywords, labels).map(({ text, notes }) =>
    notes.length === 0
      ? text
      : {
          ...text,
          html: noted(
            text.html,
            notes.map(({ html }) => html),
          ),
          plain: noted(
            text.plain,
            notes.map(({ plain }) => plain),
          ),
        },
  );
}

function keywordValues(path: string, keywords: Keywords | undefined, labels: Labels): Value[] {
  return shown(keywords, path).map(([keyword, here]) =>
    typeof keyword === 'string'
      ? { text: line(here, keyword), notes: [] }
      : { text: line(`${here}.name`, keyword.name), notes: levelNotes(here, keyword, labels) },
  );
}

function levelNotes(
  path: string,
  { level, years }: { level?: string | undefined; years?: string | undefined },
  labels: Labels,
): Text[] {
  return present(
    level !== undefined && line(`${path}.level`, level),
    years !== undefined && line(`${path}.years`, labels.years(years)),
  );
}

const named = (path: string, name: string | undefined): { term?: Text } =>
  name === undefined ? {} : { term: line(path, name) };

/** Terms without values need no line each: `English (native), German (C1)`. */
function gathered(pairs: Pair[]): Pair[] {
  if (pairs.some((pair) => pair.values.length > 0)) return pairs.filter(isVisible);
  const values = pairs.flatMap(({ term, notes }): Value[] =>
    term ? [{ text: term, notes }] : notes.map((text) => ({ text, notes: [] })),
  );
  return values.length > 0 ? [{ notes: [], values }] : [];
}
