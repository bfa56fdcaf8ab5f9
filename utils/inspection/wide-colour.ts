/** A glance is enough: a picture scaled to so many pixels in each direction. */
const glance = 128;

/** Display P3 to sRGB, both linear and of the same white; CSS Color 4, section 10. */
const toSrgb: readonly (readonly number[])[] = [
  [1.2249, -0.2249, 0],
  [-0.0421, 1.0421, 0],
  [-0.0196, -0.0786, 1.0983],
];

/** What eight bits make of a colour at the edge, in linear light. */
const roundingError = 0.02;

/**
 * Whether a picture has colours that sRGB lacks, so that a copy of it needs Display P3. Only such a copy is written
 * in it: not everything that shows pictures heeds their colour profile.
 */
export function hasWideColours(bitmap: ImageBitmap): boolean {
  const context = new OffscreenCanvas(glance, glance).getContext('2d', { colorSpace: 'display-p3' });
  if (!context) return false;
  context.drawImage(bitmap, 0, 0, glance, glance);
  const pixels = context.getImageData(0, 0, glance, glance);
  // Where a canvas knows no other colours than sRGB it gives pixels of sRGB.
  return pixels.colorSpace === 'display-p3' && hasColoursBeyondSrgb(pixels.data);
}

/** @param pixels RGBA in Display P3 */
export function hasColoursBeyondSrgb(pixels: Uint8ClampedArray): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const p3 = [0, 1, 2].map((channel) => linear((pixels[at + channel] ?? 0) / 255));
    const isBeyond = toSrgb.some((row) => {
      const value = row.reduce((sum, factor, channel) => sum + factor * (p3[channel] ?? 0), 0);
      return value < -roundingError || value > 1 + roundingError;
    });
    if (isBeyond) return true;
  }
  return false;
}

/** IEC 61966-2-1, which Display P3 has its curve from. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
