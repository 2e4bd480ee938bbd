import { describe, expect, it } from 'vitest';
import { appProperties, coreProperties } from '../../../src/writers/docx/properties.js';
import { PLAIN } from '../../page/plain-theme.js';
import { kids, readXml, textOf, wordOf } from './word-file.js';

const META = {
  title: 'Ada Example – Résumé',
  author: 'Ada Example',
  lang: 'en-GB',
  description: 'Ada Example, Engineer',
  keywords: ['Rust', 'C'],
  date: new Date('2024-05-01T12:34:56.789Z'),
};

const read = (xml: string) => Object.fromEntries(kids(readXml(xml)).map((node) => [node.name, textOf(node)]));

describe('the core properties', () => {
  it('say what the page says of itself, with its own date', () => {
    expect(read(coreProperties(META))).toEqual({
      'dc:title': 'Ada Example – Résumé',
      'dc:creator': 'Ada Example',
      'dc:description': 'Ada Example, Engineer',
      'cp:keywords': 'Rust, C',
      'dc:language': 'en-GB',
      'cp:lastModifiedBy': 'Ada Example',
      'dcterms:created': '2024-05-01T12:34:56Z',
      'dcterms:modified': '2024-05-01T12:34:56Z',
    });
  });

  it('leave out what is absent', () => {
    const { description: _, ...meta } = META;
    expect(Object.keys(read(coreProperties({ ...meta, keywords: [] })))).toEqual([
      'dc:title',
      'dc:creator',
      'dc:language',
      'cp:lastModifiedBy',
      'dcterms:created',
      'dcterms:modified',
    ]);
  });

  it('escape what XML would read, and drop what it cannot hold', () => {
    const hostile = '</dc:title> & "A" <B> ]]> \u0000\u0008\u001f\uffff \u{1F600}\t\u0085é';
    const found = read(coreProperties({ ...META, title: hostile, author: hostile, keywords: [hostile] }));
    const kept = '</dc:title> & "A" <B> ]]>  \u{1F600}\té';
    expect(found['dc:title']).toBe(kept);
    expect(found['dc:creator']).toBe(kept);
    expect(found['cp:keywords']).toBe(kept);
  });
});

describe('the properties in the file', () => {
  it('are these and no others', async () => {
    const file = await wordOf(PLAIN, [], { meta: META });
    expect(file.source('docProps/core.xml')).toBe(coreProperties(META));
    expect(file.source('docProps/app.xml')).toBe(appProperties());
    expect(read(file.source('docProps/app.xml'))).toEqual({ Application: 'Resumewright' });
    expect(file.names.filter((name) => name.startsWith('docProps/'))).toEqual([
      'docProps/app.xml',
      'docProps/core.xml',
    ]);
  });

  it('say nothing of the machine', async () => {
    const file = await wordOf(PLAIN, [], { meta: META });
    const whole = file.names.map((name) => file.source(name)).join('\n');
    expect(whole).not.toMatch(/Un-named|\/work\/|node_modules/);
    const dates = [...whole.matchAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g)].map(([date]) => date);
    expect(dates).toEqual(['2024-05-01T12:34:56Z', '2024-05-01T12:34:56Z']);
  });
});
