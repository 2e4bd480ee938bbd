import { createRequire, syncBuiltinESMExports } from 'node:module';

// Node's modules that reach beyond this process → the same modules, whose functions all refuse. A theme may ask for them,
// for many do in passing; it may not use them. This is a fence and no wall: what the permission model does not close, code
// made for the purpose may still find a way around.

const REACHING = [
  'net',
  'tls',
  'dns',
  'dns/promises',
  'dgram',
  'http',
  'https',
  'http2',
  'inspector',
  'inspector/promises',
  'cluster',
  'child_process',
  'worker_threads',
  'trace_events',
  'sqlite',
];
/** What of the global object and of `process` does the same. */
const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
const POWERS = [
  'binding',
  '_linkedBinding',
  'dlopen',
  'kill',
  '_kill',
  '_debugProcess',
  '_debugEnd',
  'report',
];

/** Once closed, nothing of this process opens a connection or talks to another process. */
export function closeNetwork(): void {
  const require = createRequire(import.meta.url);
  for (const name of REACHING) {
    const module = builtin(require, name);
    if (module) closeModule(module);
  }
  // `import` sees what `require` sees.
  syncBuiltinESMExports();
  for (const name of GLOBALS) close(globalThis, name);
  for (const name of POWERS) close(process, name);
}

/** Not every version of Node has all of them. */
function builtin(require: NodeJS.Require, name: string): object | undefined {
  try {
    return require(`node:${name}`);
  } catch {
    return undefined;
  }
}

/** The functions of a module, and the methods of its classes: Node's own code calls those behind the module's back. */
function closeModule(module: object): void {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(module))) {
    if (typeof value !== 'function') continue;
    const { prototype } = value;
    for (const method of CONNECTING) if (prototype && method in prototype) close(prototype, method);
    close(module, name);
  }
}

const CONNECTING = ['connect', 'listen', '_listen2', 'bind', 'send', 'resolve', 'open', 'exec'];

function close(owner: object, name: string): void {
  if (!(name in owner)) return;
  Object.defineProperty(owner, name, {
    value: refuse,
    writable: false,
    configurable: false,
    enumerable: true,
  });
}

/** A plain function, so that classes may still be derived from it. */
function refuse(): never {
  throw new Error('a theme has no network and no other process');
}
