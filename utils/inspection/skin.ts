/** How much of a picture has the colour of skin. Sand, wood and warm light have it too: it tells nothing alone. */

/**
 * The chroma of skin, in full-range YCbCr (ITU-T T.871, section 7), as Chai and Ngan found it ("Face segmentation
 * using skin-color map in videophone applications", 1999). Brightness is not asked for: it is what dark and light
 * skin differ in most.
 */
const chroma = { blue: [77, 127], red: [133, 173] } as const;

/** Darker than this there is no colour to be told, of 255. */
const darkest = 30;

/** @param red green and blue likewise, 0 to 255 */
export function isSkin(red: number, green: number, blue: number): boolean {
  const brightness = 0.299 * red + 0.587 * green + 0.114 * blue;
  if (brightness < darkest) return false;
  return (
    isIn(128 + (blue - brightness) / 1.772, chroma.blue) && isIn(128 + (red - brightness) / 1.402, chroma.red)
  );
}

function isIn(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}

/**
 * @param pixels RGB from 0 to 1
 * @returns 0 to 1
 */
export function shareOfSkin(pixels: Float32Array): number {
  let found = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    if (isSkin(red * 255, green * 255, blue * 255)) found += 1;
  }
  return pixels.length === 0 ? 0 : found / (pixels.length / 3);
}
