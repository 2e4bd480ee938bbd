import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

// Who may ask, and what may be done with the answer.

/** Why a request is refused; undefined when it may be answered. */
export function guard(
  { method = '', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  port: number,
): { code: number; message: string } | undefined {
  // A page elsewhere may point a name of its own at this machine, and would then be read by its script (DNS rebinding).
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(headers.host ?? ''))
    return { code: 403, message: 'The preview answers this machine only.' };
  if (method === 'GET' || method === 'HEAD') return undefined;
  return { code: 405, message: 'The preview can only be looked at.' };
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The shell runs its own script, talks to its own server, and frames its own pages. */
const SHELL =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A résumé's page, which anybody may have written, runs nothing and fetches nothing. */
const PAGE =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox allow-same-origin; frame-ancestors 'self'";

/** The headers of an answer; `kind` is a media type or a file's name. */
export function headersFor(kind: string): OutgoingHttpHeaders {
  const type = TYPES[kind.slice(kind.lastIndexOf('.') + 1)] ?? `${kind}; charset=utf-8`;
  return {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    // The browser's own viewer shows a PDF, and needs no leave of ours.
    ...(type !== TYPES.pdf && { 'content-security-policy': kind === 'page.html' ? PAGE : SHELL }),
  };
}
