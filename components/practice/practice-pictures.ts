import { bytesOf } from '../../utils/bytes/text';
import { drawings, type PictureName } from './drawings';
import { hideInJpeg, hideInPng, hideInWebp, type PhoneData } from './hidden-parts';

/** The pictures of the tray: drawn, encoded by the browser, with hidden data in them as in those of a phone. */

export interface PracticePicture {
  readonly name: PictureName;
  readonly file: File;
}

/** Width and height of a picture and of a thumbnail, in pixels. */
const side = 960;
const thumbnailSide = 160;

const phone: PhoneData = { model: 'Galaxy A14', time: '2026:11:12 16:32:04', place: [36.34, 43.13] };

/** Stored lying on its side, as phones do; shown upright by turning it clockwise. */
const lyingOrientation = 6;

/** Draws into a square canvas; `lying` a quarter turn to the left. */
async function draw(name: PictureName, size: number, lying = false): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const paint = canvas.getContext('2d');
  if (!paint) throw new Error('this browser has no 2D canvas');
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 120 120">${drawings[name].join('')}</svg>`;
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    if (lying) {
      paint.translate(0, size);
      paint.rotate(-Math.PI / 2);
    }
    paint.drawImage(image, 0, 0, size, size);
  } finally {
    URL.revokeObjectURL(address);
  }
  return canvas;
}

/** At once: the asynchronous way waits for idle time, for seconds on a busy computer. */
function encode(canvas: HTMLCanvasElement, type: string, quality = 0.9): Uint8Array {
  const [head = '', body = ''] = canvas.toDataURL(type, quality).split(',');
  if (!head.includes(type)) throw new Error(`this browser does not write ${type}`);
  return bytesOf(atob(body));
}

function fileOf(bytes: Uint8Array, name: string, type: string): File {
  const lastModified = Date.UTC(2026, 10, 12, 13, 32, 4);
  return new File([new Uint8Array(bytes)], name, { type, lastModified });
}

async function photo(name: PictureName, fileName: string, data: Partial<PhoneData>): Promise<File> {
  const lying = data.orientation === lyingOrientation;
  const picture = encode(await draw(name, side, lying), 'image/jpeg');
  const thumbnail = encode(await draw(name, thumbnailSide, lying), 'image/jpeg', 0.7);
  return fileOf(hideInJpeg(picture, { ...phone, thumbnail, ...data }), fileName, 'image/jpeg');
}

async function paper(): Promise<File> {
  const picture = encode(await draw('paper', side), 'image/png');
  const texts = { Title: 'Homework, page 2', Author: 'Sara Kareem', 'Creation Time': '2026-11-12 17:10' };
  return fileOf(hideInPng(picture, texts), 'Screenshot_20261112-171000.png', 'image/png');
}

async function flower(): Promise<File> {
  const picture = encode(await draw('flower', side), 'image/webp');
  const data = { ...phone, model: 'Redmi Note 13', time: '2026:11:12 18:20:11' };
  return fileOf(hideInWebp(picture, side, data), 'IMG_20261112_182011.webp', 'image/webp');
}

const makers: Readonly<Record<PictureName, () => Promise<File>>> = {
  face: () => photo('face', 'IMG_20261112_163501.jpg', { orientation: lyingOrientation }),
  friends: () => photo('friends', 'PXL_20261112_140112.jpg', { model: 'Pixel 8a' }),
  river: () => photo('river', 'IMG_20261112_163204.jpg', {}),
  paper,
  flower,
};

/** Makes those that this browser can encode; rejects when it can make none. */
export async function makePictures(): Promise<readonly PracticePicture[]> {
  const names = Object.keys(makers) as PictureName[];
  const made = await Promise.allSettled(
    names.map(async (name): Promise<PracticePicture> => ({ name, file: await makers[name]() })),
  );
  const pictures = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (pictures.length === 0) throw new Error('no practice picture could be made');
  return pictures;
}
