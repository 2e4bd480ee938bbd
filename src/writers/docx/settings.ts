import type { WordLanguage } from './word-language.js';
import { DECLARATION, WORD } from './xml.js';

// word/settings.xml: how Word is to open the document. docx would say less: nothing of the zoom, of the fonts' language,
// or of what Word 2013 and later do by themselves.

/** Without these Word 2013 and later lay lines out as older ones did (MS-DOCX 2.6.1); they are what it writes itself. */
const COMPATIBILITY = {
  compatibilityMode: 15,
  overrideTableStyleFontSizeAndJustification: 1,
  enableOpenTypeFeatures: 1,
  doNotFlipMirrorIndents: 1,
  differentiateMultirowTableHeaders: 1,
  useWord2013TrackBottomHyphenation: 0,
};

/** No field waits to be updated: Word would ask before it shows the page. */
export function wordSettings({ value, eastAsia, bidirectional }: WordLanguage): string {
  const compatibility = Object.entries(COMPATIBILITY).map(
    ([name, setting]) =>
      `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${setting}"/>`,
  );
  const languages = [
    ` w:val="${value}"`,
    eastAsia === undefined ? '' : ` w:eastAsia="${eastAsia}"`,
    bidirectional === undefined ? '' : ` w:bidi="${bidirectional}"`,
  ];
  return [
    DECLARATION,
    `<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>`,
    '<w:autoHyphenation w:val="false"/><w:characterSpacingControl w:val="doNotCompress"/>',
    `<w:compat>${compatibility.join('')}</w:compat><w:themeFontLang${languages.join('')}/></w:settings>`,
  ].join('');
}
