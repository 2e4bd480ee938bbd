import type { CDPSession } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openStage } from '../../src/browser/stage.js';
import { listThemes } from '../../src/theme/locate-theme.js';
import { readTheme } from '../../src/theme/read.js';
import { pageOf, readSample, SAMPLES } from '../page/samples.js';

// What pages look like that follow each other is for a real browser to show (print.test.ts). Here: who gets a window alone,
// which costs a save half of its print, and is seen by nobody.

/** A page of the browser that agrees to all, and counts the windows it is asked for. */
function agreeing() {
  let windows = 0;
  const send = async () => ({ result: { objectId: `${windows}`, value: 'complete' } });
  const once = (_: string, told: () => void) => told();
  const clear = async () => {
    windows += 1;
  };
  const stage = openStage({ send, once } as unknown as CDPSession, 'frame', clear);
  return {
    windowsFor: async (pages: readonly string[]) => {
      const before = windows;
      for (const page of pages) await stage.show(page, []);
      return windows - before;
    },
  };
}

it('pages of ours share one window, whatever they say', async () => {
  const { windowsFor } = agreeing();
  const themes = await Promise.all((await listThemes()).map((name) => readTheme(name)));
  const resumes = SAMPLES.map(readSample);
  const pages = themes.flatMap((theme) =>
    resumes.map((resume) => pageOf(resume, theme, { source: 'a: 1' }).bare),
  );
  // The first of them was there before.
  expect(await windowsFor(pages)).toBe(0);
});

it('a stranger has one to itself', async () => {
  const { windowsFor } = agreeing();
  const ours = pageOf(readSample(SAMPLES[0] as string), await readTheme('classic')).bare;
  const stranger = ours.replace('default-src &#x27;none&#x27;', 'default-src &#x27;self&#x27;');
  expect(stranger).not.toBe(ours);
  expect(await windowsFor([ours, stranger, ours, ours])).toBe(2);
});
