import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

// esbuild makes a file of the bundle for every set of lazy imports that have modules in common: dozens of a kilobyte or two, and to
// find a file takes longer than to read one. What nearly every run loads in steps becomes one file a step here.

/** What a command line starts with, what starts a browser, what reads a résumé, what makes the files: in the order of loading. */
const STEPS = [
  'src/cli.ts',
  'src/commands/render.ts',
  'src/commands/validate.ts',
  'src/commands/render-all.ts',
];

/**
 * A plugin for the build that the metafile is of: what needs a part of a step imports the whole of it, so that its parts are needed
 * by all alike. Modules are evaluated once and do nothing but define, so what comes along changes no result.
 */
export function wholeSteps({ inputs }) {
  const taken = new Set();
  const steps = STEPS.map((path) => {
    const parts = [...reach(inputs, path)].filter((part) => !taken.has(part));
    for (const part of parts) taken.add(part);
    return { path, parts };
  });
  const missing = (parts) =>
    steps.filter((step) => !parts.has(step.path) && step.parts.some((part) => parts.has(part)));
  const entries = ['src/index.ts', ...lazyModules(inputs)];
  const wanted = new Map(entries.map((path) => [resolve(path), missing(reach(inputs, path))]));
  return {
    name: 'whole steps',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const more = wanted.get(path) ?? [];
        if (more.length === 0) return undefined;
        const imports = more.map((step) => `import ${JSON.stringify(resolve(step.path))};`);
        return { contents: [await readFile(path, 'utf8'), ...imports].join('\n'), loader: 'ts' };
      });
    },
  };
}

/** A module and all that is loaded before it is. */
function reach(inputs, path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const { path: next, kind } of inputs[path]?.imports ?? [])
    if (kind !== 'dynamic-import') reach(inputs, next, found);
  return found;
}

const lazyModules = (inputs) =>
  Object.values(inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ kind, path }) => kind === 'dynamic-import' && Object.hasOwn(inputs, path))
    .map(({ path }) => path);
