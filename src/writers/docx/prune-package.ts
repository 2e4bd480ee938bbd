import { posix } from 'node:path';

// The parts docx writes → those a résumé has. It adds notes nobody wrote and properties without a property, names kinds
// of files that are not there, and keeps lists of relationships with nothing in them; an empty part is a question to
// whoever opens the package.

const UNWANTED = new Set(['word/footnotes.xml', 'word/endnotes.xml', 'docProps/custom.xml']);

/** Parts by name, without those unwanted and without whatever spoke of them (ISO/IEC 29500-2, 9 and 10). */
export function prunePackage<Part>(parts: ReadonlyMap<string, Part | string>): Map<string, Part | string> {
  const kept = new Map([...parts].filter(([name]) => !UNWANTED.has(name)));
  for (const [name, part] of kept) {
    if (typeof part !== 'string' || !name.endsWith('.rels')) continue;
    const owner = posix.dirname(posix.dirname(name));
    const rels = part.replaceAll(/<Relationship [^>]*\/>/g, (relationship) => {
      const target = posix.join(owner, attribute(relationship, 'Target'));
      return attribute(relationship, 'TargetMode') === 'External' || kept.has(target) ? relationship : '';
    });
    if (rels.includes('<Relationship ')) kept.set(name, rels);
    else kept.delete(name);
  }
  const types = kept.get('[Content_Types].xml');
  if (typeof types === 'string') kept.set('[Content_Types].xml', withoutAbsent(types, [...kept.keys()]));
  return kept;
}

/** The list of content types, for parts and kinds of files that are there. */
function withoutAbsent(types: string, names: readonly string[]): string {
  return types.replaceAll(/<(Default|Override) [^>]*\/>/g, (entry, kind: string) => {
    const extension = `.${attribute(entry, 'Extension')}`;
    const there =
      kind === 'Override'
        ? names.includes(attribute(entry, 'PartName').slice(1))
        : names.some((name) => name.endsWith(extension));
    return there ? entry : '';
  });
}

const attribute = (element: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1] ?? '';
