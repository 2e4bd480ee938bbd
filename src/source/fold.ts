import type { Diagnostic } from './diagnostic.js';

/**
 * Findings of the given rules that say the same of each entry of a list are told once, at the first of them, with how
 * often they come again. `diagnostics` stand in the order of the file.
 */
export function foldFindings(diagnostics: readonly Diagnostic[], rules: ReadonlySet<string>): Diagnostic[] {
  const alike = new Map<string, Diagnostic[]>();
  const kept = diagnostics.filter((diagnostic) => {
    const { rule, path, message } = diagnostic;
    if (!rules.has(rule)) return true;
    const key = [rule, path, message].join('\n').replaceAll(/\[\d+\]/g, '[]');
    const before = alike.get(key);
    before?.push(diagnostic);
    if (!before) alike.set(key, [diagnostic]);
    return !before;
  });
  const copies = new Map([...alike.values()].map((group) => [group[0], group.length - 1]));
  return kept.map((diagnostic) => {
    const more = copies.get(diagnostic) ?? 0;
    if (more === 0) return diagnostic;
    return {
      ...diagnostic,
      message: `${diagnostic.message} (and ${more === 1 ? 'once' : `${more} times`} more)`,
    };
  });
}
