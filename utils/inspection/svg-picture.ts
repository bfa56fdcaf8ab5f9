import type { Size } from './stored-picture';

/** SVG, drawn by an <img>: in it nothing is loaded and no script runs. No worker can do that. */

/** Longer than any drawing that is drawn in time, in bytes. */
const longestFile = 16 << 20;

/** The longer side of what is looked at, in pixels: photographs in it are of use at any size it names. */
const drawnSide = 1600;

/** CSS Images, 4.4: the size of what says none. */
const usual: Size = { width: 300, height: 150 };

/** A copy of what a file shows, of some size. */
export interface Drawn {
  readonly bitmap: ImageBitmap;
  /** Of the file's own picture; of SVG in CSS pixels. */
  readonly own: Size;
}

/** @returns why it is not drawn, when it is not */
export async function drawSvg(file: Blob): Promise<Drawn | 'too-large' | 'not-decodable'> {
  if (file.size > longestFile) return 'too-large';
  const address = URL.createObjectURL(file.slice(0, file.size, 'image/svg+xml'));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const isSized = image.naturalWidth > 0 && image.naturalHeight > 0;
    const own = isSized ? { width: image.naturalWidth, height: image.naturalHeight } : usual;
    const scale = drawnSide / Math.max(own.width, own.height);
    const width = Math.max(1, Math.round(own.width * scale));
    const height = Math.max(1, Math.round(own.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) return 'not-decodable';
    // What is transparent is shown on paper.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    return { bitmap: canvas.transferToImageBitmap(), own };
  } catch {
    // EncodingError: it is none; InvalidStateError: it has no size that can be drawn.
    return 'not-decodable';
  } finally {
    URL.revokeObjectURL(address);
  }
}
