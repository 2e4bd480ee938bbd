import { expect, it } from 'vitest';
import { testRenderer } from '../../test-browser.js';

// The name in a footer may be all that its face of a font is for, and Chromium looks at footers when it prints, no sooner.

const renderer = testRenderer();

it.each([
  ['Łucja Őri', 'modern'],
  ['Ελένη Παπά', 'minimal'],
  ['三枝 菜緒', 'sidebar'],
  ['Ada Example', 'compact'],
])('the footer of %s in %s is printed with its fonts the first time, too', async (name, theme) => {
  const things = Array.from({ length: 70 }, (_, index) => `{ highlights: [Built bridge number ${index}.] }`);
  const source = `basics: { name: ${name} }\nprojects: [${things.map((one, at) => one.replace('{', `{ name: Bridge ${at},`)).join(', ')}]\n`;
  const print = async () => {
    const { files } = await renderer.render(source, { theme, formats: ['pdf'] });
    return Buffer.from(files.pdf ?? []);
  };
  const first = await print();
  expect(first.equals(await print())).toBe(true);
});
