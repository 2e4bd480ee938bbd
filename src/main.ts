#!/usr/bin/env node
import { isatty } from 'node:tty';
import { run } from './cli.js';
import { screenOf } from './commands/screen-of.js';
import { formatError } from './commands/terminal.js';
import { quickStart } from './quick-start.js';

// The process around the command line: its streams, its colours, its exit code.

quickStart(process.versions.v8);

const { env, stdout, stderr } = process;
const colour =
  env.NO_COLOR === undefined && env.FORCE_COLOR !== '0' && (stderr.isTTY || env.FORCE_COLOR !== undefined);

// A pipe, a file or a build server never answers. Questions go to stdout, where the eyes are as well.
const answers = isatty(0) && isatty(1) && !env.CI;

const screen = screenOf(stderr, env);

let isLost = false;
stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`render | head`) is no error.
  if (code === 'EPIPE') return;
  const reason = code === 'ENOSPC' ? 'the disk is full' : message;
  stderr.write(`${formatError({ message: `cannot write to stdout: ${reason}` })}\n`);
  isLost = true;
  process.exitCode = 3;
});
// Where nothing can be told, the exit code still tells.
stderr.on('error', () => undefined);

const code = await run(
  process.argv.slice(2),
  {
    out: (line) => stdout.write(`${line}\n`),
    err: (line) => stderr.write(`${line}\n`),
    colour: Boolean(colour),
    ...(screen && { screen }),
    ...(answers && {
      dialogue: async () => (await import('./commands/dialogue.js')).openDialogue(process.stdin, stdout),
    }),
  },
  env,
);
// A stream may say so before all is done, or after.
process.exitCode = isLost ? 3 : code;
