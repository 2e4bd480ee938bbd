/** A promise that somebody will look at later, or never: its failure alone must not end the process. */
export function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
