import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { missingLoader } from '../../src/browser/loader.js';
import { program, scratch } from './scratch.js';

const folder = scratch();

/** The smallest 64-bit ELF file that asks for a loader. */
async function elf(name: string, loader: string): Promise<string> {
  const file = Buffer.alloc(256);
  file.write('\x7fELF', 0, 'latin1');
  file[4] = 2;
  file[5] = 1;
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(3, 64);
  file.writeBigUInt64LE(128n, 64 + 8);
  file.writeBigUInt64LE(BigInt(loader.length + 1), 64 + 32);
  file.write(loader, 128, 'latin1');
  const path = join(folder, name);
  await writeFile(path, file);
  return path;
}

it('names the loader of a binary built for another C library', async () => {
  expect(await missingLoader(await elf('glibc', '/lib64/no-such-ld.so.2'))).toBe('/lib64/no-such-ld.so.2');
});

it('is content with a binary whose loader is there', async () => {
  expect(await missingLoader(await elf('local', process.execPath))).toBeUndefined();
  expect(await missingLoader(process.execPath)).toBeUndefined();
});

it('follows scripts to their interpreter, and to the snap they stand for', async () => {
  expect(await missingLoader(await program(join(folder, 'fine')))).toBeUndefined();
  expect(await missingLoader(await program(join(folder, 'lost'), '#!/no/such/sh -e\n'))).toBe('/no/such/sh');
  const snap = await program(join(folder, 'snap'), '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
  expect([undefined, '/snap/bin/chromium']).toContain(await missingLoader(snap));
});
