import { beforeAll, describe, expect, it } from 'vitest';
import { linearize } from '../../../src/page/linearize.js';
import { readTheme } from '../../../src/theme/read.js';
import type { Theme } from '../../../src/theme/theme.js';
import { writeDocx } from '../../../src/writers/docx/write-docx.js';
import { pageOf, readSample, SAMPLES } from '../../page/samples.js';
import {
  all,
  child,
  kids,
  openDocx,
  paragraphs,
  readXml,
  styleOf,
  stylesOf,
  val,
  type WordFile,
  type Xml,
} from './word-file.js';

// What happens to a résumé when somebody changes a style in Word. The properties of each paragraph are worked out as Word
// does it (ISO/IEC 29500-1, 17.7.2): defaults, the styles from Normal down to the paragraph's own, the paragraph itself.

let theme: Theme;
let file: WordFile;
beforeAll(async () => {
  theme = await readTheme('classic');
  const page = pageOf(readSample('academic.yaml'), theme);
  file = openDocx(await writeDocx(page, linearize(page.html, theme)));
});

const chain = (styles: Map<string, Xml>, id: string | undefined): Xml[] => {
  const style = styles.get(id ?? '');
  return style ? [...chain(styles, val(child(style, 'w:basedOn'))), style] : [];
};

/** One property of every paragraph, by its style: `w:rPr w:sz` of the text, `w:pPr w:jc` of the paragraph. */
function looks(styles: Map<string, Xml>, kind: 'w:rPr' | 'w:pPr', name: string): Map<string, string> {
  return new Map(
    paragraphs(file).map((paragraph) => {
      const stated = chain(styles, styleOf(paragraph)).flatMap((style) => child(style, kind, name) ?? []);
      const last = stated.at(-1);
      return [styleOf(paragraph) ?? '', last ? JSON.stringify(last.attrs) : ''];
    }),
  );
}

/** The styles as they are after somebody changed one property of one. */
function restyled(id: string, from: string, to: string): Map<string, Xml> {
  const source = file.source('word/styles.xml');
  const changed = source.replace(new RegExp(`(w:styleId="${id}".*?)${from}`, 's'), `$1${to}`);
  expect(changed).not.toBe(source);
  return new Map(all(readXml(changed), 'w:style').map((style) => [style.attrs['w:styleId'] ?? '', style]));
}

describe('who changes Normal', () => {
  it('changes the font of every paragraph', () => {
    const styles = restyled('Normal', 'w:ascii="Cambria"', 'w:ascii="Georgia"');
    const fonts = new Set(looks(styles, 'w:rPr', 'w:rFonts').values());
    expect([...fonts].map((font) => JSON.parse(font)['w:ascii'])).toEqual(['Georgia']);
  });

  it('changes the size of all that the theme does not make larger or smaller', () => {
    const sizes = looks(restyled('Normal', '<w:sz w:val="21"/>', '<w:sz w:val="23"/>'), 'w:rPr', 'w:sz');
    const others = [...sizes].filter(([, size]) => JSON.parse(size)['w:val'] !== '23').map(([id]) => id);
    expect(others.sort()).toEqual(['Heading1', 'Headline', 'Title']);
  });

  it('changes the colour of all that the theme does not make paler', () => {
    const styles = restyled('Normal', '<w:color w:val="1D1D1F"/>', '<w:color w:val="0000FF"/>');
    const colours = looks(styles, 'w:rPr', 'w:color');
    for (const id of ['Title', 'Heading1', 'Heading2', 'Contact', 'ListBullet', 'Pair'])
      expect(colours.get(id), id).toBe('{"w:val":"0000FF"}');
  });
});

it('who changes Heading 1 changes every section, and nothing else', () => {
  const before = looks(stylesOf(file), 'w:rPr', 'w:sz');
  const after = looks(restyled('Heading1', '<w:sz w:val="27"/>', '<w:sz w:val="40"/>'), 'w:rPr', 'w:sz');
  const changed = [...after].filter(([id, size]) => before.get(id) !== size);
  expect(changed).toEqual([['Heading1', '{"w:val":"40"}']]);
  expect(paragraphs(file).filter((paragraph) => styleOf(paragraph) === 'Heading1').length).toBeGreaterThan(5);
});

describe.each(SAMPLES)('in %s', (name) => {
  it('no style repeats what its base says, and every style is based on Normal in the end', async () => {
    const page = pageOf(readSample(name), theme);
    const styles = stylesOf(openDocx(await writeDocx(page, linearize(page.html, theme))));
    const repeated = [...styles.keys()].flatMap((id) => {
      const [own, ...bases] = chain(styles, id).reverse();
      return (['w:rPr', 'w:pPr'] as const).flatMap((kind) =>
        kids(child(own, kind) ?? { name: '', attrs: {}, children: [] })
          .filter((property) => {
            const above = bases.flatMap((base) => child(base, kind, property.name) ?? [])[0];
            return above !== undefined && JSON.stringify(above) === JSON.stringify(property);
          })
          .map((property) => `${id} ${property.name}`),
      );
    });
    expect(repeated).toEqual([]);
    const roots = [...styles].filter(([, style]) => style.attrs['w:type'] === 'paragraph');
    expect(roots.map(([id]) => chain(styles, id)[0]?.attrs['w:styleId'])).toEqual(roots.map(() => 'Normal'));
  });
});
