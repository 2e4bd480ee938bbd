// What the PDF/UA-1 checker finds. Rules that `render check` has for other reasons too keep their names.

export type UaRule =
  | 'untagged'
  | 'no-language'
  | 'image-alt'
  | 'heading-order'
  | 'font-not-embedded'
  | 'font-unmapped'
  | 'ua-marked'
  | 'ua-metadata'
  | 'ua-identification'
  | 'ua-window-title'
  | 'ua-language'
  | 'ua-untagged-content'
  | 'ua-artifact'
  | 'ua-role'
  | 'ua-nesting'
  | 'ua-table'
  | 'ua-headings'
  | 'ua-note'
  | 'ua-annotation'
  | 'ua-link'
  | 'ua-tab-order'
  | 'ua-attachment'
  | 'ua-layer'
  | 'ua-form'
  | 'ua-font';

export interface UaFault {
  rule: UaRule;
  /** Of ISO 14289-1, and the number of the check that the open validators give it: `7.18.5-2`. */
  clause: string;
  /** Where, as text. */
  place: string;
}
