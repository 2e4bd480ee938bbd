import { openRenderer } from '../dist/index.js';
import { inTurns, median } from './measure.js';

// Long résumés: what an entry costs must not depend on how many there are.

/** Entries of a résumé → how often it is rendered in a turn. */
const ROUNDS = new Map([
  [10, 40],
  [100, 8],
  [1000, 1],
]);

function resumeOf(entries) {
  const work = Array.from(
    { length: entries },
    (_, index) => `  - name: Northwind ${index}
    position: Engineer ${index}
    startDate: ${1000 + index}-03
    endDate: ${1001 + index}-02
    highlights:
      - Moved fare calculation number ${index} out of the booking monolith.
      - Replaced nightly run ${index} with a stream.`,
  );
  return `basics: { name: Ada Example }\nwork:\n${work.join('\n')}\n`;
}

/** Rows of `[what, against what, ratio, goal]`. */
export async function measureSize({ turns }) {
  const renderer = openRenderer({ env: process.env });
  const steps = [...ROUNDS].map(([size, rounds]) => [
    size,
    async () => {
      const source = resumeOf(size);
      for (let round = 0; round < rounds; round += 1) await renderer.render(source);
    },
  ]);
  const times = await inTurns(turns, Object.fromEntries(steps));
  await renderer[Symbol.asyncDispose]();
  const cost = (size) => median(times[size]) / ROUNDS.get(size);
  // What a document costs whatever it holds is no entry's.
  const further = (from, to) => (cost(to) - cost(from)) / (to - from);
  return [
    [
      'a further entry, from 100 to 1,000',
      'a further entry, from 10 to 100',
      further(100, 1000) / further(10, 100),
      '0.8 to 1.2',
    ],
  ];
}
