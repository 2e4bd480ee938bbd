import { describe, expect, it } from 'vitest';
import { moveMargins } from '../../../src/writers/pdf/move-margins.js';
import { readOperators } from '../../../src/writers/pdf/read-operators.js';
import { operatorsOf, streamOf, tidied } from './content.js';

const namesOf = (content: string) => readOperators(content)?.map(({ name }) => name);

describe('the operators of a content stream', () => {
  it('are found among operands of every kind', () => {
    expect(
      namesOf(
        '.24 0 0 -.24 0 841.9 cm % Q\n/G3 gs <</A [1 true null (Q)] /B <0a>>> DP [<01> -3 (a)] TJ T* 1 2 "',
      ),
    ).toEqual(['cm', 'gs', 'DP', 'TJ', 'T*', '"']);
  });

  it('are not found inside strings, which nest and escape', () => {
    expect(namesOf('(a (Q) \\) Q) Tj (\\\\) Tj')).toEqual(['Tj', 'Tj']);
  });

  it('come with their operands', () => {
    expect(readOperators(' 1 2 m\n3 4  l S')?.map(({ text }) => text)).toEqual(['1 2 m', '3 4  l', 'S']);
  });

  it('are not guessed at in what is damaged or holds a picture', () => {
    for (const content of ['(a', 'q ) Q', 'q BI /W 1 ID Q EI Q'])
      expect(readOperators(content)).toBeUndefined();
  });
});

const FOOTER = 'q\n1 0 0 1 0 0 cm\n/G3 gs\nBT\n/F4 12 Tf\n(Q 1 / 2) Tj\nET\nQ';
const BODY = 'q\n1 2 3 4 re\nW* n\n/P <</MCID 0 >>BDC\nq BT (Ada) Tj ET Q\nEMC\nQ';

const moved = (content: string) => streamOf(moveMargins(operatorsOf(content)));

describe('the boxes in the margins', () => {
  it('come after the page’s own text, as no part of it', () => {
    expect(moved(`.24 0 0 -.24 0 841 cm\n${FOOTER}\n${BODY}\n`)).toBe(
      tidied(`.24 0 0 -.24 0 841 cm\n${BODY}\n/Artifact <</Type /Pagination>> BDC\n${FOOTER}\nEMC\n`),
    );
  });

  it('are moved together where there are several, and where a mark ends behind the text', () => {
    const open = BODY.replace('EMC\nQ', 'Q\nEMC');
    expect(moved(`${FOOTER}\n${FOOTER}\n${open}`)).toBe(
      tidied(`${open}\n/Artifact <</Type /Pagination>> BDC\n${FOOTER}\n${FOOTER}\nEMC\n`),
    );
  });

  it('are moved with the marks that only tell how their letters are read', () => {
    const arabic = FOOTER.replace(
      'ET',
      '/ReversedChars BMC /Span<</ActualText <FEFF0633> >> BDC <01C9> Tj EMC <0028> Tj EMC ET',
    );
    expect(moved(`${arabic}\n${BODY}`)).toBe(
      tidied(`${BODY}\n/Artifact <</Type /Pagination>> BDC\n${arabic}\nEMC\n`),
    );
  });

  it.each([
    ['there are none', BODY],
    ['the page has no clip', `${FOOTER}\n${BODY.replace('W* n', 'f')}`],
    [
      'they belong to the structure',
      `${FOOTER.replace('BT', '/P <</MCID 1>>BDC BT').replace('ET', 'ET EMC')}\n${BODY}`,
    ],
    ['something else is painted with them', `${FOOTER.replace('BT', '0 0 9 9 re f BT')}\n${BODY}`],
    ['a colour below the text is painted first', `q 0 0 9 9 re f Q\n${BODY}`],
    ['a mark begins between them', `${FOOTER}\n/P BMC\n${FOOTER}\nEMC\n${BODY}`],
    ['something is set between them and the text', `${FOOTER}\n2 0 0 2 0 0 cm\n${BODY}`],
    ['something is set behind the text', `${FOOTER}\n${BODY}\n1 0 0 rg`],
    ['states are not in pairs', `${FOOTER}\nq\n${BODY}`],
    ['marks are not in pairs', `${FOOTER}\n${BODY.replace('EMC\n', '')}`],
  ])('stay where %s', (_, content) => {
    expect(moved(content)).toBe(tidied(content));
  });
});
