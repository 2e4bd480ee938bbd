import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { schemaReference } from '../scripts/schema-reference.js';
import { packageRoot } from '../src/package-root.js';
import { jsonSchema } from '../src/resume/json-schema.js';

// What is made from the schema and committed is what the schema says today; `npm run reference` makes it anew.

const committed = (path: string) => readFile(join(packageRoot(), path), 'utf8');

test('resume.schema.json is current', async () => {
  expect(await committed('resume.schema.json')).toBe(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
});

test('docs/schema.md is current', async () => {
  expect(await committed('docs/schema.md')).toBe(schemaReference(jsonSchema()));
});

interface Node {
  properties?: Record<string, Node>;
  title?: string;
  description?: string;
  const?: string;
}

/** Every field of the schema with the path that leads to it. */
function fieldsOf(value: unknown, path: string): [string, Node][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, Node][] => {
    const own =
      key === 'properties' && !path.endsWith('/properties')
        ? Object.entries(inner as Record<string, Node>)
        : [];
    return [
      ...own.map(([name, node]): [string, Node] => [`${path}/${name}`, node]),
      ...fieldsOf(inner, `${path}/${key}`),
    ];
  });
}

describe('what an editor shows of a field', () => {
  const fields = fieldsOf(jsonSchema(), '');

  it('is a title and a description, for every one', () => {
    expect(fields.length).toBeGreaterThan(200);
    for (const [path, node] of fields) {
      expect(node.title, path).toMatch(/^\S/);
      expect(node.description, path).toMatch(/[.;]$/);
    }
  });
});

test('every sample tells editors where the schema is', async () => {
  const samples = (await readdir(join(packageRoot(), 'resumes'))).filter((name) => name.endsWith('.yaml'));
  for (const sample of samples) {
    const [first] = (await committed(`resumes/${sample}`)).split('\n');
    expect(first).toBe('# yaml-language-server: $schema=../resume.schema.json');
  }
});
