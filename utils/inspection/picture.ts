/** A decoded picture, of which parts can be asked for at the size that a model takes. */

/** A part of a picture in its own pixels; may lie partly outside. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /**
   * A region scaled smoothly to so many pixels; black where it lies outside the picture.
   *
   * @returns RGBA, row by row, of `width * height` pixels
   */
  scaled(region: Region, width: number, height: number): Uint8ClampedArray;
  /**
   * Whole rows, each exactly as it was decoded.
   *
   * @param rows numbers of the rows, from 0
   * @returns RGBA, `this.width` pixels for each row asked for, in that order
   */
  rows(rows: readonly number[]): Uint8ClampedArray;
}

type Canvas = (width: number, height: number) => OffscreenCanvasRenderingContext2D;

/** An empty canvas of any size: the same one again while the size does not change, as from look to look. */
function oneCanvas(): Canvas {
  let last: OffscreenCanvasRenderingContext2D | null = null;
  return (width, height) => {
    if (last?.canvas.width === width && last.canvas.height === height) {
      last.clearRect(0, 0, width, height);
      return last;
    }
    last = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!last) throw new Error('no canvas');
    return last;
  };
}

/** A picture that lies in a bitmap; it can be asked until the bitmap is closed. */
export function bitmapPicture(bitmap: ImageBitmap): Picture {
  const canvas = oneCanvas();
  return {
    width: bitmap.width,
    height: bitmap.height,
    scaled({ x, y, width: across, height: down }, width, height) {
      const context = canvas(width, height);
      context.imageSmoothingQuality = 'medium';
      // Only the part inside is drawn: what lies outside is not read the same way everywhere.
      const left = Math.max(0, x);
      const top = Math.max(0, y);
      const right = Math.min(bitmap.width, x + across);
      const bottom = Math.min(bitmap.height, y + down);
      if (right > left && bottom > top) {
        const [perX, perY] = [width / across, height / down];
        context.drawImage(
          bitmap,
          left,
          top,
          right - left,
          bottom - top,
          (left - x) * perX,
          (top - y) * perY,
          (right - left) * perX,
          (bottom - top) * perY,
        );
      }
      return context.getImageData(0, 0, width, height).data;
    },
    rows(rows) {
      const { width } = bitmap;
      const context = canvas(width, rows.length);
      rows.forEach((row, index) => {
        context.drawImage(bitmap, 0, row, width, 1, 0, index, width, 1);
      });
      return context.getImageData(0, 0, width, rows.length).data;
    },
  };
}
