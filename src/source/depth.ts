/** How deep a file may nest, and how many values it may hold with its aliases followed: one to 40 bytes. */
export const LIMITS = { bytes: 1_000_000, depth: 64, nodes: 25_000 };

/**
 * The line (from 1) where a text nests too deep to be parsed; undefined where it does not. A parser that recurses can
 * be killed by depth alone, so it is measured before; text that only looks deep (65 unclosed brackets, 65 dashes in a
 * row) is no résumé either.
 */
export function tooDeepAt(text: string): number | undefined {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    for (const bracket of line.match(BRACKETS) ?? []) {
      if (bracket === '[' || bracket === '{') open++;
      else if (open > 0) open--;
      if (open > LIMITS.depth) return index + 1;
    }
    const indicators =
      INDICATORS.exec(line)?.[0]
        .trim()
        .split(/[ \t]+/) ?? [];
    if (indicators.length > LIMITS.depth || /^ {400}/.test(line)) return index + 1;
  }
  return undefined;
}

const BRACKETS = /[[\]{}]/g;

/** `- - ? &name !tag : -`: each dash, question mark or colon opens a level on the same line. */
const INDICATORS = /^[ \t]*(?:(?:[-?:]|[&!]\S*)[ \t]+)+/;
