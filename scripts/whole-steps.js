import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

// esbuild makes a file of the bundle for every set of lazy imports that have modules in common: dozens of a kilobyte or two, and to
// find a file takes longer than to read one. What nearly every run loads in steps becomes one file a step here.

/** In the order of loading; each is named by the modules that it begins with. */
const STEPS = [
  // What a command line starts with.
  ['src/cli.ts'],
  // What the next two share, of which a run may need either.
  ['src/commands/inputs.ts', 'src/theme/families.ts'],
  // What starts a browser.
  ['src/commands/render.ts'],
  // What reads a résumé.
  ['src/commands/validate.ts'],
  // What reads a theme.
  ['src/theme/read.ts'],
  // What makes the files.
  ['src/commands/render-all.ts'],
];

/**
 * A plugin for the build that the metafile is of: what needs a part of a step imports the whole of it, so that its parts are needed
 * by all alike. Modules are evaluated once and do nothing but define, so what comes along changes no result.
 */
export function wholeSteps({ inputs }) {
  const taken = new Set();
  const steps = STEPS.map((roots) => {
    const parts = roots.flatMap((root) => [...reach(inputs, root)]).filter((part) => !taken.has(part));
    for (const part of parts) taken.add(part);
    return { roots, parts };
  });
  /** What is to be loaded with these modules, for the steps they are parts of to be whole. */
  const missing = (modules) =>
    steps
      .filter(({ parts }) => parts.some((part) => modules.has(part)))
      .flatMap(({ roots }) => roots.filter((root) => !modules.has(root)));
  const entries = ['src/index.ts', ...lazyModules(inputs)];
  const wanted = new Map(entries.map((path) => [resolve(path), missing(reach(inputs, path))]));
  for (const path of entries)
    if (wanted.get(resolve(path)).some((root) => reach(inputs, root).has(path)))
      throw new Error(`${path} would wait for itself: make it a step of its own in scripts/whole-steps.js`);
  return {
    name: 'whole steps',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const more = wanted.get(path) ?? [];
        if (more.length === 0) return undefined;
        const imports = more.map((root) => `import ${JSON.stringify(resolve(root))};`);
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
