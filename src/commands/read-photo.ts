import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import type { Diagnostic } from '../source/diagnostic.js';
import { makePortrait } from '../view/make-portrait.js';
import type { Photo } from '../view/view.js';

// `basics.image` → a picture inside the page. A résumé is untrusted: only a PNG or JPEG file in its own folder is read,
// and nothing is fetched.

const MOST_BYTES = 5_000_000;

/** Reads the portrait named in `file`, or says why there is none. */
export async function readPhoto(image: string, name: string, file: string): Promise<Photo | Diagnostic[]> {
  const fault = (message: string, suggestion: string): Diagnostic[] => [
    {
      severity: 'warning',
      rule: 'no-photo',
      file,
      path: 'basics.image',
      message: `the picture is left out: ${message}`,
      suggestion,
    },
  ];
  if (/^[a-z][a-z\d+.-]+:/i.test(image)) {
    return fault('it is an address, and nothing is fetched', 'save it beside the résumé and name the file');
  }
  try {
    const folder = await realpath(dirname(file));
    const path = await realpath(join(folder, image));
    const inside = relative(folder, path);
    if (isAbsolute(image) || isAbsolute(inside) || inside.startsWith('..')) {
      return fault('it lies outside the résumé’s folder', 'put it beside the résumé');
    }
    const info = await stat(path);
    if (!info.isFile()) return fault(`${image} is not a file`, 'name a PNG or JPEG file');
    if (info.size > MOST_BYTES)
      return fault('it is larger than 5 MB', 'a portrait of 600 × 750 pixels is plenty');
    return (
      makePortrait(await readFile(path), name) ??
      fault(`${image} is no PNG or JPEG`, 'save it as one of these')
    );
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return fault(
      missing ? `there is no file ${image}` : `${image} cannot be read`,
      'name a PNG or JPEG file beside the résumé',
    );
  }
}
