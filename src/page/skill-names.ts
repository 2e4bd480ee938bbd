import type { Resume } from '../resume/schema.js';
import { shown } from '../view/texts.js';

/**
 * What somebody can do, one name each, as search engines and file managers want it: a group's members, for `Daily` or
 * `Languages` says nothing by itself, and the name of a skill that has none.
 */
export function skillNames(resume: Resume): string[] {
  return shown(resume.skills, 'skills').flatMap(([{ name, keywords }]) => {
    const members = shown(keywords, '').map(([one]) => (typeof one === 'string' ? one : one.name));
    return members.length > 0 ? members : (name ?? []);
  });
}
