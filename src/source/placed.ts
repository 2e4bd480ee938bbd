import { type Diagnostic, parsePath } from './diagnostic.js';
import type { SourceTree } from './parse.js';

/** The same findings, each about the tree's file with the place its path leads to where it had none. */
export function placed(diagnostics: readonly Diagnostic[], tree: SourceTree): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { place, file, path } = diagnostic;
    if (place || file !== tree.file || path === '') return diagnostic;
    return { ...diagnostic, place: tree.valueAt(parsePath(path)) };
  });
}
