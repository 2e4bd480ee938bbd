import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import { moved } from '../source/moved.js';
import type { SourceTree } from '../source/parse.js';
import { kindsOf } from '../source/schema-kinds.js';
import { safeHref } from './links.js';
import { isMap } from './list-parts.js';
import { meantKey } from './meant-key.js';
import { resumeSchema } from './schema.js';

// What JSON Resume says of the person, gathered where we look for it: an e-mail address at the top of the file belongs
// into `basics`, `linkedin` in `basics` is a profile, and a first and a last name are one name.

const NETWORKS = new Map(
  'LinkedIn GitHub GitLab Bitbucket Twitter X Mastodon Bluesky Facebook Instagram YouTube Medium Xing Dribbble Behance ORCID Kaggle LeetCode CodePen Telegram Skype StackOverflow'
    .split(' ')
    .map((name) => [name.toLowerCase(), name] as const),
);

const FIRST = new Set(['firstname', 'givenname', 'forename']);
const LAST = new Set(['lastname', 'familyname', 'surname']);

export function gatherPerson(raw: SourceTree): { tree: SourceTree; diagnostics: Diagnostic[] } {
  const { data } = raw;
  if (!isMap(data) || !isMap(data.basics ?? {})) return { tree: raw, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<string, readonly PropertyKey[]>();
  const basics = new Map<string, unknown>(Object.entries(data.basics ?? {}));
  const top = new Map<string, unknown>(Object.entries(data));

  /** Puts what stands at `from` to `to`, its new place in the file's data. */
  const move = (from: readonly PropertyKey[], to: readonly PropertyKey[], as: string) => {
    origins.set(formatPath(to), from);
    diagnostics.push({
      severity: 'warning',
      rule: 'odd-name',
      file: raw.file,
      path: formatPath(from),
      place: raw.keyAt(from),
      message: `\`${formatPath(from)}\` is read as ${as}`,
      suggestion: `write it there`,
    });
  };

  const rootShape = resumeSchema.shape;
  const [shape = {}] = kindsOf(rootShape.basics, undefined).shapes;
  for (const [key, value] of Object.entries(data)) {
    if (Object.hasOwn(rootShape, key) || meantKey(key, rootShape, value) !== undefined) continue;
    const isPart = [FIRST, LAST, NETWORKS].some((parts) => parts.has(spelling(key)));
    const name = isPart ? key : meantKey(key, shape, value);
    if (name === undefined || basics.has(name)) continue;
    if (isPart) origins.set(formatPath(['basics', name]), [key]);
    else move([key], ['basics', name], `\`basics.${name}\``);
    basics.set(name, value);
    top.delete(key);
  }

  const places = (key: string) => origins.get(formatPath(['basics', key])) ?? ['basics', key];
  const names = [FIRST, LAST].map((kind) => [...basics.keys()].find((key) => kind.has(spelling(key))));
  const [first, last] = names.filter((key) => key !== undefined && typeof basics.get(key) === 'string');
  if (first !== undefined && !basics.has('name')) {
    const parts = [first, last].flatMap((key) => (key === undefined ? [] : [key]));
    for (const key of parts) move(places(key), ['basics', 'name'], 'a part of `basics.name`');
    basics.set('name', parts.map((key) => String(basics.get(key)).trim()).join(' '));
    for (const key of parts) basics.delete(key);
  }

  const listed = basics.get('profiles') ?? [];
  const profiles: unknown[] = Array.isArray(listed) ? [...listed] : [];
  for (const [key, value] of Array.isArray(listed) ? [...basics] : []) {
    const network = NETWORKS.get(spelling(key));
    if (network === undefined || typeof value !== 'string') continue;
    move(places(key), ['basics', 'profiles', profiles.length], 'one of `basics.profiles`');
    const isAddress = safeHref(value) !== undefined;
    basics.set('profiles', profiles);
    profiles.push({ network, [isAddress ? 'url' : 'username']: value });
    basics.delete(key);
  }
  if (diagnostics.length === 0) return { tree: raw, diagnostics };
  top.set('basics', Object.fromEntries(basics));
  return { tree: moved(raw, Object.fromEntries(top), origins), diagnostics };
}

const spelling = (key: string): string => key.toLowerCase().replaceAll(/[_\s-]/g, '');
