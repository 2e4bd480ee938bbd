import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ContentError, MachineError, openRenderer, UsageError } from '../dist/index.js';
import { mutate, randomFrom } from './mutate.js';

// Thousands of broken résumés and themes, each rendered: every one has to end with files or with diagnostics. A stack, a
// hang or a leftover is a bug, shown with what makes it again.
//   npm run fuzz -- --seed 7 --count 500

/** Every so many is printed as PDF, too. */
const PRINTED = 25;
/** Milliseconds after which one is called a hang; the slowest known takes a hundredth of it. */
const HANG = 120_000;

/**
 * Renders `count` mutants. `from` is the seed; the same seed gives the same mutants, each of which depends on its own number
 * alone. Returns what became of them; `bugs` are those that ended in neither files nor diagnostics.
 */
export async function fuzz(mutants) {
  // Its own, from the same build as the errors by which an outcome is known.
  const renderer = openRenderer({ env: process.env, temporaryRoot: mutants.root });
  try {
    return await renderMutants(mutants, renderer.render);
  } finally {
    await renderer[Symbol.asyncDispose]();
  }
}

async function renderMutants({ seed, count, first = 0, root, tell = () => undefined }, render) {
  const samples = await Promise.all(
    (await readdir('resumes')).sort().map((name) => readFile(join('resumes', name), 'utf8')),
  );
  const ingredients = await themeFiles();
  const result = { files: 0, diagnostics: 0, refused: new Map(), bugs: [] };
  for (let number = first; number < first + count; number += 1) {
    const random = randomFrom(seed * 1_000_003 + number);
    const source = mutate(samples[random(samples.length)], random);
    const theme =
      random(2) === 0 ? 'classic' : await writeTheme(join(root, `theme-${number}`), ingredients, random);
    const formats = number % PRINTED === 0 ? ['pdf', 'html', 'docx', 'md', 'txt'] : ['html', 'docx'];
    const file = random(6) === 0 ? 'mutant.json' : 'mutant.yaml';
    const outcome = await settle(render(source, { theme, formats, file, embedSource: random(4) === 0 }));
    if (outcome === undefined) result.files += 1;
    else if (outcome instanceof ContentError || outcome instanceof UsageError) {
      result.diagnostics += 1;
      const [rule = 'usage'] = (outcome.diagnostics ?? [])
        .filter((d) => d.severity === 'error')
        .map((d) => d.rule);
      result.refused.set(rule, (result.refused.get(rule) ?? 0) + 1);
      const faulty = (outcome.diagnostics ?? []).find((d) => !d.message || /\n {4}at /.test(d.message));
      if (faulty)
        result.bugs.push({
          number,
          source,
          theme,
          error: new Error(`no message: ${JSON.stringify(faulty)}`),
        });
    } else result.bugs.push({ number, source, theme, error: outcome });
    if (theme !== 'classic' && !result.bugs.some((bug) => bug.number === number))
      await rm(theme, { recursive: true });
    for (const bug of result.bugs.filter((one) => one.number === number)) tell(describe(bug, seed));
    if ((number + 1) % 250 === 0) tell(`${number + 1} …`);
  }
  return result;
}

/** A bug and what makes it again. */
function describe({ number, theme, error }, seed) {
  const kind = error instanceof MachineError ? 'not printed' : 'thrown';
  return `\n--seed ${seed} --first ${number} --count 1, ${theme}: ${kind}\n${error.stack}\n`;
}

/** Undefined when it was rendered, else what was thrown. */
async function settle(rendering) {
  let timer;
  const hang = new Promise((resolve) => {
    timer = setTimeout(resolve, HANG, new Error('it hangs'));
  });
  try {
    return await Promise.race([rendering.then(() => undefined), hang]);
  } catch (error) {
    return error;
  } finally {
    clearTimeout(timer);
  }
}

/** The files a theme may consist of: those of the shared templates and of the shipped themes. */
async function themeFiles() {
  const partials = (await readdir('templates/partials')).sort();
  const read = async (from, to) => [to, await readFile(from, 'utf8')];
  return Promise.all([
    read('themes/classic/theme.yaml', 'theme.yaml'),
    read('templates/base.css', 'theme.css'),
    read('templates/resume.hbs', 'resume.hbs'),
    ...partials.map((name) => read(join('templates/partials', name), `partials/${name}`)),
  ]);
}

/** One to three files are broken; of the others most are left to the parent. */
async function writeTheme(folder, ingredients, random) {
  await mkdir(join(folder, 'partials'), { recursive: true });
  const files = new Map([['theme.yaml', 'extends: classic\n']]);
  for (let count = 1 + random(3); count > 0; count -= 1) {
    const [name, text] = ingredients[random(ingredients.length)];
    files.set(name, mutate(text, random));
  }
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return folder;
}

async function main() {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      count: { type: 'string', default: '5000' },
      first: { type: 'string', default: '0' },
    },
  });
  const [seed, count, first] = [values.seed, values.count, values.first].map(Number);
  console.log(`seed ${seed}, ${count} mutants from number ${first}`);
  const root = await mkdtemp(join(tmpdir(), 'resumewright-fuzz-'));
  try {
    const { files, diagnostics, refused, bugs } = await fuzz({
      seed,
      count,
      first,
      root,
      tell: console.log,
    });
    console.log(`${files} rendered, ${diagnostics} refused with diagnostics, ${bugs.length} bugs`);
    for (const [rule, times] of [...refused].sort(([, a], [, b]) => b - a)) console.log(`  ${times} ${rule}`);
    process.exitCode = bugs.length > 0 ? 1 : 0;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('fuzz.js')) await main();
