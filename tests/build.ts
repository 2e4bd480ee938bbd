import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../src/package-root.js';

/** Before any test: the program and the library as they would be installed, from the source that is tested. */
export default async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(packageRoot(), 'scripts', 'build.js')], {
    cwd: packageRoot(),
  });
}
