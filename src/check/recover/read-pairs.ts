import type { Paragraph } from '../extract/extraction.js';
import type { Recovered, Skill } from './recovered.js';

// In: the body of a section of skills or languages. Out: what it lists. `Term (note): value (note), value` is what most
// people write; a line without a colon is a list by itself.

const COLON = /^([^:：]{1,80}?)\s*[:：]\s*(?=\S)/u;

export function readSkills(body: readonly Paragraph[]): Skill[] {
  return body.map(({ text }) => {
    const term = COLON.exec(text);
    const keywords = splitList(text.slice(term?.[0].length ?? 0));
    return {
      ...(term?.[1] !== undefined && { name: dropNote(term[1]).name }),
      keywords: keywords.map(nameOf),
    };
  });
}

/** Longer in letters is a phrase. */
const LONGEST_SKILL = 40;

/** A section of another name that holds nothing but lists of keywords under a term each. */
export function holdsSkills(body: readonly Paragraph[]): boolean {
  return (
    body.length > 0 &&
    body.every(({ text }) => {
      const [term] = COLON.exec(text) ?? [];
      const keywords = splitList(text.slice(term?.length)).map(nameOf);
      return (
        term !== undefined &&
        !/\d{4}/.test(term) &&
        keywords.length > 2 &&
        keywords.every((keyword) => keyword.length <= LONGEST_SKILL)
      );
    })
  );
}

export function readLanguages(body: readonly Paragraph[]): Recovered['languages'] {
  return body.flatMap(({ text }) => {
    const [, term] = COLON.exec(text) ?? [];
    return (term === undefined ? splitList(text) : [term]).map((one) => {
      const { name, note } = dropNote(one);
      const [language = name, level] = note === undefined ? name.split(/\s+[–—-]\s+/u) : [name];
      return { name: language, ...((note ?? level) !== undefined && { level: note ?? level }) };
    });
  });
}

const nameOf = (value: string): string => dropNote(value).name;

/** `Go (expert, 9 years)` → `Go`; what stands in several brackets is taken from the last. */
function dropNote(value: string): { name: string; note?: string } {
  const [, name, note] = /^(.*\S)\s*[(（]([^()（）]*)[)）]$/u.exec(value.trim()) ?? [];
  return name === undefined || note === undefined ? { name: value.trim() } : { name, note };
}

/** Divided at commas and the like, but neither inside brackets nor inside a number. */
function splitList(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [at, character] of text.split('').entries()) {
    if (/[([（]/u.test(character)) depth += 1;
    if (/[)\]）]/u.test(character)) depth = Math.max(0, depth - 1);
    const inNumber = character === ',' && /^\d,\d$/.test(text.slice(at - 1, at + 2));
    if (depth === 0 && !inNumber && /[,;|·•、，،；\t]/u.test(character)) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
