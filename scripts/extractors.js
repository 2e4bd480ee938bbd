import { readFile, rm } from 'node:fs/promises';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { output, renderSamples, table } from './samples.js';

// Do plain programs read our PDFs as they were written? The text of every sample with every theme through pdf.js,
// Poppler, pypdf and pdfminer: the same words in the same order, whole, the name first, each date beside its entry. Exit
// code 1 when one reads otherwise. Each program turns Arabic and Hebrew round in its own way, so there only letters count.

const { folder, rendered } = await renderSamples(['pdf']);
const faults = [];
const notes = [];
const rows = [['theme', 'sample', 'words', 'bullets', 'pdf.js']];
try {
  const files = rendered.map(({ path }) => path('pdf'));
  const readers = await others(files);
  rows[0].push(...readers.keys());
  for (const [index, { theme, sample }] of rendered.entries()) {
    const { text, author, headings } = await throughPdfjs(files[index]);
    const expected = wordsOf(text);
    const verdicts = [];
    for (const [reader, texts] of [['pdf.js', [text]], ...readers]) {
      const found = texts[reader === 'pdf.js' ? 0 : index];
      const wrong = judge(found, { reader, expected, author, headings });
      verdicts.push(wrong.length === 0 ? 'same' : `${wrong.length} wrong`);
      faults.push(...wrong.map((fault) => `${theme}, ${sample}, ${reader}: ${fault}`));
    }
    const bullets = expected.filter((word) => word === '•').length;
    rows.push([theme, sample, expected.length, bullets, ...verdicts]);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

console.log(table(rows));
if (notes.length > 0) console.log(`\n${[...new Set(notes)].join('\n')}`);
if (faults.length > 0) console.log(`\n${faults.join('\n')}`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** The readers that are installed, each with the text of every file; for the others, how to have them. */
async function others(files) {
  const readers = new Map();
  const poppler = (...flags) =>
    Promise.all(files.map((file) => output('pdftotext', [...flags, '-enc', 'UTF-8', file, '-'])));
  try {
    readers.set('poppler', await poppler());
    readers.set('poppler -raw', await poppler('-raw'));
    readers.set('poppler -layout', await poppler('-layout'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    notes.push('Not tried: Poppler. Install poppler-utils.');
  }
  for (const python of ['/usr/bin/python3', 'python3']) {
    const found = await output(python, ['scripts/read-pdfs.py', ...files]).catch((error) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (found === undefined) continue;
    for (const [name, texts] of Object.entries(JSON.parse(found))) readers.set(name, texts);
    break;
  }
  for (const name of ['pypdf', 'pdfminer'])
    if (!readers.has(name))
      notes.push(`Not tried: ${name}. Install it for python3 (Debian: python3-${name}).`);
  return readers;
}

/** In the order of the content stream, as programs that do not sort would have it. */
async function throughPdfjs(file) {
  const data = new Uint8Array(await readFile(file));
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  try {
    const document = await task.promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      text += `${items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('')}\n`;
    }
    const { info } = await document.getMetadata();
    return { text, author: info.Author, headings: titles(await document.getOutline()) };
  } finally {
    await task.destroy();
  }
}

function titles(items) {
  return (items ?? []).flatMap(({ title, items: inner }) => [title, ...titles(inner)]);
}

function judge(text, { reader, expected, author, headings }) {
  const wrong = [];
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(author)) {
    const letters = (list) => [...list.join('').replaceAll(/\P{L}/gu, '')].sort().join('');
    return letters(wordsOf(text)) === letters(expected) ? [] : ['has other letters'];
  }
  // Their analysis of the page moves what stands at the right edge.
  const moves = reader === 'pdfminer' || reader === 'poppler';
  const words = wordsOf(text);
  const lines = text.split(/[\n\f]/).map((line) => wordsOf(line).join(' '));
  const odd = text.match(/[\ufb00-\ufb06\ufffd\u00ad\ue000-\uf8ff]/g);
  if (odd) wrong.push(`letters no program understands: ${[...new Set(odd)].map(code).join(', ')}`);
  const [first] = lines.filter((line) => line !== '');
  if (first !== author) wrong.push(`begins with “${first}”`);
  const [ours, theirs] = moves ? differences(expected, words) : [expected, words];
  const letters = (list) => [...list.join('').replaceAll('-', '')].sort().join('');
  const at = ours.findIndex((word, index) => word !== theirs[index]);
  if (reader === 'poppler' && at >= 0 && letters(ours) === letters(theirs)) {
    notes.push(`Poppler by itself drops a hyphen where a line ends in one: ${theirs.join(', ')}.`);
  } else if (at >= 0 || theirs.length !== ours.length) {
    const near = (list) => list.slice(Math.max(0, at - 1), at + 3).join(' ');
    wrong.push(`reads “${near(theirs)}” where “${near(ours)}” stands`);
  }
  // A heading of one line is its title and its dates.
  const torn = headings.filter((title) => title.length < 70 && !lines.includes(wordsOf(title).join(' ')));
  if (!moves && torn.length > 0) wrong.push(`does not keep “${torn[0]}” on one line`);
  return wrong;
}

/** What one list of words has more of than the other, wherever it stands. */
function differences(first, second) {
  const more = (list, other) => {
    const counts = new Map();
    for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1);
    return list.filter((word) => {
      const left = counts.get(word) ?? 0;
      counts.set(word, left - 1);
      return left <= 0;
    });
  };
  return [more(first, second), more(second, first)];
}

function wordsOf(text) {
  // pdf.js folds letters that look alike, such as the two signs for micro.
  return text
    .normalize('NFKC')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function code(letter) {
  return `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
