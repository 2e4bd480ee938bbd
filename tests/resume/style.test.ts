import { describe, expect, it } from 'vitest';
import { readResume } from '../../src/resume/read.js';
import { FAMILIES } from '../../src/theme/families.js';

const read = (style: string) => readResume(`basics: {name: Ada}\nmeta:\n  style:\n${style}`, 'cv.yaml');
const findings = (style: string) =>
  read(style).diagnostics.map(
    ({ severity, rule, place, path, message, suggestion }) =>
      `${place?.line}:${place?.column} ${severity} ${rule} <${path}> ${message}${suggestion ? ` → ${suggestion}` : ''}`,
  );

describe('meta.style', () => {
  it('takes what it documents', () => {
    const { resume, diagnostics } = read(
      '    accent: "#0b5a44"\n    font: { body: Caladea, headings: Carlito, mono: Cousine }\n    size: 10.5\n    density: airy',
    );
    expect(diagnostics).toEqual([]);
    expect(resume?.meta?.style).toEqual({
      accent: '#0b5a44',
      font: { body: 'Caladea', headings: 'Carlito', mono: 'Cousine' },
      size: 10.5,
      density: 'airy',
    });
  });

  it.each(Object.keys(FAMILIES))(
    'knows the family %s, and by the name of its twin what is meant',
    (family) => {
      expect(read(`    font: ${family}`).resume?.meta?.style).toEqual({ font: family });
      const { word } = FAMILIES[family as keyof typeof FAMILIES];
      expect(findings(`    font: ${word}`)).toEqual([
        `4:11 error unknown-value <meta.style.font> \`font\` cannot be \`${word}\` → here it is \`${family}\``,
      ]);
    },
  );

  it.each([
    [
      'font: Helvetica',
      `4:11 error unknown-value <meta.style.font> \`font\` cannot be \`Helvetica\` → one of: ${Object.keys(FAMILIES).join(', ')}`,
    ],
    [
      'font: {headings: Gelaso}',
      '4:22 error unknown-value <meta.style.font.headings> `headings` cannot be `Gelaso` → did you mean `Gelasio`?',
    ],
    [
      'font: {small: Gelasio}',
      '4:12 error unknown-key <meta.style.font.small> unknown key `small` in meta.style.font → known keys: body, headings, mono',
    ],
    [
      'accent: red',
      '4:13 error wrong-type <meta.style.accent> `accent`: colours are written #rgb or #rrggbb, such as "#0b5a44"',
    ],
    [
      'accent: #0b5a44',
      '4:5 warning unquoted-colour <meta.style.accent> YAML takes #0b5a44 for a comment, so there is no accent here → put it in quotes: "#0b5a44"',
    ],
    [
      'size: 10',
      '4:11 error wrong-type <meta.style.size> `size` cannot be `10`: it goes in steps of 1.5 → write 9 or 10.5',
    ],
    ['size: 6', '4:11 error wrong-type <meta.style.size> `size` cannot be `6` → 7.5 at least'],
    [
      'density: loose',
      '4:14 error unknown-value <meta.style.density> `density` cannot be `loose` → one of: compact, normal, airy',
    ],
    [
      'fonts: Carlito',
      '4:5 error unknown-key <meta.style.fonts> unknown key `fonts` in meta.style → here it is `font`',
    ],
    [
      'colour: "#111"',
      '4:5 error unknown-key <meta.style.colour> unknown key `colour` in meta.style → here it is `accent`',
    ],
    [
      'paper: letter',
      '4:5 error unknown-key <meta.style.paper> unknown key `paper` in meta.style → `paper` belongs in meta, not inside meta.style',
    ],
    [
      'titles: {work: Jobs}',
      '4:5 error unknown-key <meta.style.titles> unknown key `titles` in meta.style → `titles` belongs in meta, not inside meta.style',
    ],
  ])('%s is told', (style, finding) => {
    expect(findings(`    ${style}`)).toEqual([finding]);
  });

  it('says nothing of an accent that is there, or of a comment beside it', () => {
    expect(findings('    accent: "#0b5a44" # was #111111')).toEqual([]);
    expect(findings('    size: 9 # accent: #111111')).toEqual([]);
    expect(findings('    # accent: #111111\n    size: 9')).toEqual([]);
  });

  it.each(['accent: "#075"', 'font: Carlito', 'size: 9', 'density: airy'])(
    '%s in meta itself belongs in style',
    (line) => {
      const { diagnostics } = readResume(`basics: {name: Ada}\nmeta: {${line}}`, 'cv.yaml');
      expect(diagnostics.map(({ suggestion }) => suggestion)).toEqual(['it belongs in `style`']);
    },
  );
});
