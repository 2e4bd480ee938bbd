import type { Diagnostic } from '../../source/diagnostic.js';
import { isMap } from '../../source/is-map.js';
import type { SourceTree } from '../../source/parse.js';
import { resumeSchema } from '../schema.js';

/** What to say of a file whose top is no résumé: a list, a text, or a map that keeps the résumé in one of its keys. */
export function notAResume({ data, file, valueAt, keyAt }: SourceTree): Diagnostic | undefined {
  const fault = { severity: 'error' as const, rule: 'wrong-type', file };
  if (Array.isArray(data)) {
    const suggestion = data.some(isMap)
      ? 'take the résumé out of its list: the file begins with { and ends with }'
      : 'write {"basics": {"name": "…"}}';
    return {
      ...fault,
      path: '',
      place: valueAt([]),
      message: 'a résumé should be a map of keys, but here is a list',
      suggestion,
    };
  }
  if (!isMap(data)) {
    return {
      ...fault,
      path: '',
      place: valueAt([]),
      message: 'a résumé should be a map of keys, but here is only a text',
      suggestion: 'write {"basics": {"name": "…"}}',
    };
  }
  const keys = Object.keys(data).filter((key) => key !== '$schema');
  const [wrapper] = keys;
  const inner = keys.length === 1 && wrapper !== undefined ? data[wrapper] : undefined;
  if (wrapper === undefined || Object.hasOwn(resumeSchema.shape, wrapper)) return undefined;
  if (!isMap(inner) || !Object.keys(inner).some((key) => ['basics', 'work', 'education'].includes(key)))
    return undefined;
  return {
    ...fault,
    path: wrapper,
    place: keyAt([wrapper]),
    message: `the résumé stands inside \`${wrapper}\``,
    suggestion: `take it out: the file begins with {"basics": …`,
  };
}
