// In: what to clean up, in two forms. Out: the undo. Meanwhile the process takes it along when it ends.
// Why: Ctrl+C must leave no browser, no folder and no half of a file behind; and after the cleaning the signal takes its
// usual course, so that shells and other listeners see what they expect.

export interface Cleaning {
  clean: () => Promise<void>;
  /** For `process.exit`, where nothing can be awaited, and for a second Ctrl+C, which will not wait. */
  cleanNow: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function cleanAtExit({ clean, cleanNow }: Cleaning): () => void {
  let cleaning = false;
  const onSignal = (signal: NodeJS.Signals) => {
    const leave = () => {
      undo();
      // Whoever still listens has something to clean as well, or has taken over what the signal means.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    if (cleaning) {
      cleanNow();
      leave();
      return;
    }
    cleaning = true;
    void clean().finally(leave);
  };
  const undo = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('exit', cleanNow);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('exit', cleanNow);
  return undo;
}
