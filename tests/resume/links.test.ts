import { describe, expect, it } from 'vitest';
import { safeHref, visibleAddress } from '../../src/resume/links.js';

describe('an address that may be linked to', () => {
  it.each([
    ['https://example.org', 'https://example.org/', 'example.org'],
    ['http://Example.ORG/Path?b#c', 'http://example.org/Path?b#c', 'Example.ORG/Path?b#c'],
    ['HTTPS://example.org/', 'https://example.org/', 'example.org'],
    ['https://www.example.org/a/', 'https://www.example.org/a/', 'example.org/a'],
    ['example.org', 'https://example.org/', 'example.org'],
    ['www.example.org/a', 'https://www.example.org/a', 'example.org/a'],
    ['example.org:8080/a', 'https://example.org:8080/a', 'example.org:8080/a'],
    ['example.org?q=1', 'https://example.org/?q=1', 'example.org?q=1'],
    ['my-site.co.uk#top', 'https://my-site.co.uk/#top', 'my-site.co.uk#top'],
    ['münchen.example', 'https://xn--mnchen-3ya.example/', 'münchen.example'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example/', 'münchen.example'],
    ['https://example.org/ä ö', 'https://example.org/%C3%A4%20%C3%B6', 'example.org/ä ö'],
    ['https://example.org/"><b>', 'https://example.org/%22%3E%3Cb%3E', 'example.org/"><b>'],
    [' https://example.org/a ', 'https://example.org/a', 'example.org/a'],
    ['mailto:ada@example.org', 'mailto:ada@example.org', 'ada@example.org'],
    ['tel:+4415550100', 'tel:+4415550100', '+4415550100'],
  ])('%s', (address, href, visible) => {
    expect(safeHref(address)).toBe(href);
    expect(visibleAddress(address)).toBe(visible);
  });
});

describe('what is never linked to', () => {
  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    'ftp://example.org',
    'about:blank',
    '//example.org',
    '/path',
    '#top',
    'readme',
    'ada@example.org',
    'git@github.com:a/b',
    'localhost:3000',
    'v1.2.3',
    '1.5',
    'example.org.',
    'https://',
    'http://[',
    'https://exa mple.org',
    'mailto:',
    'tel:',
    '',
  ])('%j', (address) => {
    expect(safeHref(address)).toBeUndefined();
  });
});
