import { type Diagnostic, formatPath } from '../../source/diagnostic.js';
import { isMap } from '../../source/is-map.js';
import { moved } from '../../source/moved.js';
import type { SourceTree } from '../../source/parse.js';
import { kindsOf } from '../../source/schema-kinds.js';
import { spelling } from '../../source/suggest.js';
import { safeHref } from '../links.js';
import { resumeSchema } from '../schema.js';
import { meantKey } from './meant-key.js';

// What JSON Resume says of the person, gathered where we look for it: an e-mail address at the top of the file belongs
// into `basics`, `linkedin` in `basics` is a profile, and a first and a last name are one name.

const NETWORKS = new Map(
  (
    'LinkedIn GitHub GitLab Bitbucket Twitter X Mastodon Bluesky Facebook Instagram YouTube Medium Xing Dribbble ' +
    'Behance ORCID Kaggle LeetCode CodePen Telegram Skype StackOverflow'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name] as const),
);
const FIRST_NAMES = new Set(['firstname', 'givenname', 'forename']);
const LAST_NAMES = new Set(['lastname', 'familyname', 'surname']);

type Path = readonly PropertyKey[];
interface Gathering {
  /** A path of the new data → where that stands in the file. */
  origins: Map<string, Path>;
  tell: (from: Path, as: string) => void;
}

/** The same tree with all of the person in `basics`, and a warning for each thing that stood elsewhere. */
export function gatherPerson(raw: SourceTree): { tree: SourceTree; diagnostics: Diagnostic[] } {
  const { data } = raw;
  if (!isMap(data) || !isMap(data.basics ?? {})) return { tree: raw, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<string, Path>();
  const tell = (from: Path, as: string) => {
    diagnostics.push({
      severity: 'warning',
      rule: 'odd-name',
      file: raw.file,
      path: formatPath(from),
      place: raw.keyAt(from),
      message: `\`${formatPath(from)}\` is read as ${as}`,
      suggestion: 'write it there',
    });
  };
  const top = new Map(Object.entries(data));
  const basics = new Map<string, unknown>(Object.entries(data.basics ?? {}));
  takeStrays(top, basics, { origins, tell });
  joinNames(basics, { origins, tell });
  listNetworks(basics, { origins, tell });
  if (diagnostics.length === 0) return { tree: raw, diagnostics };
  top.set('basics', Object.fromEntries(basics));
  return { tree: moved(raw, Object.fromEntries(top), origins), diagnostics };
}

/** What stands at the top, means nothing there, and means something in `basics`. */
function takeStrays(
  top: Map<string, unknown>,
  basics: Map<string, unknown>,
  { origins, tell }: Gathering,
): void {
  const { shape } = resumeSchema;
  const [person = {}] = kindsOf(shape.basics, undefined).shapes;
  for (const [key, value] of [...top]) {
    if (Object.hasOwn(shape, key) || meantKey(key, shape, value) !== undefined) continue;
    const isPart = [FIRST_NAMES, LAST_NAMES, NETWORKS].some((parts) => parts.has(spelling(key)));
    const name = isPart ? key : meantKey(key, person, value);
    if (name === undefined || basics.has(name)) continue;
    // The parts of something are told of when it is put together.
    if (!isPart) tell([key], `\`basics.${name}\``);
    origins.set(formatPath(['basics', name]), [key]);
    basics.set(name, value);
    top.delete(key);
  }
}

function joinNames(basics: Map<string, unknown>, { origins, tell }: Gathering): void {
  if (basics.has('name')) return;
  const parts = [FIRST_NAMES, LAST_NAMES].flatMap((names) =>
    [...basics].filter(([key, value]) => names.has(spelling(key)) && typeof value === 'string').slice(0, 1),
  );
  for (const [key] of parts) {
    const from = placeOf(key, origins);
    tell(from, 'a part of `basics.name`');
    origins.set('basics.name', from);
    basics.delete(key);
  }
  if (parts.length > 0) basics.set('name', parts.map(([, text]) => String(text).trim()).join(' '));
}

function listNetworks(basics: Map<string, unknown>, { origins, tell }: Gathering): void {
  const listed = basics.get('profiles') ?? [];
  if (!Array.isArray(listed)) return;
  const profiles: unknown[] = [...listed];
  for (const [key, value] of [...basics]) {
    const network = NETWORKS.get(spelling(key));
    if (network === undefined || typeof value !== 'string') continue;
    const from = placeOf(key, origins);
    tell(from, 'one of `basics.profiles`');
    origins.set(formatPath(['basics', 'profiles', profiles.length]), from);
    profiles.push({ network, [safeHref(value) === undefined ? 'username' : 'url']: value });
    basics.delete(key);
  }
  if (profiles.length > 0) basics.set('profiles', profiles);
}

const placeOf = (key: string, origins: Gathering['origins']): Path =>
  origins.get(formatPath(['basics', key])) ?? ['basics', key];
