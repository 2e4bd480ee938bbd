import type { Operator } from './read-operators.js';

/**
 * What marks tell about the letters in them (ActualText, ISO 32000-1, 14.9.4), as Chromium writes it: the text of a mark's
 * operator → the text that it tells. A page of Arabic has a mark around each letter, and few different ones.
 */
export function toldTexts(operators: readonly Operator[]): Map<string, string> {
  const told = new Map<string, string>();
  for (const { name, text } of operators) {
    if (name !== 'BDC' || !text.includes('/ActualText') || told.has(text)) continue;
    const [, hex] = /\/ActualText\s*<feff((?:[0-9a-f]{4})*)>/i.exec(text) ?? [];
    if (hex !== undefined) told.set(text, hex.replaceAll(/.{4}/g, letterOf));
  }
  return told;
}

const letterOf = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));
