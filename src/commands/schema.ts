import { jsonSchema } from '../resume/json-schema.js';
import type { Terminal } from './terminal.js';

/** `render schema`: the résumé's JSON Schema, for editors. */
export async function schema(terminal: Terminal): Promise<number> {
  terminal.out(JSON.stringify(jsonSchema(), null, 2));
  return 0;
}
