import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';

/** What is wrong at a path of a theme.yaml beyond what its schema can say. */
export function fault(
  tree: SourceTree,
  path: readonly PropertyKey[],
  message: string,
  suggestion?: string,
): Diagnostic {
  return {
    severity: 'error',
    rule: 'theme',
    file: tree.file,
    path: formatPath(path),
    place: tree.valueAt(path),
    message,
    ...(suggestion && { suggestion }),
  };
}
