import type { Diagnostic } from '../source/diagnostic.js';

/** In a strict run a warning is an error, and is told as one. */
export function judged(diagnostics: readonly Diagnostic[], strict: boolean): Diagnostic[] {
  return diagnostics.map((diagnostic) => (strict ? { ...diagnostic, severity: 'error' } : diagnostic));
}
