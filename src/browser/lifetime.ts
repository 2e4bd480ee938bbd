// In: jobs that need something which may die, and the news of its death. Out: the same jobs, which then fail at once.
// Why: calls to a browser that is gone are never answered. A `Promise.race` against one promise that lives as long as the
// browser would keep every PDF ever printed: https://github.com/nodejs/node/issues/17469

export interface Lifetime {
  /** The job's own result, or the death, whichever comes first. */
  during<T>(job: Promise<T>): Promise<T>;
  /** Ends what is under way, and whatever is begun later. */
  end(reason: Error): void;
}

export function lifetime(): Lifetime {
  const underWay = new Set<(reason: Error) => void>();
  let over: Error | undefined;
  return {
    during<T>(job: Promise<T>) {
      return new Promise<T>((resolve, reject) => {
        if (over) reject(over);
        else underWay.add(reject);
        job.then(resolve, reject).finally(() => underWay.delete(reject));
      });
    },
    end(reason) {
      over ??= reason;
      for (const reject of underWay) reject(over);
      underWay.clear();
    },
  };
}
