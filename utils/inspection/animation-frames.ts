/** Frames of animated pictures, decoded one by one where the browser can (WebCodecs, ImageDecoder). */

/** First, middle and last: what is shown between them is seldom something else. */
function positions(count: number): readonly number[] {
  return [...new Set([0, count >> 1, count - 1])];
}

/** Of a longer file only the first frame is looked at: to find the last one all of it would be read. In bytes. */
const longestFile = 64 << 20;

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
      const { image } = await decoder.decode({ frameIndex });
      try {
        yield await createImageBitmap(image);
      } finally {
        image.close();
      }
    }
  } catch {
    // What follows is broken: the frames so far count.
  } finally {
    decoder.close();
  }
}
