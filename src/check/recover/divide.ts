import type { Paragraph } from '../extract/extraction.js';
import type { SectionName } from './recovered.js';
import { sectionNamed } from './section-names.js';

// In: the paragraphs of a document. Out: what stands before the first section, and the sections. Why: parsers tell what a
// line means by the heading above it.

export interface Section {
  title: string;
  id?: SectionName | undefined;
  body: Paragraph[];
}

export interface Divided {
  head: Paragraph[];
  sections: Section[];
  /** The level of the headings that divide; undefined where the document has no real headings. */
  level: number | undefined;
}

export function divide(paragraphs: readonly Paragraph[]): Divided {
  const level = sectionLevel(paragraphs);
  const divided: Divided = { head: [], sections: [], level };
  for (const [index, paragraph] of paragraphs.entries()) {
    const { text } = paragraph;
    const id = paragraph.bullet ? undefined : sectionNamed(text);
    // The first line is the name, whatever its style.
    const divides = paragraph.level === undefined ? id !== undefined : paragraph.level <= (level ?? 0);
    if (index > 0 && divides) divided.sections.push({ title: text, id, body: [] });
    else (divided.sections.at(-1)?.body ?? divided.head).push(paragraph);
  }
  return divided;
}

/** The level that most headings with a usual name have; else the second. */
function sectionLevel(paragraphs: readonly Paragraph[]): number | undefined {
  const levels = paragraphs.flatMap(({ level, text }) =>
    level !== undefined && sectionNamed(text) ? level : [],
  );
  const count = (level: number) => levels.filter((other) => other === level).length;
  const [most] = [...new Set(levels)].sort((a, b) => count(b) - count(a) || a - b);
  return most ?? (paragraphs.some(({ level }) => level === 2) ? 2 : undefined);
}
