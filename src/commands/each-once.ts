import type { Diagnostic } from '../source/diagnostic.js';

/** Diagnostics as they are told: what a theme does wrong, it does in every résumé, and it is one finding all the same. */
export function eachOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const kinds = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { rule, file, path, place, message } = diagnostic;
    const kind = JSON.stringify([rule, file, path, place?.line, place?.column, message]);
    if (!kinds.has(kind)) kinds.set(kind, diagnostic);
  }
  return [...kinds.values()];
}
