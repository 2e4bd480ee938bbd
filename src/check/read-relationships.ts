import { parseXml } from './parse-xml.js';

/** Where each relationship of a Word file's part leads, by its id (ISO/IEC 29500-2, 6.5); `xml` is the part's `.rels`. */
export function readRelationships(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  parseXml(xml, {
    open(name, { Id, Target }) {
      if (name === 'Relationship') targets.set(String(Id), String(Target));
    },
  });
  return targets;
}
