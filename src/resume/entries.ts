import { z } from 'zod';
import {
  date,
  entry,
  highlights,
  keywords,
  line,
  linesOf,
  marks,
  oneOrMoreLines,
  optional,
  period,
  prose,
  story,
  url,
} from './fields.js';

// The entries of work, education and projects. JSON Resume's keys keep their names and meaning; what is ours is optional.

const place = line('Where it was.', 'Lisbon');
const terms = {
  employmentType: line('The kind of employment, printed after the place.', 'part-time', 'contract'),
  locationType: line('Where the work is done from, printed after the place.', 'remote', 'hybrid'),
};

const workProject = entry('Project inside a job', {
  name: line('Title of the project.', 'Meter archive'),
  position: line('What you were in it, below the title.', 'Architect'),
  location: place,
  description: prose('What the project is, before the text.', 'Ten years of readings, kept for a regulator.'),
  ...story,
});
const workProjects = z
  .array(workProject)
  .meta({ description: 'Work done inside this job: a client, a product, an assignment.' });

const role = z
  .strictObject({
    position: line('Title of the role; linked to `url`.', 'Staff engineer'),
    ...optional({ location: place, ...terms, ...story, projects: workProjects }),
  })
  .meta({ title: 'Role' });

export const work = entry('Job', {
  position: line('Title of the entry: what you were.', 'Staff engineer'),
  name: line('The employer, below the title; linked to `url`.', 'Northwind Grid'),
  location: place,
  ...terms,
  description: prose('What the employer is, before the text.', 'Runs the grid of a small country.'),
  ...story,
  roles: z.array(role).meta({
    description: 'Several positions at this employer, each with a title line, dates and text of its own.',
  }),
  projects: workProjects,
});

export const volunteer = entry('Voluntary work', {
  position: line('Title of the entry: what you did.', 'Stage manager'),
  organization: line('For whom, below the title; linked to `url`.', 'Harbour Theatre'),
  location: place,
  ...story,
});

const course = z
  .union([
    line('A course.', 'Statistics'),
    z.strictObject({
      name: line('The course.', 'Statistics'),
      score: line('The grade.', '4.0').optional(),
      ...marks,
    }),
  ])
  .meta({ title: 'Course' });

export const education = entry('Studies', {
  institution: line('The school, below the title; linked to `url`.', 'University of Carrow Bay'),
  studyType: line('The degree, first in the title.', 'BSc'),
  area: line('The subject, in the title.', 'Physics'),
  minor: line('The second subject.', 'Music'),
  score: line('The grade, as the school gives it.', '3.9 / 4.0'),
  honors: oneOrMoreLines('Distinctions: a line, or a list of them.', 'Cum laude', [
    'Cum laude',
    'Farrow Prize',
  ]),
  thesis: line('Its title.', 'On *slow* light'),
  courses: z.array(course).meta({
    description: 'A list of courses, each a line or `{name, score}`.',
    examples: [['Algebra', { name: 'Statistics', score: '4.0' }]],
  }),
  location: place,
  url: url('Link of the school’s name.', 'https://carrow.example.com'),
  summary: prose('The text of the entry.', 'Three years of it in Carrow, one in Tartu.'),
  highlights: highlights('What came of it, as bullets.', ['First of 140 in the final year.']),
  ...period,
  ...marks,
});

const projectFields = {
  name: line('Title of the entry.', 'Quayside tools'),
  roles: linesOf('What you were in it, below the title.', 'Author', 'Maintainer'),
  entity: line('For whom, after the roles.', 'Port of Carrow'),
  type: line('The kind of project.', 'open source'),
  location: place,
  description: prose('What it is: the first of the text.', 'Small tools for port data.'),
  summary: prose('The rest of the text.', 'Begun on a ferry.'),
  url: url('The address, printed after the title.', 'https://quayside.example.com'),
  highlights: highlights('What came of it, as bullets.', ['Used by 40 harbours.']),
  keywords: keywords('Tools and subjects, on one line at the end.', ['Rust']),
  ...period,
  ...marks,
};
export const project = entry('Project', {
  ...projectFields,
  projects: z
    .array(entry('Part of a project', projectFields))
    .meta({ description: 'Smaller projects of a family, such as a set of tools.' }),
});

export const skill = entry('Skill', {
  name: line('A skill, or the name of a group of them.', 'Programming'),
  level: line('How well, in parentheses after the name.', 'expert'),
  years: line('For how long; a whole number is printed as `9 years`.', 9),
  keywords: keywords('What belongs to it.', ['Go', { name: 'Rust', level: 'working', years: 2 }]),
  ...marks,
});

export const language = entry('Language', {
  language: line('Its name.', 'German'),
  fluency: line('How well, in words.', 'Native'),
  level: line('A level of the Common European Framework, or of another scale.', 'B2'),
  keywords: keywords('Examinations and the like.', ['Goethe-Zertifikat']),
  ...marks,
});

export const interest = entry('Interest', {
  name: line('What it is.', 'Walking'),
  keywords: keywords('What of it.', ['disused railways']),
  ...marks,
});

export const customEntry = entry('Entry', {
  name: line('Title of the entry; linked to `url`.', 'Field Hydrology'),
  organization: line('For whom, below the title.', 'University of Carrow Bay'),
  location: place,
  date: date('A single date; it comes before a period.', '2019'),
  ...story,
});

export const pair = z
  .strictObject({
    name: line('What stands before the colon.', 'Notice period'),
    value: z
      .union([line('What stands behind it.', 'Three months'), keywords('Several values.')])
      .meta({ description: 'A line, or a list of keywords.', examples: ['Three months', ['car', 'lorry']] }),
    ...marks,
  })
  .meta({ title: 'Pair' });
