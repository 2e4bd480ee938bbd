import type { Operator } from './read-operators.js';

/**
 * What marks tell about the letters in them (ActualText, ISO 32000-1, 14.9.4), by the places among the operators where they
 * begin. Chromium writes it in hexadecimal, UTF-16BE.
 */
export function toldTexts(operators: readonly Operator[]): Map<number, string> {
  const told = new Map<number, string>();
  for (let at = 0; at < operators.length; at += 1) {
    const { name, text } = operators[at] as Operator;
    const hex = name === 'BDC' ? TOLD.exec(text)?.[1] : undefined;
    if (hex !== undefined) told.set(at, hex.length === 4 ? letterOf(hex) : hex.replaceAll(/.{4}/g, letterOf));
  }
  return told;
}

const TOLD = /\/ActualText\s*<feff((?:[0-9a-f]{4})*)>/i;

const letterOf = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));
