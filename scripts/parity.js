import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demand, output, renderSamples, table } from './samples.js';

// Do PDF and Word break lines and pages at the same words? LibreOffice lays out every Word file; its lines are held
// against those of our PDF, page by page. Exit code 1 when under 98 % of the lines agree or the pages differ in number.
// Themes may be named, else it is all of them; with --lines the lines that differ are shown. What it cannot judge counts
// for nothing: Arabic and Hebrew lines, for Word has no letters for them that are as wide as ours, and East Asian
// documents, in which LibreOffice sets Latin words and numbers apart although the file says that they are not. A theme with
// two columns has one in Word, so there the words are counted.

const GOAL = 0.98;
const showLines = process.argv.includes('--lines');
const themes = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

await demand({
  soffice: 'LibreOffice Writer (Debian: libreoffice-writer-nogui)',
  pdftotext: 'Poppler (Debian: poppler-utils)',
  'fc-match': 'Fontconfig (Debian: fontconfig)',
});
await demandFonts();

const { folder, rendered } = await renderSamples(['pdf', 'docx'], themes);
const rows = [['theme', 'sample', 'same', 'of', 'share', 'pages', 'Word']];
let [same, total, unequal] = [0, 0, 0];
try {
  await layOut(rendered.map(({ path }) => path('docx')));
  for (const { theme, sample, path } of rendered) {
    const columns = await hasColumns(theme);
    const read = columns ? wordsOf : pagesOf;
    const ours = await read(path('pdf'));
    const word = await read(laidOut(path('docx')));
    const letters = ours.flat().join('');
    const isSquare = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letters);
    if (ours.length !== word.length && !isSquare) unequal += 1;
    if (isSquare || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letters)) {
      rows.push([theme, sample, '', '', '', ours.length, word.length]);
      continue;
    }
    const pairs = ours.map((lines, page) => ({ ours: lines, word: word[page] ?? [] }));
    const kept = pairs.map(({ ours, word }) => common(ours, word));
    const here = kept.reduce((sum, lines) => sum + lines.size, 0);
    const all = Math.max(count(ours), count(word));
    rows.push([theme, sample, here, all, percent(here / all), ours.length, word.length]);
    same += here;
    total += all;
    if (showLines) {
      const tell = (side, page, lines) =>
        lines.map((line) => console.log(`${theme} ${sample}, page ${page + 1}, ${side}  ${line}`));
      for (const [page, { ours, word }] of pairs.entries()) {
        const other = new Set(kept[page].values());
        tell(
          'PDF ',
          page,
          ours.filter((_, at) => !kept[page].has(at)),
        );
        tell(
          'Word',
          page,
          word.filter((_, at) => !other.has(at)),
        );
      }
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

console.log(table([...rows, ['all', '', same, total, percent(same / total), '', '']]));
const passed = same / total >= GOAL && unequal === 0;
console.log(
  passed
    ? `\nAt least ${percent(GOAL)} of the lines agree, and all page counts.`
    : `\nWanted: at least ${percent(GOAL)} of the lines and all page counts; ${unequal} differ in pages.`,
);
process.exitCode = passed ? 0 : 1;

/** The fonts Word files name have to be here, or others of the same widths: else this measures the machine. */
async function demandFonts() {
  const twins = {
    Calibri: /Calibri|Carlito/,
    Cambria: /Cambria|Caladea/,
    Georgia: /Georgia|Gelasio/,
    Arial: /Arial|Arimo|Liberation Sans/,
    'Times New Roman': /Times New Roman|Tinos|Liberation Serif/,
    'Courier New': /Courier New|Cousine|Liberation Mono/,
  };
  const missing = [];
  for (const [name, twin] of Object.entries(twins)) {
    const match = await output('fc-match', ['-f', '%{family}', name]);
    if (!twin.test(match)) missing.push(`  ${name}: this machine takes ${match} instead`);
  }
  if (missing.length === 0) return;
  console.error(`Fonts of equal widths are missing, so lines would break elsewhere:\n${missing.join('\n')}
On Debian: apt install fonts-crosextra-caladea fonts-crosextra-carlito fonts-liberation
Gelasio, for Georgia, is at https://fonts.google.com/specimen/Gelasio`);
  process.exit(3);
}

/** One LibreOffice for all files of a folder, with a profile of its own that goes with the samples. */
async function layOut(files) {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  for (const home of new Set(files.map(dirname))) {
    const here = files.filter((file) => dirname(file) === home);
    await mkdir(join(home, 'word'));
    const argv = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir'];
    await output('soffice', [...argv, join(home, 'word'), ...here]);
  }
}

function laidOut(docx) {
  return join(dirname(docx), 'word', `${basename(docx, '.docx')}.pdf`);
}

/** The lines of each page, without what only tells how far apart words stand. */
async function pagesOf(pdf) {
  const text = await output('pdftotext', ['-layout', pdf, '-']);
  return text
    .replace(/\f$/, '')
    .split('\f')
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.replaceAll(/\s+/g, ' ').trim())
        .filter((line) => line !== ''),
    );
}

function count(pages) {
  return pages.reduce((sum, lines) => sum + lines.length, 0);
}

function percent(share) {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

async function hasColumns(theme) {
  return /^aside:/m.test(await readFile(join('themes', theme, 'theme.yaml'), 'utf8'));
}

/** All words of a document as one page, in the order of the alphabet, without the footers, of which Word may have more. */
async function wordsOf(pdf) {
  const lines = (await pagesOf(pdf)).flat().filter((line) => !/ \d+ \/ \d+$/.test(line));
  return [lines.flatMap((line) => line.split(' ')).sort()];
}

/** The longest common subsequence of two pages: index in the first → index in the second. */
function common(first, second) {
  const best = Array.from({ length: first.length + 1 }, () => new Array(second.length + 1).fill(0));
  for (let i = first.length - 1; i >= 0; i -= 1) {
    for (let j = second.length - 1; j >= 0; j -= 1) {
      best[i][j] = first[i] === second[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    }
  }
  const pairs = new Map();
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    if (first[i] === second[j]) pairs.set(i++, j++);
    else if (best[i + 1][j] >= best[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}
