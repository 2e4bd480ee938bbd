import type { Diagnostic } from '../../source/diagnostic.js';
import { isMap } from '../../source/is-map.js';
import { moved } from '../../source/moved.js';
import type { SourceTree } from '../../source/parse.js';
import { labelsFor } from '../../view/labels.js';
import { documentLocale } from '../locales.js';

/**
 * JSON Resume asks for no name, but a page, its title and its properties need one: what the person is stands for it,
 * else the e-mail address, else the word for the document.
 */
export function namePerson(nameless: SourceTree): { tree: SourceTree; diagnostics: Diagnostic[] } {
  const data = isMap(nameless.data) ? nameless.data : {};
  const { basics = {}, meta = {}, $schema: _, ...sections } = data;
  if (!isMap(basics) || basics.name !== undefined) return { tree: nameless, diagnostics: [] };
  const { label, ...others } = basics;
  const email = firstText(basics.email);
  const locale = documentLocale(isMap(meta) ? meta.locale : undefined);
  const [name, from, named] =
    label !== undefined
      ? [label, ['basics', 'label'], { ...others, name: label }]
      : email !== undefined
        ? [email, ['basics', 'email'], { ...basics, name: email }]
        : [labelsFor(locale).document, ['basics'], { ...basics, name: labelsFor(locale).document }];
  const empty = Object.keys(basics).length === 0 && Object.keys(sections).length === 0;
  const warning: Diagnostic = {
    severity: 'warning',
    rule: 'no-name',
    file: nameless.file,
    path: 'basics.name',
    place: nameless.keyAt(['basics']),
    message: `there is no name${empty ? ', and nothing else to show' : ''}: \`${String(name)}\` stands in its place`,
    suggestion: 'write "basics": {"name": "…"}',
  };
  const tree = moved(nameless, { ...data, basics: named }, new Map([['basics.name', from]]));
  return { tree, diagnostics: [warning] };
}

function firstText(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? value : [value];
  const text = isMap(first) ? first.value : first;
  return typeof text === 'string' ? text : undefined;
}
