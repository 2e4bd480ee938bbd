import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Verdict {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/**
 * What axe (https://github.com/dequelabs/axe-core) finds wrong with a page as it stands: the rule, the element, and how to
 * mend it. `options` are its own.
 */
export async function axeFaults(page: Page, options: object): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const run = `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`;
  const { violations } = (await page.evaluate(run)) as Verdict;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary ?? ''}`),
  );
}
