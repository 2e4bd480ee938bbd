import { type Diagnostic, parsePath } from './diagnostic.js';
import type { SourceTree } from './parse.js';

/**
 * The same findings, each about the tree's file with the place its path leads to where it had none; one about a value that
 * does not stand in the file is about how the user gave it, and has no place.
 */
export function placed(diagnostics: readonly Diagnostic[], tree: SourceTree): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { place, file, path } = diagnostic;
    if (file !== tree.file || path === '') return diagnostic;
    const given = tree.givenAt?.(path);
    if (given !== undefined) {
      const { place: _, ...rest } = diagnostic;
      return { ...rest, file: given };
    }
    if (place) return diagnostic;
    return { ...diagnostic, place: tree.valueAt(parsePath(path)) };
  });
}
