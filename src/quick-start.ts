import { setFlagsFromString } from 'node:v8';

// A render is over before V8 has gained anything from optimizing its code, and where there are few cores the threads that
// do so are in the way. V8 is told to wait longer; what runs for long is still optimized.

/** Each generation of V8 knows its own flags, and refuses others aloud. Node 20 has V8 11; Node 22 and 24 have 12 and 13. */
const PATIENCE: Record<string, string[]> = {
  11: ['--interrupt-budget=1000000'],
  12: ['turbofan', 'maglev', 'osr', 'maglev-osr'].map((tier) => `--invocation-count-for-${tier}=60000`),
};

/** Changes how soon things are done, never what. To be called before anything large is imported. */
export function quickStart(v8: string): void {
  const [generation = ''] = v8.split('.');
  for (const flag of PATIENCE[generation === '13' ? '12' : generation] ?? []) setFlagsFromString(flag);
}
