import { expect, it } from 'vitest';
import { writeElement } from '../../../src/writers/docx/write-element.js';

it('writes what docx makes of its components as XML, without what XML cannot hold', () => {
  const text = { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, 'R&D <"\u0001\ufffe\uffff\t1\u00e9">'] };
  expect(writeElement({ 'w:r': [{ 'w:rPr': {} }, text] })).toBe(
    '<w:r><w:rPr/><w:t xml:space="preserve">R&amp;D &lt;&quot;\t1\u00e9&quot;&gt;</w:t></w:r>',
  );
});
