import { imageSize } from 'image-size';
import type { Photo } from './view.js';

const MOST_PIXELS = 40_000_000;
/** The box a portrait fills, in CSS pixels: 72 × 90 points. */
const BOX = { width: 96, height: 120 };
/** How PNG and JPEG files begin. */
const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** The bytes of a PNG or JPEG file → a portrait; undefined when they are neither, or more than 40 megapixels. */
export function makePortrait(bytes: Uint8Array, alt: string): Photo | undefined {
  const size = measure(bytes);
  if (!size || !(size.width > 0 && size.height > 0) || size.width * size.height > MOST_PIXELS)
    return undefined;
  const scale = Math.min(BOX.width / size.width, BOX.height / size.height);
  return {
    src: `data:image/${size.type};base64,${Buffer.from(bytes).toString('base64')}`,
    alt,
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

function measure(bytes: Uint8Array): { type: 'png' | 'jpeg'; width: number; height: number } | undefined {
  // Other kinds of pictures are not even measured: the fewer readers strangers' bytes meet, the better.
  if (!SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte)))
    return undefined;
  try {
    const { type, width, height } = imageSize(bytes);
    if (type === 'png') return { type, width, height };
    return type === 'jpg' ? { type: 'jpeg', width, height } : undefined;
  } catch {
    return undefined;
  }
}
