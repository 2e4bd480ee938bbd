// In: where a link leads, as written. Out: the address as Chromium writes it into a PDF. Why: it prints
// https://ada.example as https://ada.example/ and escapes what an address may not hold; the same link read
// from the page must not count as another.

export function foldLink(href: string): string {
  const address = href.trim();
  if (!URL.canParse(address)) return address;
  // WHATWG leaves these three alone (https://url.spec.whatwg.org/#path-percent-encode-set), Chromium does
  // not.
  return new URL(address).href.replace(/[|^`]/g, encodeURIComponent);
}
