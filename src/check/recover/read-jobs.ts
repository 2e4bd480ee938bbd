import type { Entry } from './divide-entries.js';
import { soundsLikeEmployer, soundsLikePosition } from './job-words.js';
import type { Job, Stretch } from './recovered.js';
import { COMMA, splitPlace } from './split-place.js';

// In: the entries of a work section. Out: jobs, each with title, employer and dates. Why: this is the table an applicant
// system fills in.

export function readJobs(entries: readonly Entry[]): Job[] {
  return entries.flatMap((entry) =>
    isEmployer(entry) ? entry.parts.map((part) => role(part, entry)) : job(entry),
  );
}

function job({ title, below, period }: Entry): Job {
  const dates = datesOf(period);
  if (below === undefined) {
    const [first, ...rest] = title.split(/\t|\s+[|·•–—@]\s+|\s+(?:at|bei|chez|presso|bij|w|в)\s+(?=\p{Lu})/u);
    const parts =
      rest.length === 0 && soundsLikePosition(title) ? title.split(COMMA) : [first ?? '', ...rest];
    const [own, employer, ...place] = parts.length > 2 || rest.length > 0 ? parts : [title];
    return { title: own, employer, place: place.join(', ') || undefined, ...dates };
  }
  const other = splitPlace(below);
  const swapped =
    (soundsLikePosition(below) && !soundsLikePosition(title)) ||
    (soundsLikeEmployer(title) && !soundsLikeEmployer(below) && !soundsLikePosition(title));
  if (!swapped) return { title, employer: other.name, place: other.place, ...dates };
  const { name, place } = splitPlace(title);
  return { title: below, employer: name, place, ...dates };
}

/** One of several positions: the employer stands above it, the line below it is the place. */
function role({ title, below, period }: Entry, employer: Entry): Job {
  return {
    title,
    employer: splitPlace(employer.title).name,
    place: below ?? employer.below,
    ...datesOf(period),
  };
}

/**
 * Whether an entry is an employer with positions below, and not a position with projects below: the positions fill the
 * employer's time from end to end, unless the words say otherwise.
 */
function isEmployer({ title, period, parts }: Entry): boolean {
  const stretches = parts.flatMap((part) => part.period ?? []);
  if (stretches.length === 0) return false;
  const partsSound = parts.some((part) => soundsLikePosition(part.title));
  if (soundsLikePosition(title) !== partsSound) return partsSound;
  if (!period) return true;
  const first = stretches.map(({ start = '' }) => start).sort()[0];
  const last = stretches
    .map(({ end = '' }) => end)
    .sort()
    .at(-1);
  return first === period.start && last === period.end;
}

export function datesOf(period: Stretch | undefined): Stretch {
  return period ? { start: period.start, end: period.end } : {};
}
