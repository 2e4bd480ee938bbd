import { z } from 'zod';
import { contacts, date, entry, line, marks, period, prose, text, url } from './fields.js';

// The entries that say it all in a line or two: certificates, publications, references and their like.

export const award = entry('Award', {
  title: line('Its name; linked to `url`.', 'Farrow Prize'),
  awarder: line('Who gave it.', 'Society for Slow Light'),
  date: date('When.', '2019-05'),
  url: url('Link of its name.', 'https://prize.example.org'),
  summary: prose('What it is for.', 'For the best first paper.'),
  ...marks,
});

export const certificate = entry('Certificate', {
  name: line('Its name; linked to `url`.', 'Certified Cave Diver'),
  issuer: line('Who issued it.', 'Institute of Diving'),
  date: date('When it was issued.', '2021-03'),
  expires: date('Until when it holds.', '2027-03'),
  credentialId: text('Its number.', 'CD-555-0142'),
  url: url('Where it can be verified.', 'https://certificates.example.org/555-0142'),
  ...marks,
});

const person = z
  .union([
    line('A name.', 'B. Sample'),
    z.strictObject({
      name: line('The name.', 'A. Example'),
      me: z
        .boolean()
        .meta({ description: '`true` prints the name in bold: this is you.', examples: [true] })
        .optional(),
    }),
  ])
  .meta({ title: 'Person' });
const me = [{ name: 'A. Example', me: true }, 'B. Sample'];

export const publication = entry('Publication', {
  name: line('Its title; linked to `url`.', 'Water in peat'),
  authors: z.array(person).meta({
    description: 'In order, each a line or `{name, me}`; your own name is printed in bold.',
    examples: [me],
  }),
  venue: line('The journal or conference.', 'Journal of Bogs'),
  publisher: line('Who published it.', 'Carrow Press'),
  volume: line('Of the journal.', 12),
  issue: line('Of the volume, in parentheses.', 3),
  pages: line('From and to.', '101–118'),
  type: line('The kind of publication.', 'preprint'),
  status: line('How far it is.', 'in press'),
  doi: text('Digital object identifier; linked.', '10.5555/12345678'),
  isbn: text('Of a book.', '978-0-00-000000-2'),
  arxiv: text('Number on arXiv; linked.', '2101.00001'),
  releaseDate: date('When it came out.', '2021-06'),
  url: url('Link of its title.', 'https://papers.example.org/peat'),
  summary: prose('What it says.', 'Peat keeps its water by growing.'),
  ...marks,
});

export const talk = entry('Talk', {
  name: line('Its title; linked to `url`.', 'What peat remembers'),
  event: line('Where it was given.', 'Bog Days'),
  location: line('The town.', 'Tartu'),
  date: date('When.', '2022-09-14'),
  url: url('Link of its title.', 'https://bogdays.example.org/peat'),
  slides: url('Where the slides are; printed and linked.', 'https://slides.example.org/peat'),
  video: url('Where the recording is; printed and linked.', 'https://video.example.org/peat'),
  summary: prose('What it was about.', 'Ten years in one bog.'),
  ...marks,
});

export const patent = entry('Patent', {
  name: line('Its title; linked to `url`.', 'Sluice for small streams'),
  inventors: z.array(person).meta({
    description: 'In order, each a line or `{name, me}`; your own name is printed in bold.',
    examples: [me],
  }),
  office: line('The patent office.', 'EPO'),
  number: line('Its number there.', 'EP 5550142'),
  status: line('How far it is.', 'granted'),
  date: date('When it was filed or granted.', '2018'),
  url: url('Link of its title.', 'https://patents.example.org/5550142'),
  summary: prose('What it protects.', 'A gate that opens by itself.'),
  ...marks,
});

export const membership = entry('Membership', {
  organization: line('Its name; linked to `url`.', 'Society for Slow Light'),
  position: line('What you are there.', 'Treasurer'),
  location: line('Where it is.', 'Leeds'),
  url: url('Link of its name.', 'https://slowlight.example.org'),
  summary: prose('What you do there.', 'Keep the books.'),
  ...period,
  ...marks,
});

export const reference = entry('Reference', {
  name: line('Who will speak for you.', 'Bo Sample'),
  role: line('What they are.', 'Head of Platform'),
  organization: line('Where.', 'Northwind Grid'),
  email: contacts('Where to write to.', 'bo@example.com'),
  phone: contacts('Where to call.', '+44 20 5550 0101'),
  reference: prose('What they say of you.', 'Ada reads twice before she answers.'),
  ...marks,
});
