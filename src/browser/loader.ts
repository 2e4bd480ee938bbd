import { type FileHandle, open, stat } from 'node:fs/promises';

// In: the path of a program. Out: the loader or interpreter it names and this system lacks, or undefined.
// Why: a glibc build on Alpine fails to start with a bare ENOENT, which Puppeteer leaves as an unhandled
// event when it talks over a pipe. Asking the file first costs one read of 4 KB and saves a crash.

const PT_INTERP = 3;

export async function missingLoader(program: string): Promise<string | undefined> {
  const loader = await readLoader(program);
  if (loader === undefined) return undefined;
  return (await stat(loader).catch(() => undefined)) ? undefined : loader;
}

async function readLoader(program: string): Promise<string | undefined> {
  const file = await open(program, 'r');
  try {
    const head = await readAt(file, 0, 4096);
    const start = head.toString('latin1', 0, 4);
    if (start.startsWith('#!')) return scriptLoader(head.toString('utf8'));
    if (start === '\x7fELF') return await elfLoader(file, head);
    return undefined;
  } finally {
    await file.close();
  }
}

function scriptLoader(text: string): string | undefined {
  // Ubuntu's /usr/bin/chromium-browser only sends its user to the snap, whether it is installed or not.
  if (text.includes('/snap/bin/chromium')) return '/snap/bin/chromium';
  const interpreter = /^#!\s*(\S+)/.exec(text)?.[1];
  return interpreter?.startsWith('/') ? interpreter : undefined;
}

/**
 * The path in PT_INTERP of a 64-bit little-endian ELF file (System V ABI, chapter 5); others are not judged.
 */
async function elfLoader(file: FileHandle, head: Buffer): Promise<string | undefined> {
  if (head.length < 64 || head[4] !== 2 || head[5] !== 1) return undefined;
  const table = Number(head.readBigUInt64LE(32));
  const size = head.readUInt16LE(54);
  const count = head.readUInt16LE(56);
  const headers = await readAt(file, table, size * count);
  for (let at = 0; at + 56 <= headers.length && size >= 56; at += size) {
    if (headers.readUInt32LE(at) !== PT_INTERP) continue;
    const offset = Number(headers.readBigUInt64LE(at + 8));
    const length = Math.min(Number(headers.readBigUInt64LE(at + 32)), 4096);
    return (await readAt(file, offset, length)).toString('utf8').split('\0')[0];
  }
  return undefined;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
