import { bmpParts, icoParts } from './bitmap';
import { ebmlParts } from './ebml';
import { gifParts } from './gif';
import { isobmffParts } from './isobmff';
import { jpegParts } from './jpeg';
import type { Part } from './part';
import { pngParts } from './png';
import { riffParts } from './riff';
import { svgParts } from './svg';
import { tiffParts } from './tiff';

const readers: Readonly<Record<string, (bytes: Uint8Array) => readonly Part[]>> = {
  jpeg: jpegParts,
  png: pngParts,
  webp: riffParts,
  avi: riffParts,
  gif: gifParts,
  heif: isobmffParts,
  avif: isobmffParts,
  mp4: isobmffParts,
  jxl: isobmffParts,
  svg: svgParts,
  webm: ebmlParts,
  matroska: ebmlParts,
  tiff: tiffParts,
  bmp: bmpParts,
  ico: icoParts,
};

/** The parts of a file; none when its format has no reader here. */
export function partsOf(format: string, bytes: Uint8Array): readonly Part[] {
  return readers[format]?.(bytes) ?? [];
}
