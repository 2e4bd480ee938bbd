import { createReadStream, createWriteStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

// In: the folder of @sparticuz/chromium. Out: `chromium` and `lib/` in an empty folder of ours.
// Why: the archives are plain Brotli and tar. The libraries (3 MB) always come along, so that a system that
// loses its NSS later still finds them. The package's SwiftShader and fonts serve nothing on paper.

const CHUNK = 1 << 20;

export async function unpackBrowser(packageFolder: string, into: string): Promise<void> {
  const program = join(into, 'chromium');
  // `wx`: never through a file or link that is already there.
  const file = createWriteStream(program, { flags: 'wx', mode: 0o700 });
  await pipeline(...inflate(packageFolder, 'chromium.br'), file);
  await chmod(program, 0o700);

  // tar-fs is optional, as the package is: without it the browser still runs where the system has NSS.
  const tar = await import('tar-fs').catch(() => undefined);
  if (!tar) return;
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  // As root tar-fs would hand the files to whatever user the archive names.
  const extract = tar.extract(into, { map: (header) => ({ ...header, ...owner, mode: 0o700 }) });
  await pipeline(...inflate(packageFolder, 'al2023.tar.br'), extract);
}

function inflate(packageFolder: string, name: string) {
  const archive = createReadStream(join(packageFolder, 'bin', name), { highWaterMark: CHUNK });
  return [archive, createBrotliDecompress({ chunkSize: CHUNK })] as const;
}
