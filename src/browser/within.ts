/**
 * What `step` comes to, if it takes at most so many milliseconds; otherwise throws a TimeoutError, and nobody hears of the
 * step any more.
 */
export function within<T>(patience: number, step: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = Object.assign(new Error(`more than ${patience} ms`), { name: 'TimeoutError' });
    const timer = setTimeout(reject, patience, late);
    step.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
