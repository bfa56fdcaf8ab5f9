import { blobSource } from '../bytes/blob-source';
import { memorySource } from '../bytes/memory-source';
import { cleanFile } from '../metadata/clean-file';
import { pieceSource } from '../metadata/pieces';
import { type CoverPlan, drawCovers } from './cover-plan';
import { pixelsOf } from './face-cover';
import { moves } from './moves';
import type { Region } from './picture';
import { hasWideColours } from './wide-colour';

/** Makes the copy of a picture that has its faces covered; runs in a worker. */

/**
 * Why a picture cannot be covered. `moves`: an animation, of which only the first frame would be covered; `died`: the
 * worker ended over it.
 */
export type WhyNotCovered = 'not-decodable' | 'moves' | 'too-large' | 'not-written' | 'died';

/** A picture that is decoded, to be covered. */
export interface OpenPicture {
  readonly bitmap: ImageBitmap;
  /** The type to write, if the browser can. */
  readonly type: CopyType | null;
}

export type CopyType = 'image/jpeg' | 'image/png' | 'image/webp';

/** What browsers write, by the registry's name of the container. */
const typeOf: ReadonlyMap<string, CopyType> = new Map([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
]);

/** No camera's picture has more pixels, and the memory of old computers ends there. */
const mostPixels = 120_000_000;

/** As good as cameras write, 0 to 1. */
const quality = 0.94;

/** So many rows are looked through at a time. */
const band = 256;

/** Decodes a clean picture, with its orientation applied; who calls it closes the bitmap. */
export async function openPicture(picture: Blob): Promise<OpenPicture | WhyNotCovered> {
  const source = blobSource(picture);
  const known = await cleanFile(source, { name: '', type: picture.type });
  if (!known || known.outcome === 'refused') return 'not-decodable';
  if (await moves(source, known.format)) return 'moves';
  // In one piece: Firefox does not decode every blob that is put together from parts of a file.
  const whole = new Blob([await picture.arrayBuffer()], { type: picture.type });
  const bitmap = await createImageBitmap(whole, { imageOrientation: 'from-image' }).catch(() => null);
  if (!bitmap) return 'not-decodable';
  if (bitmap.width * bitmap.height > mostPixels) {
    bitmap.close();
    return 'too-large';
  }
  return { bitmap, type: typeOf.get(known.format) ?? null };
}

/**
 * The picture with its covers, cropped: of the same type and size in pixels where the browser writes that type, else a
 * JPEG, or a PNG when something of it is transparent. Nothing is hidden in it.
 */
export async function coveredCopy(picture: OpenPicture, plan: CoverPlan): Promise<Blob | WhyNotCovered> {
  const { bitmap } = picture;
  const kept = keptOf(bitmap, plan.crop);
  const context = new OffscreenCanvas(kept.width, kept.height).getContext('2d', {
    colorSpace: hasWideColours(bitmap) ? 'display-p3' : 'srgb',
    willReadFrequently: true,
  });
  if (!context) return 'too-large';
  context.drawImage(bitmap, -kept.x, -kept.y);
  drawCovers(context, plan, { x: kept.x, y: kept.y, scale: 1 });
  const written = await write(context, picture.type);
  return written ? cleaned(written) : 'not-written';
}

function keptOf({ width, height }: ImageBitmap, crop: Region | null): Region {
  return (crop && pixelsOf(crop, width, height)) ?? { x: 0, y: 0, width, height };
}

/** Null when the browser writes none of the types. */
async function write(
  context: OffscreenCanvasRenderingContext2D,
  type: CopyType | null,
): Promise<Blob | null> {
  const as = async (wanted: CopyType) => {
    const blob = await context.canvas.convertToBlob({ type: wanted, quality }).catch(() => null);
    // A type that the browser does not write becomes PNG.
    return blob?.type === wanted ? blob : null;
  };
  return (type && (await as(type))) || (await as(isTransparent(context) ? 'image/png' : 'image/jpeg'));
}

function isTransparent(context: OffscreenCanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas;
  for (let y = 0; y < height; y += band) {
    const { data } = context.getImageData(0, y, width, Math.min(band, height - y));
    for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  }
  return false;
}

/** What browsers write holds little more than the picture, and that goes too. */
async function cleaned(written: Blob): Promise<Blob | WhyNotCovered> {
  const source = memorySource(new Uint8Array(await written.arrayBuffer()));
  const result = await cleanFile(source, { name: '', type: written.type });
  if (result?.outcome === 'already-clean') return written;
  if (result?.outcome !== 'cleaned') return 'not-written';
  const pieces = pieceSource(result.pieces, source);
  return new Blob([new Uint8Array(await pieces.read(0, pieces.size))], { type: written.type });
}
