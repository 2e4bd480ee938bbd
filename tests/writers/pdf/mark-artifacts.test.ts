import { describe, expect, it } from 'vitest';
import { markArtifacts } from '../../../src/writers/pdf/mark-artifacts.js';
import { operatorsOf, streamOf, tidied } from './content.js';

function mark(content: string, forms: readonly string[] = []) {
  const { operators, released } = markArtifacts(operatorsOf(content), (name) => forms.includes(name));
  return { content: streamOf(operators), released };
}

describe('what bears no mark', () => {
  it.each([
    ['a filled box', 'q 0 0 9 9 re f Q', 'q /Artifact BMC\n0 0 9 9 re f\nEMC Q'],
    ['a line', '1 2 m 3 4 l S', '/Artifact BMC\n1 2 m 3 4 l S\nEMC'],
    ['a picture', '/X1 Do', '/Artifact BMC\n/X1 Do\nEMC'],
    ['a shade', '/S1 sh', '/Artifact BMC\n/S1 sh\nEMC'],
    ['text', 'BT 0 0 Td (a) Tj ET', 'BT 0 0 Td /Artifact BMC\n(a) Tj\nEMC ET'],
  ])('is an artifact: %s', (_, content, expected) => {
    expect(mark(content)).toEqual({ content: tidied(expected), released: [] });
  });

  it.each([
    ['letters in reverse', '/ReversedChars BMC (a) Tj EMC'],
    ['a letter that is told', '/Span<</ActualText <FEFF0633> >> BDC (a) Tj EMC'],
    ['both', '/ReversedChars BMC /Span<</ActualText <FEFF0633> >> BDC (a) Tj EMC (b) Tj EMC'],
  ])('is an artifact with its marks for reading: %s', (_, letters) => {
    expect(mark(`BT ${letters} ET (c) Tj`).content).toBe(
      tidied(`BT /Artifact BMC ${letters} EMC ET /Artifact BMC (c) Tj EMC`),
    );
  });

  it.each([
    ['letters in reverse that an element owns', '/P <</MCID 1 >>BDC /ReversedChars BMC (a) Tj EMC EMC'],
    ['letters in reverse around what one owns', '/ReversedChars BMC /P <</MCID 1 >>BDC (a) Tj EMC EMC'],
    ['letters in reverse around a form with marks', '/ReversedChars BMC (a) Tj /X1 Do EMC'],
    ['a mark whose list is among the resources', '/Span /MC0 BDC (a) Tj EMC'],
    ['a clip', 'q 0 0 9 9 re W n Q'],
    ['what holds marks of its own', '/X1 Do'],
    ['what is an artifact already', '/Artifact <</Type /Pagination>> BDC 0 0 9 9 re f EMC'],
  ])('is left alone: %s', (_, content) => {
    expect(mark(content, ['X1'])).toEqual({ content: tidied(content), released: [] });
  });
});

describe('what the structure tree knows', () => {
  it('is let go where it is nothing but lines and boxes', () => {
    expect(mark('/H2 <</MCID 7 >>BDC 0 0 9 9 re f EMC')).toEqual({
      content: tidied('/Artifact BMC 0 0 9 9 re f EMC'),
      released: [7],
    });
  });

  it.each([
    ['text with a line below it', '/P <</MCID 1 >>BDC 0 0 9 9 re f BT (a) Tj ET EMC'],
    ['a drawing', '/Figure <</MCID 1 >>BDC 0 0 9 9 re f EMC'],
    ['a square bullet', '/Lbl <</MCID 1 >>BDC 0 0 9 9 re f EMC'],
    ['marks around others', '/P <</MCID 1 >>BDC 0 0 9 9 re f /Span <</MCID 2 >>BDC (a) Tj EMC EMC'],
    ['a mark around nothing', '/P <</MCID 1 >>BDC EMC'],
    ['a picture', '/P <</MCID 1 >>BDC /X1 Do EMC'],
  ])('keeps what is meant: %s', (_, content) => {
    expect(mark(content)).toEqual({ content: tidied(content), released: [] });
  });
});
