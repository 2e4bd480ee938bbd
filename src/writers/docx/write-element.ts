import type { IXmlableObject } from 'docx';
import { escapeXml } from './xml.js';

// What docx makes of its components, `{ "w:t": [{ _attr: { "xml:space": "preserve" } }, "Ada"] }`, → XML. In public docx
// only writes whole documents, each part of them anew; most parts of ours are those of the document before.

/** An element with all that is in it. Pure: characters that XML has no way to write are left out. */
export function writeElement(element: IXmlableObject): string {
  const [name = ''] = Object.keys(element);
  const content: unknown = element[name];
  if (!Array.isArray(content)) return `<${name}${writeAttributes(content as Content)}/>`;
  let attributes = '';
  let inside = '';
  for (const part of content as (Content | string)[]) {
    if (typeof part !== 'object') inside += escapeXml(String(part));
    else if (part._attr) attributes += writeAttributes(part);
    else inside += writeElement(part);
  }
  return `<${name}${attributes}>${inside}</${name}>`;
}

type Content = IXmlableObject & { _attr?: Record<string, unknown> };

function writeAttributes({ _attr = {} }: Content): string {
  let attributes = '';
  for (const name in _attr) attributes += ` ${name}="${escapeXml(String(_attr[name]))}"`;
  return attributes;
}
