// In: what to clean up, in two forms. Out: the undo. Meanwhile the process takes it along when it ends.
// Why: Ctrl+C must leave no browser and no folder behind; and after the cleaning the signal takes its usual
// course, so that shells and other listeners see what they expect.

export interface Cleaning {
  clean: () => Promise<void>;
  /** For `process.exit`, where nothing can be awaited. */
  cleanNow: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function cleanAtExit({ clean, cleanNow }: Cleaning): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    undo();
    void clean().finally(() => {
      // Others who listen have taken over what the signal means; nobody left, it ends the process.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  };
  const undo = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('exit', cleanNow);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('exit', cleanNow);
  return undo;
}
