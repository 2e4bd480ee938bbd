import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';

/** Where the values of a theme.yaml stand. */
export type Places = Pick<SourceTree, 'file' | 'keyAt' | 'valueAt'>;

/** What is wrong at a path of a theme.yaml beyond what its schema can say. */
export function fault(
  places: Places,
  path: readonly PropertyKey[],
  message: string,
  suggestion?: string,
): Diagnostic {
  return {
    severity: 'error',
    rule: 'theme',
    file: places.file,
    path: formatPath(path),
    place: places.valueAt(path),
    message,
    ...(suggestion && { suggestion }),
  };
}
