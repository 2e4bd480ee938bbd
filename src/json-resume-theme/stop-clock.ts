// A theme that prints "today", or counts the years of a job that goes on, would print something else tomorrow: the clock
// it sees stands at the document's own date.

/** From here on it is `now` (milliseconds since 1970) for all code of this process. */
export function stopClock(now: number): void {
  const Clock = Date;
  globalThis.Date = new Proxy(Clock, {
    apply: () => new Clock(now).toString(),
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length > 0 ? given : [now], newTarget),
  });
  Clock.now = () => now;
}
