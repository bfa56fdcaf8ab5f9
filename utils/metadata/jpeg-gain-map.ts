import type { ByteSource } from '../bytes/byte-source';
import { rangeSource } from '../bytes/range-source';
import { startsWith } from '../bytes/text';
import type { Piece } from './clean-result';
import { announcesGainMap, directoryOf, numbersOnly } from './gain-map';
import { isNumbers, isoIdentifier, isoOnly } from './gain-map-iso';
import { type Draft, draft, segmentBytes } from './jpeg-draft';
import { marker } from './jpeg-marker';
import { type JpegStructure, readStructure } from './jpeg-structure';
import { mpfIdentifier, readOffsets, twoPictures, twoPicturesLength } from './multi-picture';
import { lengthOfAll } from './pieces';

/**
 * The second picture of an Ultra HDR JPEG: kept with nothing but its numbers, and announced by the first one anew,
 * since both have become shorter.
 */

/** So many pictures behind the first one are looked at for a gain map. */
const maximumPictures = 8;

/** The picture behind the first one from which a screen makes HDR, and where it ends in the source. */
export interface GainMap {
  readonly pieces: readonly Piece[];
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly draft: Draft;
  readonly isIso: boolean;
  readonly isXmp: boolean;
}

/** The gain map that the picture announces; null when there is none that could be told from any other picture. */
export async function findGainMap(
  { parts, eoi }: JpegStructure,
  source: ByteSource,
): Promise<GainMap | null> {
  if (eoi === null) return null;
  const segments = parts.filter((part) => part.kind === 'segment');
  const announced = segments.some(
    ({ code, payload }) =>
      (code === marker.APP1 && announcesGainMap(payload)) ||
      (code === marker.APP2 && startsWith(payload, isoIdentifier)),
  );
  if (!announced) return null;
  const listed = segments
    .filter(({ code }) => code === marker.APP2)
    .flatMap(({ start, payload }) =>
      readOffsets(payload).map((offset) => start + 4 + mpfIdentifier.length + offset),
    );
  const after = [...new Set([eoi + 2, ...listed])].filter((start) => start >= eoi + 2 && start < source.size);
  for (const start of after.slice(0, maximumPictures)) {
    const found = await readGainMap(start, source);
    if (found) return found;
  }
  return null;
}

/** The gain map at this position, with nothing of its metadata but the numbers. */
async function readGainMap(start: number, source: ByteSource): Promise<GainMap | null> {
  const range = rangeSource(source, start, source.size);
  const structure = await readStructure(range);
  if (typeof structure === 'string' || structure.start > 0) return null;
  const kept = { iso: false, xmp: false };
  const made = draft(structure, ({ code, payload }) => {
    const iso = code === marker.APP2 && !kept.iso ? isoOnly(payload) : null;
    const xmp = code === marker.APP1 && !kept.xmp ? numbersOnly(payload) : null;
    kept.iso ||= iso !== null && isNumbers(iso);
    kept.xmp ||= xmp !== null;
    return iso && isNumbers(iso) ? iso : xmp;
  });
  if (typeof made === 'string' || (!kept.iso && !kept.xmp)) return null;
  const pieces = [...made.head, ...made.body].map((piece) =>
    'start' in piece ? { start: piece.start + start, end: piece.end + start } : piece,
  );
  const end = start + (structure.eoi === null ? range.size : structure.eoi + 2);
  const length = lengthOfAll(pieces);
  return { pieces, length, start, end, draft: made, isIso: kept.iso, isXmp: kept.xmp };
}

/** What the first picture says of the gain map behind it: in XMP, in ISO 21496-1, and where it is, in MPF. */
export function announcement(picture: Draft, gainMap: GainMap): readonly Uint8Array[] {
  const iso = picture.structure.parts
    .filter((part) => part.kind === 'segment')
    .find(({ code, payload }) => code === marker.APP2 && isoOnly(payload) !== null);
  const versionOnly = iso?.payload.subarray(0, isoIdentifier.length + 4);
  const segments = [
    ...(gainMap.isXmp ? [segmentBytes(marker.APP1, directoryOf(gainMap.length))] : []),
    ...(gainMap.isIso && versionOnly ? [segmentBytes(marker.APP2, versionOnly)] : []),
  ];
  const before = lengthOfAll([...picture.head, ...segments]);
  const first = before + 4 + twoPicturesLength + lengthOfAll(picture.body);
  return [...segments, segmentBytes(marker.APP2, twoPictures(first, gainMap.length, before + 4))];
}
