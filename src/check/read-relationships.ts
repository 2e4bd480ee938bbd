import sax from 'sax';

/** Where each relationship of a Word file's part leads, by its id (ISO/IEC 29500-2, 6.5); `xml` is the part's `.rels`. */
export function readRelationships(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    if (name === 'Relationship') targets.set(String(attributes.Id), String(attributes.Target));
  };
  parser.write(xml).close();
  return targets;
}
