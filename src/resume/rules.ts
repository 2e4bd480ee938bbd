import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';
import { suggest } from '../source/suggest.js';
import { nativeName } from '../source/unknown-keys.js';
import { valuesIn } from '../source/values-in.js';
import { checkIds } from './check-ids.js';
import { checkPeriods } from './check-periods.js';
import { FOREIGN_NAMES } from './foreign-names.js';
import { oddValues } from './odd-values.js';
import { type Resume, SECTION_IDS } from './schema.js';

/** What a schema cannot say: rules between fields of a valid résumé. Without `today` nothing is judged as future. */
export function checkRules(resume: Resume, tree: SourceTree, today?: Date): Diagnostic[] {
  const values = valuesIn(resume);
  return [
    ...sectionNames(resume, tree),
    ...checkPeriods(values, tree, today),
    ...checkIds(values, tree),
    ...oddValues(resume, values, tree),
  ];
}

/** The ids a résumé's sections go by: ours, and those of its custom sections. */
function sectionIds(resume: Resume): string[] {
  return [...SECTION_IDS, ...(resume.sections ?? []).map(customId)];
}

/** A custom section's own id, or one made from its title. */
export function customId(section: { id?: string | undefined; title: string }, index: number): string {
  const made = section.title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return section.id ?? (made || `section-${index + 1}`);
}

function sectionNames(resume: Resume, tree: SourceTree): Diagnostic[] {
  const known = sectionIds(resume);
  const named: { id: string; path: PropertyKey[]; place: Diagnostic['place'] }[] = [
    ...(['order', 'hidden'] as const).flatMap((key) =>
      (resume.meta?.[key] ?? []).map((id, index) => {
        const path = ['meta', key, index];
        return { id, path, place: tree.valueAt(path) };
      }),
    ),
    ...Object.keys(resume.meta?.titles ?? {}).map((id) => {
      const path = ['meta', 'titles', id];
      return { id, path, place: tree.keyAt(path) };
    }),
  ];
  const unknown = named
    .filter(({ id }) => !known.includes(id))
    .map(({ id, path, place }) => {
      const native = nativeName(id, known, FOREIGN_NAMES);
      const near = suggest(id, known);
      return {
        severity: 'error' as const,
        rule: 'unknown-section',
        file: tree.file,
        path: formatPath(path),
        ...(place && { place }),
        message: `there is no section \`${id}\``,
        suggestion: native
          ? `here it is \`${native}\``
          : near
            ? `did you mean \`${near}\`?`
            : `sections here: ${known.join(', ')}`,
      };
    });
  const doubled = (resume.sections ?? []).flatMap((section, index) => {
    const id = customId(section, index);
    if (known.indexOf(id) === SECTION_IDS.length + index) return [];
    const path = ['sections', index];
    return {
      severity: 'error' as const,
      rule: 'duplicate-id',
      file: tree.file,
      path: formatPath(path),
      place: tree.valueAt([...path, section.id ? 'id' : 'title']),
      message: `there is already a section \`${id}\``,
      suggestion: 'give this one an `id` of its own',
    };
  });
  return [...unknown, ...doubled];
}
