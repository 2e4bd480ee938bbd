const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborted when the user (Ctrl-C), the system or the closed terminal asks the process to end. From then on the command is to
 * end it in its own time; the listeners stay until it has, since without any a signal is final.
 */
export function untilEnded(): AbortSignal {
  const ended = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => ended.abort());
  return ended.signal;
}
