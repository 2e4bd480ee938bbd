import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { schemaReference } from './schema-reference.js';

// What is made from the schema and committed: the JSON Schema that editors load, and its reference for people.

const { stdout } = await promisify(execFile)(process.execPath, ['dist/cli.js', 'schema']);
await writeFile('resume.schema.json', stdout);
await writeFile('docs/schema.md', schemaReference(JSON.parse(stdout)));
