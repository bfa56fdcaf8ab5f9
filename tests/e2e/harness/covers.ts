import type { Page } from '@playwright/test';

/** The worker that covers pictures, asked from a page of the extension. */

/** A region of the picture, in its pixels. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Wanted {
  readonly boxes?: readonly Part[];
  readonly crop?: Part;
  readonly how?: 'blocks' | 'solid';
  /** Pixels are given in Display P3. */
  readonly wide?: boolean;
}

/** What came of it: the size that was opened, then the copy, or why there is none. */
export interface Made {
  readonly opened: { readonly width: number; readonly height: number } | null;
  readonly why: string | null;
  readonly type: string;
  readonly base64: string;
  /** Of the copy, as the browser draws it: size, and RGBA of the pixels that were asked for. */
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly (readonly number[])[];
  /** The same pixels before. */
  readonly before: readonly (readonly number[])[];
  /** For how long the page answered nothing while the copy was made, in milliseconds. */
  readonly frozen: number;
}

/** A picture of one colour, which the page draws and the browser writes. */
export interface Drawn {
  readonly type: string;
  readonly width?: number;
  readonly height?: number;
  readonly fill?: string;
  readonly colours?: PredefinedColorSpace;
}

/** Makes the copy as the page of a picture does, from the file or from a picture that is drawn. */
export function coverIn(
  page: Page,
  source: Drawn & { readonly bytes?: Uint8Array },
  wanted: Wanted = {},
  look: readonly (readonly [x: number, y: number])[] = [],
): Promise<Made> {
  const { bytes, ...drawing } = source;
  const given = { ...drawing, base64: bytes ? Buffer.from(bytes).toString('base64') : null };
  return page.evaluate(
    async ([from, { boxes = [], crop = null, how = 'blocks', wide = false }, points]) => {
      const draw = ({ type, width = 96, height = 64, fill = '#3a7f5d', colours = 'srgb' }: Drawn) => {
        const canvas = new OffscreenCanvas(width, height);
        const paint = canvas.getContext('2d', { colorSpace: colours });
        if (!paint) throw new Error('no canvas');
        paint.fillStyle = fill;
        paint.fillRect(0, 0, width, height);
        return canvas.convertToBlob({ type, quality: 0.95 });
      };
      const picture =
        from.base64 === null
          ? await draw(from)
          : new Blob([Uint8Array.from(atob(from.base64), (letter) => letter.charCodeAt(0))], {
              type: from.type,
            });
      const worker = new Worker('/cover-worker.js', { type: 'module' });
      const ask = (message: unknown) =>
        new Promise<Record<string, unknown>>((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage(message);
        });
      const colorSpace = wide ? 'display-p3' : 'srgb';
      const pixelsOf = async (blob: Blob) => {
        const bitmap = await createImageBitmap(blob);
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { colorSpace });
        if (points.length > 0) context?.drawImage(bitmap, 0, 0);
        const pixels = points.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])]);
        return { width: bitmap.width, height: bitmap.height, pixels };
      };
      const nothing = { type: '', base64: '', width: 0, height: 0, pixels: [], before: [], frozen: 0 };
      let [last, frozen] = [performance.now(), 0];
      const beat = () => {
        frozen = Math.max(frozen, performance.now() - last);
        last = performance.now();
      };
      const heart = setInterval(beat, 10);
      const opened = await ask({ type: 'open', picture });
      if (opened.type !== 'opened') return { ...nothing, opened: null, why: String(opened.why) };
      const size = { width: Number(opened.width), height: Number(opened.height) };
      const numbered = boxes.map((box, index) => ({ ...box, id: index + 1 }));
      const seed = Uint32Array.of(1, 2, 3, 4);
      const made = await ask({ type: 'cover', plan: { boxes: numbered, dabs: [], how, crop, seed } });
      worker.terminate();
      beat();
      clearInterval(heart);
      if (!(made.copy instanceof Blob)) return { ...nothing, opened: size, why: String(made.why) };
      const { copy } = made;
      const address = await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.readAsDataURL(copy);
      });
      return {
        opened: size,
        why: null,
        type: copy.type,
        base64: address.slice(address.indexOf(',') + 1),
        ...(await pixelsOf(copy)),
        before: (await pixelsOf(picture)).pixels,
        frozen,
      };
    },
    [given, wanted, points(look)] as const,
  );
}

function points(look: readonly (readonly [number, number])[]): [number, number][] {
  return look.map(([x, y]) => [x, y]);
}
