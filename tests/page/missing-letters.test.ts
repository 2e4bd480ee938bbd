import { describe, expect, it } from 'vitest';
import { missingLetters } from '../../src/page/missing-letters.js';

const told = (missing: string[], uninstalled: [string, string[]][]) =>
  missingLetters({ missing, uninstalled: new Map(uninstalled) }, 'cv.yaml').map(
    ({ severity, rule, message, suggestion }) => `${severity} ${rule}: ${message} → ${suggestion}`,
  );

describe('letters without a font', () => {
  it('are told with the command that installs it', () => {
    expect(told([], [['@fontsource/biz-udpmincho', ['職', '務']]])).toEqual([
      'warning no-font: the font for 職 務 is not installed → npm install @fontsource/biz-udpmincho',
    ]);
  });

  it('are told as such where no font has them, and a dozen is enough', () => {
    expect(told([...'ᚠᚡᚢᚣᚤᚥᚦᚧᚨᚩᚪᚫᚬ'], [])).toEqual([
      'warning no-glyph: the theme’s fonts have no letter for ᚠ ᚡ ᚢ ᚣ ᚤ ᚥ ᚦ ᚧ ᚨ ᚩ ᚪ ᚫ … → the PDF may show empty boxes there; Word will use a font of its own',
    ]);
  });

  it('are nothing to tell where there are none', () => {
    expect(told([], [])).toEqual([]);
  });
});
