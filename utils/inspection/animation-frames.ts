/** Frames of animated pictures, decoded one by one where the browser can (WebCodecs, ImageDecoder). */

/** First, middle and last: what is shown between them is seldom something else. */
function positions(count: number): readonly number[] {
  return [...new Set([0, count >> 1, count - 1])];
}

/** Of a longer file only the first frame is looked at: to find the last one all of it would be read. In bytes. */
const longestFile = 64 << 20;

/** A frame for which all before it have to be decoded may take long; then those so far count. In milliseconds. */
const frameLimit = 2_000;

/** Null when it takes too long. */
async function decodeInTime(decoder: ImageDecoder, frameIndex: number): Promise<VideoFrame | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), frameLimit);
  });
  try {
    const decoded = await Promise.race([decoder.decode({ frameIndex }), late]);
    return decoded?.image ?? null;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The frames that are looked at.
 *
 * @param type its MIME type
 * @returns none where the browser cannot tell frames apart, or not those of this file
 */
export async function* animationFrames(file: Blob, type: string): AsyncGenerator<ImageBitmap, void> {
  if (!('ImageDecoder' in globalThis) || file.size > longestFile) return;
  if (!(await ImageDecoder.isTypeSupported(type))) return;
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type, preferAnimation: true });
  try {
    await decoder.tracks.ready;
    for (const frameIndex of positions(decoder.tracks.selectedTrack?.frameCount ?? 0)) {
      const image = await decodeInTime(decoder, frameIndex);
      if (!image) return;
      try {
        yield await createImageBitmap(image);
      } finally {
        image.close();
      }
    }
  } catch (error) {
    // What follows is broken: the frames so far count.
    if (!(error instanceof DOMException || error instanceof RangeError)) throw error;
  } finally {
    decoder.close();
  }
}
