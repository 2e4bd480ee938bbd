// In: how many jobs may run at once. Out: a function that runs a job as soon as there is room for it.
// Why: each open page costs memory and a whole core while it prints; the others wait their turn.

export type Slots = <T>(job: () => Promise<T>) => Promise<T>;

export function slots(count: number): Slots {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (job) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
