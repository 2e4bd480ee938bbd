import { expect, test } from 'vitest';
import { cleanPage } from '../../src/json-resume-theme/clean-page.js';

// Another program's HTML: nothing in it may run or fetch, and what was left out is told.

const HEAD = { title: 'Ada – Résumé', lang: 'de', dir: 'ltr' as const, css: '@page { size: A4; }' };
const cleaned = (html: string) => cleanPage(html, HEAD);

test('scripts go, and whatever else would run', () => {
  const { html, scripts } = cleaned(`<html><head><script>steal()</script>
<script type="application/ld+json">{"name": "Ada"}</script></head>
<body onload="steal()"><h1 onclick='steal()'>Ada</h1><iframe srcdoc="<script>steal()</script>"></iframe>
<a href="javascript:steal()">one</a><a href=" JaVaScRiPt:steal()">two</a><a href="data:text/html,steal()">three</a>
<svg><script>steal()</script><a xlink:href="javascript:steal()"><text>four</text></a>
<animate attributeName="href" to="javascript:steal()"/></svg>
<form action="https://example.com/steal()"><button formaction="javascript:steal()">five</button></form>
<noscript>steal()</noscript><template>steal()</template><object data="steal()"></object><embed src="steal()">
<math href="javascript:steal()">six</math><!-- steal() --></body></html>`);
  expect(html).not.toContain('steal');
  expect(html).not.toMatch(/<script|<iframe|<object|<embed|<template/);
  expect(html.match(/\b(one|two|three|four|five|six)\b/g)).toEqual([
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
  ]);
  expect(scripts).toBe(2);
});

test('what would be fetched goes, and is told by its host, each once', () => {
  const { html, fetched } = cleaned(`<link rel="stylesheet" href="https://styles.example.com/a.css">
<link rel="preload" href="https://preload.example.com/a"><base href="https://base.example.com/">
<meta http-equiv="refresh" content="0; url=https://refresh.example.com/">
<style>@import url('https://fonts.example.com/css?family=A'); @import "https://fonts.example.com/b";
p { background: url( "//pictures.example.com/p.png" ); color: red } @font-face { src: url(fonts/own.woff?1) }</style>
<img src="https://pictures.example.com/me.jpg"><img src="data:image/png;base64,AA==" srcset="https://set.example.com/2x 2x">
<p style="background: url(https://inline.example.com/x)">Text</p><video src="https://film.example.com"></video>
<table background="https://table.example.com/x"></table>`);
  expect(fetched).toEqual([
    'styles.example.com',
    'fonts.example.com',
    'pictures.example.com',
    'fonts/own.woff',
    'inline.example.com',
  ]);
  expect(html).not.toContain('example.com');
  expect(html).toContain('color: red');
  expect(html).toContain('<img src="data:image/png;base64,AA==">');
});

test('the policy of our own pages comes before all that it is to hold back', () => {
  const { html } = cleaned('<meta http-equiv="Content-Security-Policy" content="default-src *"><p>Text</p>');
  expect(html).toMatch(
    /<head><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /,
  );
  expect(html).not.toContain('default-src *');
});

test('no head, however it is written, goes without it', () => {
  for (const source of [
    '',
    '<p>Text</p>',
    '<head prefix="og: x"><p>',
    '<html data-x="<head>"><head>',
    '<frameset>',
  ]) {
    const { html } = cleaned(source);
    expect(html).toMatch(
      /<html[^>]*><head[^>]*><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"/,
    );
  }
});

test('markup that reads otherwise the second time stays harmless', () => {
  const { html } = cleaned('<svg><style>&lt;img src=x onerror=steal()&gt;</style><text>Seen</text></svg>');
  expect(html).not.toContain('steal');
  expect(html).toContain('Seen');
});

test('the page says whose it is, in which language, on which paper', () => {
  const { html } = cleaned(
    '<html lang="xx"><title>Other</title><style>@page { margin: 1cm }</style><p>Text</p>',
  );
  expect(html).toMatch(/^<!doctype html>\n<html lang="de">/);
  expect(html.match(/<title>.*<\/title>/g)).toEqual(['<title>Ada – Résumé</title>']);
  // The theme's own rules come later, and so they win.
  expect(html.indexOf('size: A4')).toBeLessThan(html.indexOf('margin: 1cm'));
  expect(cleanPage('<p>Text</p>', { ...HEAD, lang: 'ar', dir: 'rtl' }).html).toContain(
    '<html lang="ar" dir="rtl">',
  );
});

test('elements nested without end are cut off', () => {
  const { html } = cleaned(`<p>Seen</p>${'<div>'.repeat(100_000)}`);
  expect(html).toContain('Seen');
  expect(html.match(/<div>/g)?.length).toBeLessThan(600);
});

test('links that lead somewhere stay as they are', () => {
  const { html } = cleaned(
    '<a href="https://ada.example.com/?a=1&amp;b">a</a> <a href="mailto:a@example.com">b</a> <a href="#top">c</a> <a href="about.html">d</a>',
  );
  expect(html).toContain(
    '<a href="https://ada.example.com/?a=1&amp;b">a</a> <a href="mailto:a@example.com">b</a> <a href="#top">c</a> <a>d</a>',
  );
});

test('a source to embed is in the head, named in the policy', () => {
  const { html } = cleanPage('<p>Text</p>', { ...HEAD, source: 'basics: { name: Ada }\n' });
  expect(html).toContain(
    '<script type="application/yaml" id="resume-source">basics: { name: Ada }\n</script>',
  );
  expect(html).toContain("script-src 'sha256-");
});
