import { execFile } from 'node:child_process';
import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build, transform } from 'esbuild';
import Handlebars from 'handlebars';
import { parse } from 'yaml';
import { wholeSteps } from './whole-steps.js';

// src/ → dist/: one bundle, split where the source imports lazily, so that the command line starts with little to read.
// What is data (fonts, the embedded browser) stays outside.

/** The templates are compiled here, as src/page/compose-page.ts would do it, and not at every start. */
const precompiled = {
  name: 'precompiled templates',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]src[\\/]page[\\/]precompiled\.ts$/ }, async () => {
      const names = (await readdir('templates', { recursive: true })).filter((name) => name.endsWith('.hbs'));
      const entries = await Promise.all(
        names.sort().map(async (name) => {
          const text = (await readFile(join('templates', name), 'utf8')).trimEnd();
          const options = { strict: true, knownHelpersOnly: true, preventIndent: true };
          return `[${JSON.stringify(text)}, ${Handlebars.precompile(text, options)}]`;
        }),
      );
      return { contents: `export const PRECOMPILED = new Map([${entries.join(',\n')}]);`, loader: 'js' };
    });
  },
};

/** The same for what the themes that ship with the program say: src/theme/theme-files.ts. */
const prepared = {
  name: 'prepared themes',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]src[\\/]theme[\\/]prepared\.ts$/ }, async () => {
      const names = (await readdir('themes')).sort();
      const texts = await Promise.all(
        names.map((name) => readFile(join('themes', name, 'theme.yaml'), 'utf8')),
      );
      // As the program judges it, and in the order in which it has it then.
      const schema = { entryPoints: ['src/theme/schema.ts'], bundle: true, format: 'esm', write: false };
      const [code] = (await build(schema)).outputFiles;
      const { themeSchema } = await import(`data:text/javascript,${encodeURIComponent(code.text)}`);
      const entries = texts.map((text) => [text, themeSchema.parse(parse(text))]);
      return { contents: `export const PREPARED = new Map(${JSON.stringify(entries)});`, loader: 'js' };
    });
  },
};

/** By these pdf.js unpacks what is in a PDF, through threads and promises; where there are none it does so by itself, which is sooner done. */
const UNPACKS_BY_ITSELF = { DecompressionStream: 'undefined' };

/** Libraries get short names inside, which are sooner read; ours stay, for the stack of a bug report to tell something. */
const shortLibraries = {
  name: 'short libraries',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, async ({ path }) => {
      // esbuild keeps licences by this word, and pdf.js has another.
      const text = (await readFile(path, 'utf8')).replace('@licstart', '@license $&');
      const define = path.includes('pdfjs-dist') ? UNPACKS_BY_ITSELF : {};
      const { code } = await transform(text, { minifyIdentifiers: true, define });
      return { contents: code, loader: 'js' };
    });
  },
};

/**
 * What Puppeteer would load for other browsers, for downloads and for its own command line, and pdf-lib to draw SVG: an empty
 * module each.
 */
const neverUsed = {
  name: 'never used',
  setup(builder) {
    const filter =
      /^(?:yargs(?:\/.*)?|proxy-agent|extract-zip|\.\.?\/(?:(?:bidi\/)?bidi|httpUtil)\.js|html-entities|node-html-better-parser)$/;
    builder.onResolve({ filter }, ({ path, importer }) =>
      /[\\/](?:puppeteer-core|@puppeteer|@cantoo)[\\/]/.test(importer)
        ? { path, namespace: 'never-used' }
        : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'never-used' }, () => ({ contents: '' }));
  },
};

const shared = {
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
};

await rm('dist', { recursive: true, force: true });
const program = {
  ...shared,
  entryPoints: { cli: 'src/main.ts', index: 'src/index.ts' },
  splitting: true,
  external: ['@sparticuz/chromium', 'tar-fs'],
  // Some of what is bundled is CommonJS and asks for Node's own modules with require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  legalComments: 'linked',
  plugins: [precompiled, prepared, neverUsed, shortLibraries],
};
// Once to learn what imports what, once to keep what is loaded together together.
const { metafile } = await build({ ...program, metafile: true, write: false });
await build({ ...program, plugins: [wholeSteps(metafile), ...program.plugins] });
// What runs a theme's code may read this one file of the program, so nothing is split off from it.
await build({ ...shared, entryPoints: { 'theme-child': 'src/json-resume-theme/child.ts' } });
await chmod('dist/cli.js', 0o755);
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
await promisify(execFile)(process.execPath, [join(typescript, 'bin', 'tsc'), '-p', 'tsconfig.types.json']);
