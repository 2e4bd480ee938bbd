const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
/** `example.org`, `münchen.de/a`; no version number, no file name without a dot. */
const BARE_DOMAIN = /^([\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]*([/?#:]|$)/u;

/**
 * An address that may be linked to: http, https, mailto or tel, in the one spelling that every output repeats
 * (WHATWG URL; a bare domain gets https). Anything else (`javascript:`, `data:` …) is none.
 */
export function safeHref(address: string): string | undefined {
  const trimmed = address.trim();
  const full = BARE_DOMAIN.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!URL.canParse(full)) return undefined;
  const url = new URL(full);
  return SCHEMES.has(url.protocol) && url.pathname !== '' ? url.href : undefined;
}

/** Whether it is a program or a document of its own rather than an address: nobody wants to read that. */
export const isCode = (address: string): boolean => /^\s*(javascript|vbscript|data):/i.test(address);

/** Whether an address says how it is reached, as `example.org` does not. */
export const hasScheme = (address: string): boolean => !BARE_DOMAIN.test(address.trim());

/** An address as a reader types it: without scheme, `www.` and closing slash. */
export function visibleAddress(address: string): string {
  return address
    .trim()
    .replace(/^(https?:\/\/|mailto:|tel:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
}
