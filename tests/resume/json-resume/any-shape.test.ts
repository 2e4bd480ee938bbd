import { expect, it } from 'vitest';
import { renderResume } from '../../../src/index.js';

// Any part of a JSON Resume may have any shape: it is read, and each of its words is printed or told of.

const RESUME = {
  basics: {
    name: 'Ida Example',
    label: 'Gardener',
    email: 'ida@example.com',
    phone: '+1 555 0100',
    url: 'https://ida.example.com',
    summary: 'I grow quiet gardens.',
    location: { city: 'Leeds', region: 'Yorkshire', countryCode: 'GB' },
    profiles: [{ network: 'Mastodon', username: 'ida', url: 'https://social.example/ida' }],
  },
  work: [
    {
      name: 'Northwind',
      position: 'Head gardener',
      startDate: '2019-03',
      summary: 'Runs six acres.',
      highlights: ['Sowed oats', 'Reaped barley'],
    },
    { name: 'Westmere', position: 'Apprentice', startDate: '2015', endDate: '2018', highlights: ['Raked'] },
  ],
  education: [
    {
      institution: 'Carrow Bay',
      area: 'Botany',
      studyType: 'BSc',
      score: '3.8',
      courses: ['Mosses', 'Ferns'],
    },
  ],
  skills: [
    { name: 'Tools', level: 'expert', keywords: ['spade', 'scythe'] },
    { name: 'Plants', keywords: ['fern'] },
  ],
  languages: [{ language: 'English', fluency: 'native' }],
  awards: [{ title: 'Green Thumb', date: '2020', awarder: 'Guild', summary: 'For the oats.' }],
  projects: [{ name: 'Orchard', description: 'Forty trees', keywords: ['apple'], roles: ['lead'] }],
  interests: [{ name: 'Walking', keywords: ['moors'] }],
  references: [{ name: 'Jo Sample', reference: 'Ida is patient.' }],
};

/** Numbers from 0 to 1, the same in every run (a linear congruence). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

type Turn = (value: unknown, fresh: () => string) => unknown;
const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const TURNS: Turn[] = [
  (value) => [value],
  (value) => [[value]],
  (value, fresh) => [value, fresh()],
  (value) => ({ 0: value }),
  (value) => ({ text: value }),
  (value, fresh) => ({ value, label: fresh() }),
  (value, fresh) => ({ title: fresh(), description: value }),
  (value, fresh) => ({ [fresh()]: value }),
  (_, fresh) => fresh(),
  () => true,
  () => 42,
  () => null,
  () => ({}),
  (value) => (typeof value === 'string' ? value.split(' ') : value),
  (value) => (Array.isArray(value) ? value[0] : value),
  (value) => (Array.isArray(value) ? Object.fromEntries(value.entries()) : value),
  (value, fresh) => (Array.isArray(value) ? Object.fromEntries(value.map((item) => [fresh(), item])) : value),
  (value) =>
    isMap(value)
      ? Object.values(value)
          .filter((inner) => typeof inner === 'string')
          .join(', ')
      : value,
];

/** The value with some of its parts turned into something else. */
function turned(value: unknown, roll: () => number, fresh: () => string): unknown {
  const turn = roll() < 0.06 ? TURNS[Math.floor(roll() * TURNS.length)] : undefined;
  const now = turn ? turn(value, fresh) : value;
  if (Array.isArray(now)) return now.map((item) => turned(item, roll, fresh));
  if (!isMap(now)) return now;
  return Object.fromEntries(Object.entries(now).map(([key, inner]) => [key, turned(inner, roll, fresh)]));
}

/** The texts of a value, those of dates and links aside: they are printed in another way. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /date|url|countryCode/i.test(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, key));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([inner, item]) => textsOf(item, /date|url/i.test(key) ? key : inner));
}

const words = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The lines of indented JSON from this one on that belong to what begins there. */
function block(source: string, line: number): string {
  const lines = source.split('\n').slice(line - 1);
  const depth = (text = '') => text.search(/\S/);
  const end = lines.findIndex((text, index) => index > 0 && depth(text) <= depth(lines[0]));
  return lines.slice(0, end === -1 ? undefined : end).join('\n');
}

it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
  'is read, whatever its shape: %i',
  async (seed) => {
    const roll = dice(seed * 7919);
    let count = 0;
    const fresh = () => `Fresh${++count}x`;
    const odd = Object.fromEntries(
      Object.entries(RESUME).map(([key, part]) => [key, turned(part, roll, fresh)]),
    );
    const source = JSON.stringify(odd, null, 1);
    const { files, diagnostics } = await renderResume(source, {
      file: 'resume.json',
      formats: ['html', 'docx', 'txt'],
    });
    const [text, html] = [files.txt, files.html].map((bytes) => Buffer.from(bytes ?? []).toString());
    expect(text).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b|Invalid Date/);
    const leftOut = diagnostics
      .filter(({ message }) => /left out/.test(message))
      .map(({ place, message }) => `${message} ${block(source, place?.line ?? 1)}`);
    const accounted = words(`${text}${html}${leftOut.join(' ')}`);
    expect(textsOf(odd).filter((one) => !accounted.includes(words(one)))).toEqual([]);
  },
);
