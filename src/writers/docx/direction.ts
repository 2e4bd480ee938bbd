import { directionOf } from '../../resume/locales.js';

const LATIN = /\p{Script=Latin}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Which way a run runs in a document of this language (BCP 47). No style can say it: Word takes the direction of signs
 * and digits, and the choice between a run's two fonts, sizes and weights, from `w:rtl` on the run itself (ISO/IEC
 * 29500-1, 17.3.2.30). Islands of Latin, marked as such on the page, are left without it.
 */
export function runDirection(text: string, lang: string, dir?: 'ltr'): { rightToLeft?: true } {
  if (directionOf(lang) === 'ltr')
    return RIGHT_TO_LEFT.test(text) && !LATIN.test(text) ? { rightToLeft: true } : {};
  if (dir === 'ltr' || (LATIN.test(text) && !RIGHT_TO_LEFT.test(text))) return {};
  return { rightToLeft: true };
}
