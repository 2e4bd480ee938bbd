import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { listThemes, readTheme } from '../../src/theme/read.js';
import type { Theme } from '../../src/theme/theme.js';
import { fullView, pageOf, pageOfView, readSample, resumeOf, SAMPLES } from './samples.js';

// `standard`: what the HTML standard says, without opinions about style.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
});

let theme: Theme;
beforeAll(async () => {
  theme = await readTheme('classic');
});

async function faults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, 'page.html');
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`),
  );
}

describe.each(await listThemes())('a page of the theme %s is valid HTML', (name) => {
  it.each(SAMPLES)('of %s', async (file) => {
    expect(await faults(pageOf(readSample(file), await readTheme(name)).html)).toEqual([]);
  });

  it('with every field of every section', async () => {
    expect(await faults(pageOfView(fullView(), await readTheme(name)).html)).toEqual([]);
  });
});

describe('the page is valid HTML', () => {
  it('with every field of every section', async () => {
    expect(await faults(pageOfView(fullView(), theme).html)).toEqual([]);
  });

  it('with a picture', async () => {
    const photo = { src: 'data:image/png;base64,AA==', alt: 'Ada "A" <Example>', width: 96, height: 120 };
    expect(await faults(pageOf(resumeOf('basics: {name: Ada}'), theme, { photo }).html)).toEqual([]);
  });

  it('with its source inside', async () => {
    const source = 'basics:\n  name: "Ada & \\u003cExample>"\n';
    const { html } = pageOf(resumeOf('basics: {name: Ada}'), theme, { source });
    expect(await faults(html)).toEqual([]);
    expect(html).toContain(`<script type="application/yaml" id="resume-source">${source}</script>`);
  });

  it('and this would be seen if it were not', async () => {
    const { html } = pageOfView(fullView(), theme);
    expect(await faults(html.replace('<h1>', '<h1><p>x</p>'))).not.toEqual([]);
    expect(await faults(html.replace('lang="en"', 'lang="en" lang="de"'))).not.toEqual([]);
  });
});
