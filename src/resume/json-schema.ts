import * as z from 'zod';
import { TRANSLATABLE } from './choose-language.js';
import { resumeSchema } from './schema.js';

type Node = z.core.JSONSchema.BaseSchema;

/**
 * The schema of a résumé file as JSON Schema, draft 2020-12, with a title and a description for every field. It says
 * what the reader accepts: wherever text may stand a number may too, because the reader keeps it as it was written; a
 * text may be a map of languages; `x-…` keys and empty values are allowed everywhere.
 */
export function jsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(resumeSchema);
  for (const [node, path] of nodesOf(schema, [])) {
    relax(node);
    entitle(node, path);
  }
  for (const id of TRANSLATABLE) translate(schema.$defs?.[id]);
  return {
    $schema,
    $id: 'https://unpkg.com/resumewright/resume.schema.json',
    title: 'Résumé',
    description: 'One résumé, printed as PDF, HTML and Word. A superset of JSON Resume 1.0.0.',
    ...schema,
  };
}

/** A schema and all those inside it, each with the keys that lead there. */
function* nodesOf(value: unknown, path: readonly string[]): Generator<[Node, readonly string[]]> {
  if (typeof value !== 'object' || value === null || path.at(-1) === 'examples') return;
  const isMapOfNodes = path.at(-1) === 'properties' || path.at(-1) === '$defs';
  if (!Array.isArray(value) && (!isMapOfNodes || path.at(-2) === 'properties')) yield [value as Node, path];
  for (const [key, inner] of Object.entries(value)) yield* nodesOf(inner, [...path, key]);
}

function relax(node: Node): void {
  if (node.enum !== undefined) {
    Object.assign(node, { type: ['string', 'null'], enum: [...node.enum, '', null] });
  } else if (node.type === 'string' && node.const === undefined) {
    const { pattern } = node;
    // A text of a certain form is none that YAML would take for a number.
    if (pattern) Object.assign(node, { type: ['string', 'null'], pattern: `${pattern}|^\\s*$` });
    else Object.assign(node, { type: ['string', 'number', 'null'] });
  } else if (node.type === 'integer') {
    Object.assign(node, { type: ['integer', 'string', 'null'], pattern: '^(0*[1-9][0-9]?|\\s*)$' });
  } else if (node.type === 'number') {
    Object.assign(node, { type: ['number', 'string', 'null'], pattern: '^(\\d+(\\.\\d+)?|\\s*)$' });
  } else if (node.type === 'array' || node.type === 'object' || node.type === 'boolean') {
    if (node.additionalProperties === false) Object.assign(node, { patternProperties: { '^x-': {} } });
    Object.assign(node, { type: [node.type, 'null'] });
  }
}

/** Editors show a title above a description: that of the key, where the schema has none. */
function entitle(node: Node, path: readonly string[]): void {
  const key = path.at(-1) ?? '';
  if (node.title !== undefined || node.description === undefined || path.at(-2) !== 'properties') return;
  const words = String(key).replaceAll(
    /(?<=[a-z])([A-Z])/g,
    (_, letter: string) => ` ${letter.toLowerCase()}`,
  );
  Object.assign(node, { title: words.charAt(0).toUpperCase() + words.slice(1) });
}

/** A text in several languages: `{en: …, de: …}`. */
function translate(node: Node | undefined): void {
  if (!node) return;
  const { type, ...rest } = node;
  for (const key of Object.keys(node)) delete node[key];
  Object.assign(node, rest, {
    anyOf: [
      { type },
      {
        type: 'object',
        title: 'The same in several languages',
        propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$' },
        additionalProperties: { type },
        minProperties: 1,
      },
    ],
  });
}
