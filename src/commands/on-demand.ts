import type { Browser } from '../browser/open.js';
import type { Terminal } from './terminal.js';

/** One browser for a whole command, which is opened when it is first asked for; many commands never do. */
export interface BrowserOnDemand extends AsyncDisposable {
  open(): Promise<Browser>;
  /** The browser if it was opened. */
  opened(): Promise<Browser> | undefined;
}

/** `pages`: how many documents may print at once. `tell` is told, at most once, that the sandbox is off. */
export function browserOnDemand(
  { browser: explicit, pages }: { browser?: string; pages?: number },
  env: NodeJS.ProcessEnv,
  tell: Terminal['err'],
): BrowserOnDemand {
  let opened: Promise<Browser> | undefined;
  return {
    open() {
      opened ??= import('../browser/open.js').then(({ openBrowser }) =>
        openBrowser({
          env,
          tell,
          ...(pages !== undefined && { pages }),
          ...(explicit !== undefined && { explicit }),
        }),
      );
      return opened;
    },
    opened: () => opened,
    async [Symbol.asyncDispose]() {
      await (await opened)?.[Symbol.asyncDispose]();
    },
  };
}
