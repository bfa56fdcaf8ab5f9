/** Whether two pictures look the same to the last pixel, as a clean copy does and a covered or cropped one does not. */
export async function looksSame(one: Blob, other: Blob): Promise<boolean> {
  const pixels = await Promise.all([pixelsOf(one), pixelsOf(other)]).catch(() => null);
  // What this browser does not draw has no face to cover.
  if (!pixels) return true;
  const [before, after] = pixels;
  if (before.width !== after.width || before.height !== after.height) return false;
  return before.data.every((value, at) => value === after.data[at]);
}

async function pixelsOf(picture: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}
