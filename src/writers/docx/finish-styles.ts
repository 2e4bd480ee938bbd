// What docx wrote as styles and numbering → what a Word file of our own has. docx brings some thirty styles of its own
// (blue headings 4 to 6, tables of contents) and a list of its own, which would stand in Word's gallery.

// What Word has in every file: its other built-in styles wait unseen until they are used (ISO/IEC 29500-1, 17.7.4.5),
// and the two defaults that others are based on (17.7.4.9).
const LATENT =
  '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>';
const DEFAULTS = [
  ['character', 'DefaultParagraphFont', 'Default Paragraph Font', 1],
  ['numbering', 'NoList', 'No List', 99],
].map(
  ([type, id, name, priority]) =>
    `<w:style w:type="${type}" w:default="1" w:styleId="${id}"><w:name w:val="${name}"/><w:uiPriority w:val="${priority}"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`,
);

/**
 * Word sets Latin words and numbers apart inside East Asian text. The PDF cannot, for its readers would take the gaps for
 * spaces, and the two are to break their lines alike (ISO/IEC 29500-1, 17.3.1.2 and 17.3.1.3).
 */
const PARAGRAPH_DEFAULTS =
  '<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault>';

/** Keeps the styles that are ours, by id: the text wears no others. */
export function finishStyles(xml: string, ours: ReadonlySet<string>): string {
  const [defaultTable = ''] = /<w:style [^>]*w:styleId="TableNormal".*?<\/w:style>/s.exec(xml) ?? [];
  const styles = [...xml.matchAll(/<w:style [^>]*w:styleId="([^"]+)".*?<\/w:style>/gs)]
    .filter(([, id = '']) => ours.has(id))
    .map(([style]) => style);
  const [head = ''] = xml.split('<w:style ', 1);
  return [
    head.replace('<w:pPrDefault/>', PARAGRAPH_DEFAULTS),
    LATENT,
    ...DEFAULTS,
    defaultTable,
    ...styles,
    '</w:styles>',
  ].join('');
}

/** Drops the list that docx always defines and nothing uses, and says of the others what they are. */
export function finishNumbering(xml: string): string {
  return xml
    .replace(/<w:abstractNum w:abstractNumId="1".*?<\/w:abstractNum>/s, '')
    .replace(/<w:num w:numId="1".*?<\/w:num>/s, '')
    .replaceAll('"hybridMultilevel"', '"multilevel"')
    .replaceAll(' w:tentative="1"', '');
}
