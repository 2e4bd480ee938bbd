import { clip } from '../../source/clip.js';
import type { Diagnostic } from '../../source/diagnostic.js';

// What there is to say of a part of JSON Resume that has not the type it should have: how it is taken, and how to write
// it so that nobody wonders. The name of the part stands before `says`.

export interface Remark extends Pick<Diagnostic, 'suggestion'> {
  /** `odd-shape` unless said otherwise. */
  rule?: string;
  says: string;
}

export const TEXT_AS_LIST: Remark = {
  says: 'is a text, and is taken as a list',
  suggestion: 'put it in square brackets: ["…"]',
};
export const MAP_AS_ENTRY: Remark = {
  says: 'is a map, and is taken as a list of one',
  suggestion: 'put it in square brackets: [{…}]',
};
export const MAP_AS_LIST: Remark = {
  says: 'is a map with numbers for keys, and is taken as a list',
  suggestion: 'write a list: ["…", "…"]',
};
export const MAP_AS_ENTRIES: Remark = {
  says: 'is a map, and each of its keys is taken as an entry',
  suggestion: 'write a list: [{…}, {…}]',
};
export const MAP_AS_NAMED: Remark = {
  says: 'is a map, and its key is taken as its name',
  suggestion: 'write a key for the name, and one for what it stands for',
};
export const LIST_IN_LIST: Remark = {
  says: 'is a list inside a list, and its items are taken into the outer one',
  suggestion: 'write one list',
};
export const LIST_OF_ONE: Remark = {
  says: 'is a list of one, and its item is taken',
  suggestion: 'leave out the square brackets',
};
export const LIST_AS_MAP: Remark = {
  says: 'is a list, and its maps are taken as one',
  suggestion: 'write one map: {…}',
};

export const wordAsText = (word: boolean): Remark => ({
  says: `is ${word} without quotes, and is read as a text`,
  suggestion: `put it in quotes: "${word}"`,
});
export const asText = (kind: 'list' | 'map', text: string): Remark => ({
  says: `is a ${kind}, and is read as \`${brief(text)}\``,
  suggestion: 'write one text in quotes',
});
export const asKey = (kind: 'text' | 'list', key: string): Remark => ({
  says: `is a ${kind}, and is taken as its \`${key}\``,
  suggestion: `write {"${key}": "…"}`,
});
export const textsAsKey = (count: number, key: string): Remark => ({
  says: `holds ${count} texts, and each is taken as a \`${key}\``,
  suggestion: `write [{"${key}": "…"}, …]`,
});
export const nameless = (key: string): Remark => ({
  says: `is a name for several entries: they are taken, and \`${brief(key)}\` is left out`,
  suggestion: 'write them into one list',
});
export const asAddress = (address: string, others: readonly string[]): Remark => ({
  says: `should be one address: \`${brief(address)}\` is taken${others.length > 0 ? `, and \`${brief(others.join(', '))}\` is left out` : ''}`,
  suggestion: 'write one address in quotes',
});
export const asName = (name: string): Remark => ({
  rule: 'odd-name',
  says: `is read as \`${name}\``,
  suggestion: `write \`${name}\``,
});
export const doubled = (name: string): Remark => ({
  rule: 'odd-name',
  says: `is left out, because \`${name}\` stands beside it`,
  suggestion: `keep only \`${name}\``,
});
export const asPeriod = (text: string, period: { startDate: string; endDate: string }): Remark => ({
  rule: 'odd-date',
  says: `is \`${brief(text)}\`, and is read as two dates`,
  suggestion: `write "startDate": "${period.startDate}", "endDate": "${period.endDate}"`,
});
export const lacking = (key: string): Remark => ({
  says: `is left out, because it has no \`${key}\``,
  suggestion: `add \`${key}\``,
});
export const noPlace = (wanted: string): Remark => ({
  says: `is left out, because it should be ${wanted}`,
  suggestion: `write ${wanted}, or leave it out`,
});

const brief = (text: string): string => clip(text.replaceAll(/\s+/g, ' '), 60);
