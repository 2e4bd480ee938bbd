import * as z from 'zod';
import { resumeSchema } from './schema.js';

/**
 * The schema of a résumé file as JSON Schema, draft 2020-12. It says what the reader accepts: wherever text may stand
 * a number may too, because the reader keeps it as it was written; `x-…` keys and empty values are allowed everywhere.
 */
export function jsonSchema(): object {
  const schema = z.toJSONSchema(resumeSchema, { override: ({ jsonSchema: node }) => relax(node) });
  return { ...schema, title: 'Résumé' };
}

function relax(node: z.core.JSONSchema.BaseSchema): void {
  if (node.enum !== undefined) {
    Object.assign(node, { type: ['string', 'null'], enum: [...node.enum, '', null] });
  } else if (node.type === 'string' && node.const === undefined) {
    Object.assign(node, { type: ['string', 'number', 'null'] });
  } else if (node.type === 'array' || node.type === 'object' || node.type === 'boolean') {
    if (node.additionalProperties === false) Object.assign(node, { patternProperties: { '^x-': {} } });
    Object.assign(node, { type: [node.type, 'null'] });
  }
}
