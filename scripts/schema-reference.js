// The résumé's JSON Schema → docs/schema.md: every field, what to write and what it is for. Made from the schema, so that
// it cannot say anything else.

/** The reference as Markdown. */
export function schemaReference(schema) {
  const { $defs: kinds, properties } = schema;
  return `${[
    INTRODUCTION,
    table(
      ['kind', 'what you write'],
      READABLE.map((id) => [kinds[id].title.toLowerCase(), kinds[id].description]),
    ),
    'Text of every kind but dates and plain values may be a map of languages, `{en: …, de: …}`; `meta.locale` chooses.',
    MARKS,
    ...Object.entries(properties)
      .filter(([key]) => key !== '$schema')
      .flatMap(([key, node]) => part(key, node)),
  ].join('\n\n')}\n`;

  /** A heading, what it is, its fields, then the maps inside it. */
  function part(path, node) {
    const maps = mapsOf(node);
    const list = node.type?.includes('array');
    const here = list ? `${path}[]` : path;
    return [
      `${'#'.repeat(path.includes('.') ? 3 : 2)} \`${here}\``,
      ...(node.description ? [node.description] : []),
      ...maps.flatMap((map) => fieldsOf(map, maps.length > 1)),
      ...maps.flatMap((map) =>
        Object.entries(map.properties ?? {})
          .filter(([, inner]) => mapsOf(inner).length > 0)
          .flatMap(([key, inner]) => part(`${here}.${key}`, inner)),
      ),
    ];
  }

  function fieldsOf(map, oneOfSeveral) {
    const rows = Object.entries(map.properties ?? {})
      .filter(([key]) => !['id', 'tags', 'private', 'kind'].includes(key) || (key === 'id' && oneOfSeveral))
      .map(([key, node]) => [
        `\`${key}\`${map.required?.includes(key) ? ' (required)' : ''}`,
        wanted(node),
        node.description ?? '',
        (node.examples ?? []).map(shown).join(', '),
      ]);
    const { kind } = map.properties ?? {};
    const before = oneOfSeveral && kind ? [`\`kind: ${kind.const}\`: ${kind.description}`] : [];
    return [...before, table(['field', 'what you write', 'what it is', 'for instance'], rows)];
  }

  function wanted(node) {
    if (node.$ref) return anchored(kinds[node.$ref.split('/').at(-1)].title);
    if (node.anyOf) return [...new Set(node.anyOf.map(wanted))].join(' or ');
    if (node.enum)
      return node.enum
        .filter(Boolean)
        .map((value) => `\`${value}\``)
        .join(' or ');
    if (node.type?.includes('array')) {
      return mapsOf(node).length > 0 ? 'a list of maps, below' : `a list of ${wanted(node.items)}`;
    }
    if (node.type?.includes('boolean')) return '`true` or `false`';
    if (node.type?.includes('integer')) return 'a whole number';
    if (node.multipleOf !== undefined) return `a number from ${node.minimum} to ${node.maximum}`;
    if (node.additionalProperties?.$ref) return `a map of ${wanted(node.additionalProperties)}`;
    if (node.properties) return 'a map';
    return '';
  }

  /** The maps with fields of their own that stand at a node: itself, its items, its alternatives. */
  function mapsOf(node) {
    if (node.$ref) return [];
    if (node.properties) return [node];
    // A list of texts or maps says in its description what the maps are.
    if (node.type?.includes('array')) return node.items.anyOf ? [] : mapsOf(node.items);
    return (node.oneOf ?? node.anyOf ?? []).flatMap(mapsOf);
  }
}

const READABLE = [
  'text',
  'line',
  'prose',
  'date',
  'url',
  'contacts',
  'highlights',
  'keywords',
  'colour',
  'family',
  'plain',
];

const anchored = (title) => `[${title.toLowerCase()}](#kinds)`;

const shown = (example) => {
  const text = typeof example === 'string' ? example : inYaml(example);
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
};

/** As it stands in YAML on one line. */
function inYaml(value) {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inYaml(inner)}`)
    .join(', ')} }`;
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const INTRODUCTION = `# Every field of a résumé

Made from the schema by \`npm run reference\`; [The résumé file](resume.md) says how to use it. Only \`basics.name\` and what is
marked as required must be there.

## Kinds`;

const MARKS = `Every entry of a list that is a map may also have \`id\` (a name to refer to it by), \`tags\` (labels of your own) and \`private\`
(\`true\` keeps it out of every output); none of them is printed. Keys that begin with \`x-\` are yours, everywhere.`;
