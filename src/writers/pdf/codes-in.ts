import { HEX_VALUE } from '../../check/pdf-characters.js';

/**
 * The glyphs that an operator shows, as Chromium writes them: four hexadecimal digits each, in one string or several. `take`
 * gets the code of each and where its digits stand in the operator's text.
 */
export function codesIn(text: string, take: (code: number, at: number) => void): void {
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
    const close = text.indexOf('>', open);
    for (let at = open + 1; at + 4 <= close; at += 4) {
      let code = 0;
      for (let digit = at; digit < at + 4; digit += 1)
        code = code * 16 + (HEX_VALUE[text.charCodeAt(digit)] as number);
      take(code, at);
    }
  }
}
