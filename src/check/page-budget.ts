import type { Diagnostic } from '../source/diagnostic.js';

/** A warning when a finished PDF has more pages than `meta.pages` allows. */
export function checkBudget(pdf: Uint8Array, allowed: number, file: string): Diagnostic[] {
  // One dictionary a page, none of them compressed (ISO 32000-1, 7.7.3.3).
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages <= allowed) return [];
  const many = (count: number) => `${count} page${count === 1 ? '' : 's'}`;
  return [
    {
      severity: 'warning',
      rule: 'too-many-pages',
      file,
      path: 'meta.pages',
      message: `the PDF has ${many(pages)}, and \`meta.pages\` allows ${many(allowed)}`,
      suggestion: 'leave out what matters least, or allow more',
    },
  ];
}
