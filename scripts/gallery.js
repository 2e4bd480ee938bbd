import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { demand, output } from './samples.js';

// docs/themes.md, with a picture of page one of every theme, as PDF and as Word. With --check nothing is drawn: exit code 1
// when the pages have changed since, or a picture is missing. What counts is what a page says and how it is styled, not its
// pixels, which no two machines draw alike.

const PAGE = 'docs/themes.md';
const PICTURES = 'docs/images/themes';
/** CSS pixels on the page; drawn at twice that. */
const WIDTH = 400;

/** Whom a theme was drawn for; any sample would do. */
const SAMPLES = {
  academic: 'academic',
  executive: 'engineering-manager',
  terminal: 'systems-programmer',
};
const sampleOf = (theme) => SAMPLES[theme] ?? 'backend-engineer';

const folder = await mkdtemp(join(tmpdir(), 'resumewright-gallery-'));
try {
  const names = (await readdir('themes')).filter((name) => !name.startsWith('.')).sort();
  // The one that is worn where nobody names another comes first.
  const themes = await Promise.all(
    [...new Set(['classic', ...names])].map(async (name) => {
      const { title = name, description = '' } = parse(
        await readFile(join('themes', name, 'theme.yaml'), 'utf8'),
      );
      return { name, title, description, sample: sampleOf(name), hash: await hashOf(name) };
    }),
  );
  const text = gallery(themes);
  if (process.argv.includes('--check')) await check(text, themes);
  else {
    await draw(themes);
    await writeFile(PAGE, text);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Of the whole page with its styles and fonts: what it holds and how it looks. */
async function hashOf(theme) {
  const out = join(folder, 'html', theme);
  await render(theme, 'html', out);
  const html = await readFile(join(out, `${sampleOf(theme)}.html`));
  return createHash('sha256').update(html).digest('hex').slice(0, 12);
}

function render(theme, formats, out) {
  const file = join('resumes', `${sampleOf(theme)}.yaml`);
  const argv = ['dist/cli.js', file, '-q', '-t', theme, '-f', formats, '-o', out];
  return output(process.execPath, argv, { env: { ...process.env, SOURCE_DATE_EPOCH: '0' } });
}

async function draw(themes) {
  await demand({
    soffice: 'LibreOffice Writer (Debian: libreoffice-writer-nogui)',
    pdftoppm: 'Poppler (Debian: poppler-utils)',
  });
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });
  const profile = pathToFileURL(join(folder, 'profile')).href;
  for (const { name, sample } of themes) {
    const out = join(folder, 'drawn', name);
    await render(name, 'pdf,docx', out);
    const word = join(out, 'word');
    const argv = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', word];
    await output('soffice', [...argv, join(out, `${sample}.docx`)]);
    for (const [kind, pdf] of Object.entries({ pdf: out, word })) {
      const picture = join(folder, `${name}-${kind}`);
      const first = ['-r', '200', '-png', '-f', '1', '-l', '1', '-singlefile'];
      await output('pdftoppm', [...first, join(pdf, `${sample}.pdf`), picture]);
      const page = await loadImage(`${picture}.png`);
      const canvas = createCanvas(WIDTH * 2, Math.round((WIDTH * 2 * page.height) / page.width));
      const context = canvas.getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(page, 0, 0, canvas.width, canvas.height);
      context.strokeStyle = '#d0d0d0';
      context.strokeRect(0.5, 0.5, canvas.width - 1, canvas.height - 1);
      await writeFile(pictureOf(name, kind), await canvas.encode('webp', 55));
    }
  }
}

function pictureOf(theme, kind) {
  return `${PICTURES}/${theme}-${kind}.webp`;
}

async function check(text, themes) {
  const stale = (await readFile(PAGE, 'utf8').catch(() => '')) === text ? [] : [PAGE];
  const there = await readdir(PICTURES).catch(() => []);
  const wanted = themes.flatMap(({ name }) => ['pdf', 'word'].map((kind) => basename(pictureOf(name, kind))));
  const missing = wanted.filter((name) => !there.includes(name));
  const left = there.filter((name) => !wanted.includes(name));
  if (stale.length + missing.length + left.length === 0) return;
  console.error(
    `The gallery is not current: ${[...stale, ...missing, ...left].join(', ')}\nRun: npm run gallery`,
  );
  process.exitCode = 1;
}

function gallery(themes) {
  const show = ({ name, title, description, sample, hash }) => `## ${title}

${description}

\`render ${`resumes/${sample}.yaml`} --theme ${name}\`

<img src="images/themes/${name}-pdf.webp" width="${WIDTH}" alt="Page one of ${sample}.pdf in the theme ${title}"> <img src="images/themes/${name}-word.webp" width="${WIDTH}" alt="Page one of ${sample}.docx in the theme ${title}, as a word processor shows it">

<!-- drawn from ${hash} -->`;
  return `# Themes

Page one of each theme, as PDF at the left and as Word, laid out by LibreOffice, at the right.

Choose one with \`--theme\`, or in the résumé with \`meta: { theme: modern }\`; see all of them on your own résumé with \`--theme all\`. Colour,
fonts, size and density can be changed [without a theme](resume.md#your-own-taste). To make your own, follow [the walk-through](make-a-theme.md);
all that a theme can say is in [the reference](theme-format.md).

${themes.map(show).join('\n\n')}
`;
}
