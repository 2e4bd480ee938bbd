import { jsonSchema } from '../src/resume/json-schema.js';

// Every field that a résumé can have, found by walking the JSON Schema, so that a new one is tested from its first day.

export interface Field {
  /** `work[].roles[].position`; where a field takes values of several shapes, each is a field of its own. */
  path: string;
  /** `text`, `line`, `prose`, `url`, `date` and `plain` as in the schema; else `choice`, `flag`, `count`, `list`, `map`. */
  kind: string;
  /** The smallest résumé that has the value in this field. */
  inside(value: unknown): Record<string, unknown>;
}

interface Node {
  $ref?: string;
  anyOf?: Node[];
  oneOf?: Node[];
  type?: string[];
  enum?: unknown[];
  const?: string;
  items?: Node;
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: Node | false;
}
type Put = (value: unknown) => Record<string, unknown>;

const LEAVES = new Set(['text', 'line', 'prose', 'url', 'date', 'plain']);

export function schemaFields(): Field[] {
  const root = jsonSchema() as Node & { $defs: Record<string, Node> };

  function* walk(node: Node, path: string, kind: string, put: Put): Generator<Field> {
    if (LEAVES.has(kind)) yield { path, kind, inside: put };
    else if (node.$ref) {
      const id = node.$ref.replace('#/$defs/', '');
      const again = id === 'highlight' && path.split('.highlights').length > 2;
      if (!again) yield* walk(root.$defs[id] ?? {}, path, id, put);
    } else if (node.anyOf ?? node.oneOf) {
      for (const option of node.anyOf ?? node.oneOf ?? []) yield* walk(option, path, '', put);
    } else if (node.enum) yield { path, kind: 'choice', inside: put };
    else if (node.type?.includes('boolean')) yield { path, kind: 'flag', inside: put };
    else if (node.type?.includes('integer')) yield { path, kind: 'count', inside: put };
    else if (node.items) {
      yield { path, kind: 'list', inside: put };
      yield* walk(node.items, `${path}[]`, '', (value) => put([value]));
    } else if (node.properties) {
      if (path) yield { path, kind: 'map', inside: put };
      for (const [key, inner] of Object.entries(node.properties)) {
        const others = (node.required ?? []).filter((name) => name !== key);
        const filled = Object.fromEntries(
          others.map((name) => [name, filler(name, node.properties?.[name] ?? {})]),
        );
        yield* walk(inner, path ? `${path}.${key}` : key, '', (value) => put({ ...filled, [key]: value }));
      }
    } else if (node.additionalProperties) {
      yield* walk(node.additionalProperties, `${path}.*`, '', (value) => ({
        ...put({ work: value }),
        work: [{ name: 'N' }],
      }));
    }
  }

  return [...walk(root, '', '', (value) => value as Record<string, unknown>)];
}

/** The least that a required field may hold. */
function filler(name: string, node: Node): unknown {
  if (name === 'basics') return { name: 'Ada' };
  if (node.const !== undefined) return node.const;
  const isList = node.items !== undefined || node.$ref?.endsWith('/highlights');
  if (!isList) return name === 'value' ? 'https://y.example' : 'Y';
  return name === 'pairs' ? [{ name: 'Y', value: 'Y' }] : name === 'entries' ? [{ name: 'Y' }] : ['Y'];
}
