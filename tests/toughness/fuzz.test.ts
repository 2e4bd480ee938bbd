import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fuzz } from '../../scripts/fuzz.js';
import { groupsUsing, scratch } from '../browser/scratch.js';

const root = scratch();

// The first three hundred of the five thousand that `npm run fuzz -- --seed 2026` renders.
it('three hundred broken résumés and themes end with files or with diagnostics, and leave nothing', {
  timeout: 600_000,
}, async () => {
  const { files, diagnostics, bugs } = await fuzz({ seed: 2026, count: 300, root });
  expect(bugs.map(({ number, error }) => `${number}: ${error.stack}`)).toEqual([]);
  expect(files).toBeGreaterThan(30);
  expect(diagnostics).toBeGreaterThan(100);
  if (process.platform === 'linux') expect(await groupsUsing(root)).toEqual([]);
  expect(readdirSync(root)).toEqual([]);
});
