import { imageSize } from 'image-size';
import { isWholePicture } from './is-whole-picture.js';
import type { Photo } from './view.js';

const MOST_PIXELS = 40_000_000;
/** The box a portrait fills, in CSS pixels: 72 × 90 points. */
const BOX = { width: 96, height: 120 };
/** How PNG and JPEG files begin. */
const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** Why bytes are no portrait: what is wrong, to be put behind a name, and a way out. */
export interface Unfit {
  unfit: string;
  wayOut: string;
}

/** The bytes of a PNG or JPEG file of at most 40 megapixels → a portrait. */
export function makePortrait(bytes: Uint8Array, alt: string): Photo | Unfit {
  // Other kinds of pictures are not even measured: the fewer readers strangers' bytes meet, the better.
  if (!SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    return { unfit: 'is neither a PNG nor a JPEG picture', wayOut: 'save it as one of these' };
  const size = measure(bytes);
  if (size && size.width * size.height > MOST_PIXELS)
    return {
      unfit: `has ${size.width} × ${size.height} pixels, and at most 40 million are read`,
      wayOut: 'a portrait of 600 × 750 pixels is plenty',
    };
  if (!size || !(size.width > 0 && size.height > 0) || !isWholePicture(bytes, size.type))
    return {
      unfit: 'is cut off or damaged',
      wayOut: 'save it again, or fetch it anew from where you have it',
    };
  const scale = Math.min(BOX.width / size.width, BOX.height / size.height);
  return {
    src: `data:image/${size.type};base64,${Buffer.from(bytes).toString('base64')}`,
    alt,
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

function measure(bytes: Uint8Array): { type: 'png' | 'jpeg'; width: number; height: number } | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    if (type === 'png') return { type, width, height };
    return type === 'jpg' ? { type: 'jpeg', width, height } : undefined;
  } catch {
    return undefined;
  }
}
