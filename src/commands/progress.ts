import { performance } from 'node:perf_hooks';
import { cleanAtExit } from '../browser/exit.js';
import type { ReportStyle } from '../source/report.js';
import { progressLine } from './progress-line.js';
import type { Terminal } from './terminal.js';

// Long work on a screen: one line at the bottom that says how far it has come, and is gone when it is done, has failed or
// was interrupted. Elsewhere nothing is shown, and lines are said as ever.

export interface Progress extends Disposable {
  /** Whether somebody looks on. */
  shown: boolean;
  /** So many files come now. One alone is no long work. */
  expect(files: number): void;
  /** Does the work on one of them. `wasWork`: whether it tells how long the others will take. */
  follow<R>(file: string, work: () => Promise<R>, wasWork?: (result: R) => boolean): Promise<R>;
  /** A line on stderr, above the progress. */
  say(line: string): void;
}

/** Files after which the time the others take can be guessed: the first ones wait for the browser. */
const ENOUGH = 5;

/** To the start of the line, and what stands there away; no other command is sent, so there is nothing else to undo. */
const WIPE = '\r\x1b[K';

/** Shown for people only: on a screen, in the pretty report, and not where they asked for quiet. `now` is in milliseconds. */
export function openProgress(
  terminal: Terminal,
  { quiet, report }: { quiet: boolean; report: ReportStyle },
  now: () => number = () => performance.now(),
): Progress {
  const screen = quiet || report !== 'pretty' ? undefined : terminal.screen;
  const atWork = new Set<string>();
  let [total, done, worked, began] = [0, 0, 0, 0];
  let drawn = false;
  let closed = screen === undefined;

  const wipe = () => {
    if (drawn) screen?.write(WIPE);
    drawn = false;
  };
  const draw = () => {
    const current = [...atWork].at(-1);
    if (closed || screen === undefined || total < 2 || current === undefined) return wipe();
    const left = worked < ENOUGH ? {} : { left: ((now() - began) / worked) * (total - done) };
    // One column stays free: a line that fills the last one goes on to the next.
    const line = progressLine({ done, total, current, ...left }, screen.columns() - 1);
    screen.write(`\r${line}\x1b[K`);
    drawn = true;
  };
  const close = () => {
    closed = true;
    wipe();
  };
  const forget = screen && cleanAtExit({ clean: async () => close(), cleanNow: close });

  return {
    shown: screen !== undefined,
    expect(files) {
      [total, done, worked, began] = [files, 0, 0, now()];
    },
    async follow(file, work, wasWork = () => true) {
      atWork.add(file);
      draw();
      try {
        const result = await work();
        if (wasWork(result)) worked += 1;
        return result;
      } finally {
        done += 1;
        atWork.delete(file);
        draw();
      }
    },
    say(line) {
      wipe();
      terminal.err(line);
      draw();
    },
    [Symbol.dispose]() {
      close();
      forget?.();
    },
  };
}
