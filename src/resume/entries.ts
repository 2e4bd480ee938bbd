import * as z from 'zod';
import { date, highlights, keywords, marks, oneOrMore, period, prose, story, text, url } from './fields.js';

// The entries of each section. JSON Resume's keys keep their names and meaning; what is ours is optional.

/** Work done inside a job: a client, a product, an assignment. */
const workProject = z.strictObject({
  name: text.optional(),
  position: text.optional(),
  description: prose.optional(),
  location: text.optional(),
  ...story,
});

/** One of several positions held at the same employer. */
const role = z.strictObject({
  position: text,
  location: text.optional(),
  projects: z.array(workProject).optional(),
  ...story,
});

export const work = z.strictObject({
  name: text.optional(),
  position: text.optional(),
  location: text.optional(),
  description: prose.optional(),
  roles: z.array(role).optional(),
  projects: z.array(workProject).optional(),
  ...story,
});

export const volunteer = z.strictObject({
  organization: text.optional(),
  position: text.optional(),
  location: text.optional(),
  ...story,
});

export const education = z.strictObject({
  institution: text.optional(),
  area: text.optional(),
  studyType: text.optional(),
  minor: text.optional(),
  score: text.optional(),
  location: text.optional(),
  thesis: text.optional(),
  honors: z.union([text, z.array(text)]).optional(),
  courses: z
    .array(z.union([text, z.strictObject({ name: text, score: text.optional(), ...marks })]))
    .optional(),
  url: url.optional(),
  summary: prose.optional(),
  highlights: highlights.optional(),
  ...period,
  ...marks,
});

export const award = z.strictObject({
  title: text.optional(),
  date: date.optional(),
  awarder: text.optional(),
  url: url.optional(),
  summary: prose.optional(),
  ...marks,
});

export const certificate = z.strictObject({
  name: text.optional(),
  date: date.optional(),
  expires: date.optional(),
  issuer: text.optional(),
  credentialId: text.optional(),
  url: url.optional(),
  ...marks,
});

const author = z.union([text, z.strictObject({ name: text, me: z.boolean().optional() })]);

export const publication = z.strictObject({
  name: text.optional(),
  authors: z.array(author).optional(),
  publisher: text.optional(),
  venue: text.optional(),
  volume: text.optional(),
  issue: text.optional(),
  pages: text.optional(),
  type: text.optional(),
  status: text.optional(),
  doi: text.optional(),
  isbn: text.optional(),
  arxiv: text.optional(),
  releaseDate: date.optional(),
  url: url.optional(),
  summary: prose.optional(),
  ...marks,
});

export const talk = z.strictObject({
  name: text.optional(),
  event: text.optional(),
  location: text.optional(),
  date: date.optional(),
  url: url.optional(),
  summary: prose.optional(),
  ...marks,
});

export const patent = z.strictObject({
  name: text.optional(),
  number: text.optional(),
  office: text.optional(),
  status: text.optional(),
  date: date.optional(),
  url: url.optional(),
  summary: prose.optional(),
  ...marks,
});

export const membership = z.strictObject({
  organization: text.optional(),
  position: text.optional(),
  location: text.optional(),
  url: url.optional(),
  summary: prose.optional(),
  ...period,
  ...marks,
});

export const skill = z.strictObject({
  name: text.optional(),
  level: text.optional(),
  years: text.optional(),
  keywords: keywords.optional(),
  ...marks,
});

export const language = z.strictObject({
  language: text.optional(),
  fluency: text.optional(),
  level: text.optional(),
  keywords: keywords.optional(),
  ...marks,
});

export const interest = z.strictObject({ name: text.optional(), keywords: keywords.optional(), ...marks });

export const reference = z.strictObject({
  name: text.optional(),
  role: text.optional(),
  organization: text.optional(),
  email: oneOrMore.optional(),
  phone: oneOrMore.optional(),
  reference: prose.optional(),
  ...marks,
});

const projectFields = {
  name: text.optional(),
  description: prose.optional(),
  summary: prose.optional(),
  roles: z.array(text).optional(),
  entity: text.optional(),
  type: text.optional(),
  location: text.optional(),
  url: url.optional(),
  highlights: highlights.optional(),
  keywords: keywords.optional(),
  ...period,
  ...marks,
};
/** A project may gather smaller ones, such as a family of open-source tools. */
export const project = z.strictObject({
  ...projectFields,
  projects: z.array(z.strictObject(projectFields)).optional(),
});
