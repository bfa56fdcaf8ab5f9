import { blobSource } from '../bytes/blob-source';
import { animationType } from './animation';
import { animationFrames } from './animation-frames';
import { previewsOf } from './embedded-preview';
import type { WhyNothing } from './inspection';
import { isTooLarge, sizeOf } from './picture-size';
import type { Size } from './stored-picture';
import type { JpegParts } from './tiff-picture';

/** What of a file is looked at: the picture itself where the browser decodes it, else a preview, or some frames. */

export interface Opened {
  readonly lookedAt: 'whole' | 'frames';
  /** At least one; who takes one closes it. */
  readonly bitmaps: AsyncIterable<ImageBitmap>;
  /** Of the file's own picture, where a smaller copy is looked at instead. */
  readonly own: Size | null;
}

/** Turned as it is to be shown; null when the browser does not decode it. */
async function decode(picture: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(picture, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

async function* only(bitmap: ImageBitmap): AsyncGenerator<ImageBitmap, void> {
  yield bitmap;
}

/** A bitmap that is there already, as a whole. */
export function whole(bitmap: ImageBitmap): Opened {
  return { lookedAt: 'whole', bitmaps: only(bitmap), own: null };
}

/** @returns why nothing of it can be looked at, when nothing can */
export async function openPicture(file: Blob): Promise<Opened | WhyNothing> {
  try {
    return await open(file);
  } catch (error) {
    // NotReadableError: changed or removed on disk.
    if (error instanceof DOMException) return 'not-decodable';
    throw error;
  }
}

async function open(file: Blob): Promise<Opened | WhyNothing> {
  const source = blobSource(file);
  const size = await sizeOf(source);
  const isLarge = size !== null && isTooLarge(size);
  // Without a size that is known it might be of any.
  const bitmap = size && !isLarge ? await decode(file) : null;
  if (!bitmap) return (await openPreview(file)) ?? (isLarge ? 'too-large' : 'not-decodable');
  if (isTooLarge(bitmap)) {
    bitmap.close();
    return 'too-large';
  }
  const type = await animationType(source);
  if (!type) return whole(bitmap);
  return { lookedAt: 'frames', bitmaps: animated(bitmap, file, type), own: null };
}

/** The frames; what was decoded as a whole is the first one, where they cannot be told apart. */
async function* animated(bitmap: ImageBitmap, file: Blob, type: string): AsyncGenerator<ImageBitmap, void> {
  const frames = animationFrames(file, type);
  const { value } = await frames.next();
  if (!value) {
    yield bitmap;
    return;
  }
  bitmap.close();
  yield value;
  yield* frames;
}

/** The largest preview that the browser decodes. */
async function openPreview(file: Blob): Promise<Opened | null> {
  const { own, jpegs } = await previewsOf(blobSource(file));
  for (const parts of jpegs) {
    const bitmap = await decode(blobOf(parts, file));
    if (bitmap) return { lookedAt: 'whole', bitmaps: only(bitmap), own };
  }
  return null;
}

function blobOf(parts: JpegParts, file: Blob): Blob {
  const bytes = parts.map((part) =>
    part instanceof Uint8Array ? part.slice() : file.slice(part.start, part.end),
  );
  return new Blob(bytes, { type: 'image/jpeg' });
}
