import { describe, expect, it } from 'vitest';
import { lifetime } from '../../src/browser/lifetime.js';

describe('a lifetime', () => {
  it('gives each job its own result', async () => {
    const life = lifetime();
    expect(await life.during(Promise.resolve(1))).toBe(1);
    await expect(life.during(Promise.reject(new Error('own')))).rejects.toThrow('own');
  });

  it('ends what is under way, and what is begun later', async () => {
    const life = lifetime();
    const endless = life.during(new Promise(() => undefined));
    life.end(new Error('gone'));
    await expect(endless).rejects.toThrow('gone');
    await expect(life.during(Promise.resolve(1))).rejects.toThrow('gone');
  });

  it('keeps nothing of a job that is done', async () => {
    const { gc } = globalThis;
    if (!gc) throw new Error('the tests run with --expose-gc');
    const life = lifetime();
    const references: WeakRef<object>[] = [];
    for (let count = 0; count < 20; count += 1) {
      references.push(new WeakRef(await life.during(Promise.resolve({ count }))));
    }
    // A turn of the event loop each, for a reference is kept alive in the one that made or read it.
    const alive = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      gc();
      return references.filter((reference) => reference.deref() !== undefined).length;
    };
    await expect.poll(alive).toBeLessThanOrEqual(1);
    life.end(new Error('gone'));
  });
});
