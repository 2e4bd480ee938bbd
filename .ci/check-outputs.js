import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

// Every sample in every format is there and is what its name says.
const [out] = process.argv.slice(2);
const samples = readdirSync('resumes').map((name) => basename(name, '.yaml'));
const themes = readdirSync('themes');
const opening = { pdf: '%PDF-', html: '<!doctype html>', docx: 'PK', txt: '', md: '# ' };
const folders = [
  { folder: out, formats: ['pdf', 'html', 'docx'] },
  ...(themes.length > 1 ? themes : ['']).map((theme) => ({
    folder: join(out, 'all', theme),
    formats: ['pdf', 'html', 'docx', 'txt', 'md'],
  })),
];
for (const { folder, formats } of folders) {
  for (const sample of samples) {
    for (const format of formats) {
      const path = join(folder, `${sample}.${format}`);
      const bytes = readFileSync(path);
      if (bytes.length < 500 || !bytes.toString('latin1').startsWith(opening[format])) {
        throw new Error(`${path} is not a ${format} file`);
      }
    }
  }
}
console.log(`${samples.length} samples in ${folders.length} folders are as they should be`);
