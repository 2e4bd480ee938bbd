import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inTurns, program, ratio } from './measure.js';

// One résumé from a standing start: three formats against the bare print of the same page, against resumed, and the formats
// that need no browser against the start of an empty process.

const RESUME = 'resumes/backend-engineer.yaml';

/** Rows of `[what, against what, ratio, goal]`. `even` says whether resumed and its theme are installed. */
export async function measureCold({ folder, browser, turns, even }) {
  const out = join(folder, 'cold');
  await mkdir(out, { recursive: true });
  const render = (...options) => program(['dist/cli.js', RESUME, '-q', '--force', '-o', out, ...options]);
  await render('-f', 'html')();
  const page = join(out, 'backend-engineer.html');
  const json = join(out, 'resume.json');
  await writeFile(json, JSON.stringify(parse(await readFile(RESUME, 'utf8'))));
  const times = await inTurns(turns, {
    empty: program(['-e', '0']),
    words: render('-f', 'html,docx'),
    three: render(),
    floor: program(['bench/floor.js', browser.path, page, join(out, 'floor.pdf')]),
    ...(even && {
      resumed: program(
        [
          'bench/node_modules/resumed/bin/resumed.js',
          'export',
          json,
          '-o',
          join(out, 'resumed.pdf'),
          '-t',
          'jsonresume-theme-even',
          '--puppeteer-arg=--no-sandbox',
        ],
        { PUPPETEER_EXECUTABLE_PATH: browser.path },
      ),
    }),
  });
  return [
    ['PDF, HTML and Word, cold', 'bare print, cold', ratio(times.three, times.floor), '≤ 1.6'],
    ...(even
      ? [
          [
            'PDF, HTML and Word, cold',
            'resumed with even, PDF only',
            ratio(times.three, times.resumed),
            '≤ 0.6',
          ],
        ]
      : []),
    ['HTML and Word, cold', 'empty process', ratio(times.words, times.empty), '≤ 6'],
  ];
}
