import { spawn } from 'node:child_process';
import { join, parse } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { ContentError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import type { ThemePackage } from '../theme/theme.js';
import type { Answer, Order } from './order.js';

// A theme package and a résumé → the HTML its code makes of it, in a process of its own that may read the package and
// what npm installed around it, and nothing else: no other file, no writing, no further process, no environment.

export interface Limits {
  /** Milliseconds from the start of the process to its answer. */
  patience: number;
  /** Bytes of the answer. */
  bytes: number;
}

const LIMITS: Limits = { patience: 20_000, bytes: 10_000_000 };
/** Megabytes of memory for what the theme's code makes. */
const MEMORY = 256;

/** Throws ContentError when the theme gives no HTML, with the first line of why. */
export async function runTheme(
  theme: ThemePackage,
  { resume, date }: { resume: object; date: Date },
  limits = LIMITS,
): Promise<Pick<Answer, 'margin'> & { html: string }> {
  const { name, root } = theme;
  const from = pathToFileURL(join(root, 'import.js')).href;
  const answer = await ask(theme, { name, from, resume, now: date.getTime() }, limits);
  const { html, margin, fault } = answer;
  if (html !== undefined) return { html, ...(margin !== undefined && { margin }) };
  throw new ContentError([
    {
      severity: 'error',
      rule: 'theme-package',
      file: `theme ${name}`,
      path: '',
      message: `the theme ${name} made no page: ${fault ?? 'it ended without a word'}`,
      suggestion: 'it is another program; what it needs, its own pages at npmjs.com may say',
    },
  ]);
}

function ask({ folders }: ThemePackage, order: Order, { patience, bytes }: Limits): Promise<Answer> {
  return new Promise((settle) => {
    const program = join(packageRoot(), 'dist', 'theme-child.js');
    const child = spawn(process.execPath, [...fences([program, ...folders]), program], {
      // Nobody's folder, for relative paths lead nowhere.
      cwd: parse(program).root,
      env: environment(),
      // What it prints is nobody's business: the answer comes on a descriptor of its own.
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    const parts: Buffer[] = [];
    let size = 0;
    let stopped: string | undefined;
    const stop = (why: string) => {
      stopped ??= why;
      child.kill('SIGKILL');
    };
    const clock = setTimeout(() => stop(`no answer within ${patience / 1000} seconds`), patience);
    (child.stdio[3] as Readable).on('data', (part: Buffer) => {
      size += part.length;
      if (size > bytes) stop(`its page is larger than ${bytes / 1_000_000} MB`);
      else parts.push(part);
    });
    child.on('error', ({ message }) => settle({ fault: `Node cannot be started: ${message}` }));
    child.on('close', (code) => {
      clearTimeout(clock);
      settle(stopped === undefined ? answerIn(Buffer.concat(parts), code) : { fault: stopped });
    });
    // A process that ended early takes no more.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(JSON.stringify(order));
  });
}

/** The theme's code holds the other end, so that anything may come. */
function answerIn(bytes: Buffer, code: number | null): Answer {
  try {
    const answer: unknown = JSON.parse(bytes.toString('utf8'));
    const { html, margin, fault } = answer as Record<string, unknown>;
    if (typeof html === 'string') return { html, ...(isMargin(margin) && { margin }) };
    if (typeof fault === 'string') return { fault: fault.replaceAll(/\p{Cc}/gu, ' ') };
  } catch {
    // Told below.
  }
  return { fault: `its process ended without a page (exit code ${code ?? 'none'})` };
}

const isMargin = (value: unknown): value is string =>
  typeof value === 'string' && /^[\d.]+[a-z]*( [\d.]+[a-z]*){3}$/.test(value);

/** https://nodejs.org/api/permissions.html: everything is forbidden but what is named here. */
function fences(readable: readonly string[]): string[] {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  return [
    permission,
    ...readable.map((path) => `--allow-fs-read=${path}`),
    '--experimental-import-meta-resolve',
    '--no-warnings',
    `--max-old-space-size=${MEMORY}`,
    // The same input gives the same page.
    '--random-seed=1',
  ];
}

/** Windows starts no program without the first. */
function environment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return { ...(SystemRoot !== undefined && { SystemRoot }), TZ: 'UTC', NODE_ENV: 'production' };
}
