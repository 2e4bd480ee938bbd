import type { Entry } from './divide-entries.js';
import { soundsLikeSchool } from './job-words.js';
import { datesOf } from './read-jobs.js';
import type { Degree } from './recovered.js';
import { COMMA, splitPlace } from './split-place.js';

/** The entries of an education section → degrees, each with title, subject, school and dates. */
export function readDegrees(entries: readonly Entry[]): Degree[] {
  return entries.map(({ title, below = '', period }) => {
    const swapped = soundsLikeSchool(title) && !soundsLikeSchool(below);
    const [degree, school] = swapped ? [below, title] : [title, below];
    const { name, place } = splitPlace(school);
    const [own = '', ...area] = degree.split(COMMA);
    const [named = own, within] =
      area.length > 0 ? [own] : own.split(/\s+(?:in|en|em|of Science in)\s+(?=\p{Lu})/u);
    const subject = area.length > 0 ? area.join(', ') : within;
    return {
      title: named || undefined,
      area: subject,
      institution: name || undefined,
      place,
      ...datesOf(period),
    };
  });
}
