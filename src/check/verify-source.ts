import type { Page } from '../page/page.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Format } from '../writers/formats.js';
import { CHECK_FORMATS } from './extract/extraction.js';

/** The content gate for `--embed-source`: a file that should carry its source gives it back, byte for byte. */
export async function verifySource(
  { meta, theme }: Pick<Page, 'meta' | 'theme'>,
  format: Format,
  bytes: Uint8Array,
  file: string,
): Promise<Diagnostic[]> {
  if (meta.source === undefined || !CHECK_FORMATS.some((one) => one === format)) return [];
  const { readSource } = await import('./extract/read-source.js');
  if ((await readSource(bytes)) === meta.source) return [];
  return [
    {
      severity: 'error',
      rule: 'content-lost',
      file,
      path: '',
      message: `${format.toUpperCase()} does not carry its source as the theme ${theme.name} makes it`,
      suggestion:
        'a theme with a resume.hbs of its own has to print `source`; or render without --embed-source',
    },
  ];
}
