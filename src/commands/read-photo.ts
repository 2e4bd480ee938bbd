import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../source/diagnostic.js';
import { type Refusal, RefusedFile, readInside } from '../source/read-inside.js';
import { makePortrait } from '../view/make-portrait.js';
import type { Photo } from '../view/view.js';

// `basics.image` → a picture inside the page. A résumé is untrusted: only a PNG or JPEG file in its own folder, or in the
// one that the command line names, is read, and nothing is fetched.

const MOST_BYTES = 5_000_000;

const REFUSALS: Readonly<Record<Refusal, readonly [message: string, suggestion: string]>> = {
  outside: [
    'it lies outside the résumé’s folder',
    'put it into that folder, or allow the folder of both: --root <folder>',
  ],
  'no-file': ['it is not a file', 'name a PNG or JPEG file'],
  'too-large': ['it is larger than 5 MB', 'a portrait of 600 × 750 pixels is plenty'],
};

/** Reads the portrait named in `file`, or says why there is none. `root`: where it may lie, if not beside the résumé. */
export async function readPhoto(
  image: string,
  name: string,
  file: string,
  root = dirname(file),
): Promise<Photo | Diagnostic[]> {
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
    const bytes = readInside(resolve(dirname(file), image), root, MOST_BYTES);
    const photo = makePortrait(bytes, name);
    return 'unfit' in photo ? fault(`${image} ${photo.unfit}`, photo.wayOut) : photo;
  } catch (error) {
    if (error instanceof RefusedFile) return fault(...REFUSALS[error.refusal]);
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return fault(
      missing ? `there is no file ${image}` : `${image} cannot be read`,
      'name a PNG or JPEG file beside the résumé',
    );
  }
}
