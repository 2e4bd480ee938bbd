import { readFileSync, writeSync } from 'node:fs';
import { closeNetwork } from './close-network.js';
import type { Answer, Order } from './order.js';
import { stopClock } from './stop-clock.js';

// The other process: a theme's code runs here and nowhere else. In: an Order on stdin. Out: an Answer on descriptor 3, so
// that what a theme prints is no answer. Node's permission model (https://nodejs.org/api/permissions.html) keeps files and
// processes away from it; the network, which that model knows only since Node 25, is closed here first.

const ANSWER = 3;

async function run({ name, from, resume, now }: Order): Promise<Answer> {
  closeNetwork();
  stopClock(now);
  // As an `import` in the folder that the theme is installed in would find it.
  const theme = await import(import.meta.resolve(name, from));
  // Of a CommonJS module `import` sees by name what it can guess, and all of it as the default.
  const exported = { ...theme.default, ...theme };
  if (typeof exported.render !== 'function') return { fault: 'it exports no function `render`' };
  const html: unknown = await exported.render(resume);
  if (typeof html !== 'string') return { fault: `its \`render\` gave ${kindOf(html)}, not a text` };
  return { html, ...margins(exported.pdfRenderOptions) };
}

/** CSS lengths, as Puppeteer takes them; a number is in CSS px. */
function margins(options: { margin?: Record<string, unknown> } | undefined): Pick<Answer, 'margin'> {
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => {
    const length = options?.margin?.[side];
    const text = typeof length === 'number' ? `${length}px` : String(length ?? '0').replaceAll(/\s/g, '');
    return /^\d+(\.\d+)?(px|in|cm|mm|pt)?$/.test(text) ? text : '0';
  });
  return options?.margin ? { margin: sides.join(' ') } : {};
}

const kindOf = (value: unknown): string =>
  value === undefined || value === null ? 'nothing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;

/** What was thrown, in one line: the first, unless that only says where in a template it was. */
function faultOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const line = /^\S+:\d+(:\d+)?$/.test(lines[0] ?? '') ? lines.at(-1) : lines[0];
  return line?.trim().slice(0, 300) ?? 'it threw an error without a message';
}

const order: Order = JSON.parse(readFileSync(0, 'utf8'));
const answer = await run(order).catch((error: unknown): Answer => ({ fault: faultOf(error) }));
const bytes = Buffer.from(JSON.stringify(answer));
for (let sent = 0; sent < bytes.length; ) sent += writeSync(ANSWER, bytes, sent);
// A timer or a promise of the theme's would keep the process alive.
process.exit(0);
