import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../utils/bytes/byte-source';
import { memorySource } from '../../../utils/bytes/memory-source';
import { isTooLarge, sizeOf } from '../../../utils/inspection/picture-size';
import { bmpFile, icon, iconBitmap } from '../../fixtures/bmp';
import { control, image, loop, screen, trailer } from '../../fixtures/gif';
import { heif } from '../../fixtures/heif';
import { box, fullBox, u32 } from '../../fixtures/isobmff';
import { com, exif, hills, join, jpeg, latin1, makePhoto, segment, soi } from '../../fixtures/jpeg';
import { start as jxlStart } from '../../fixtures/jxl';
import { png } from '../../fixtures/png';
import { svg } from '../../fixtures/svg';
import { grey, long, tiffFile } from '../../fixtures/tiff';
import { chunk, riff, vp8x } from '../../fixtures/webp';

/** The size by the header, before anything is decoded. */

const of = (bytes: Uint8Array) => sizeOf(memorySource(bytes));

/** VP8 frame header, RFC 6386, 9.1: a tag, the start code, width and height with their scales. */
const vp8 = chunk('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x41, 0x2c, 0x81, 0, 0]);
/** RFC 9649, 3.4: fourteen bits each, less one. */
const vp8l = chunk('VP8L', [0x2f, 0x3f, 0xc1, 0x4a, 0, 0, 0, 0, 0, 0]);

const sequence = join(
  box('ftyp', latin1('avis'), u32(0), latin1('avis')),
  box('moov', box('trak', fullBox('tkhd', 0, 0, new Uint8Array(72), u32(640 << 16), u32(360 << 16)))),
);

/** The lowest bit first. */
function bits(...fields: readonly (readonly [value: number, length: number])[]): Uint8Array {
  const all = fields.flatMap(([value, length]) => Array.from({ length }, (_, bit) => (value >> bit) & 1));
  const bytes = new Uint8Array(20);
  for (const [index, bit] of all.entries())
    bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (index & 7));
  return bytes;
}

const smallJxl = join([0xff, 0x0a], bits([1, 1], [3, 5], [7, 3]));
const wideJxl = join([0xff, 0x0a], bits([0, 1], [1, 2], [2999, 13], [0, 3], [1, 2], [3999, 13]));

const sizes: readonly (readonly [name: string, file: Uint8Array, width: number, height: number])[] = [
  ['JPEG', jpeg(), 48, 32],
  ['JPEG behind its EXIF with a thumbnail of another size', makePhoto(), 48, 32],
  ['JPEG behind junk', join(latin1('junk'), jpeg()), 48, 32],
  ['JPEG with garbage between segments', join(soi, com(), latin1('garbage'), jpeg().subarray(2)), 48, 32],
  ['progressive JPEG', jpeg({ progressive: true }), 48, 32],
  ['PNG', png({ pixels: hills(48, 32) }), 48, 32],
  ['GIF', join(screen, loop, control, image, trailer), 2, 2],
  ['WebP, extended', riff(vp8x(0, 70_000, 300), vp8), 70_000, 300],
  ['WebP, lossy', riff(vp8), 320, 300],
  ['WebP, lossless', riff(vp8l), 320, 300],
  ['BMP', bmpFile({ width: 40, height: -20 }), 40, 20],
  ['icon', icon([{ bytes: iconBitmap() }, { bytes: png({ pixels: hills(48, 32) }) }]), 48, 32],
  ['HEIC', heif(), 64, 32],
  ['AVIF', heif({ brand: 'avif' }), 64, 32],
  ['AVIF of tracks only', sequence, 640, 360],
  [
    'TIFF',
    tiffFile({ pages: [{ fields: { ...grey, 254: long(1) } }, { fields: { ...grey, 256: long(9) } }] }),
    9,
    2,
  ],
  ['JPEG XL, bare, by a ratio', smallJxl, 64, 32],
  ['JPEG XL, bare, any size', wideJxl, 4000, 3000],
  ['JPEG XL in boxes', join(jxlStart, box('jxlc', smallJxl)), 64, 32],
  ['JPEG XL in parts', join(jxlStart, box('jxlp', u32(0), smallJxl)), 64, 32],
];

test.each(sizes)('%s', async (_, file, width, height) => {
  expect(await of(file)).toEqual({ width, height });
});

test('an image of a GIF that is larger than its screen counts', async () => {
  const large = image.slice();
  large.set([0xff, 0xff, 0xff, 0xff], 5);
  expect(await of(join(screen, large, trailer))).toEqual({ width: 65_535, height: 65_535 });
});

describe('no size', () => {
  test.each([
    ['nothing', new Uint8Array(0)],
    ['a text', latin1('no picture at all, but a text')],
    ['JPEG without a frame header', join(soi, com(), exif())],
    ['JPEG of no height', jpegOfNoHeight()],
    ['PNG without its first chunk', png().subarray(0, 12)],
    ['WebP of some other chunk', riff(chunk('junk', new Uint8Array(40)))],
    ['SVG, which has its own way', svg('<rect/>')],
  ])('%s', async (_, file) => {
    expect(await of(file)).toBeNull();
  });
});

/** T.81, B.2.5: the number of lines comes behind the first scan; browsers do not show that. */
function jpegOfNoHeight(): Uint8Array {
  return join(
    soi,
    segment(0xc0, [8, 0, 0, 0, 48, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
    jpeg().subarray(2),
  );
}

test('what is cut anywhere gives the size, another or none, and never throws', async () => {
  for (const [, file] of sizes) {
    for (let end = 0; end < Math.min(file.length, 400); end++) await of(file.subarray(0, end));
  }
});

test('of a large JPEG little is read', async () => {
  let read = 0;
  const file = join(
    soi,
    ...Array.from({ length: 12 }, () => segment(0xe2, new Uint8Array(60_000))),
    jpeg().subarray(2),
  );
  const source: ByteSource = {
    size: file.length,
    read: async (start, end) => {
      read += end - start;
      return file.subarray(start, end);
    },
  };
  expect(await sizeOf(source)).toEqual({ width: 48, height: 32 });
  expect(read).toBeLessThan(file.length / 8);
});

test('a hundred megapixels are the most, and the side of a canvas', () => {
  expect(isTooLarge({ width: 10_000, height: 10_000 })).toBe(false);
  expect(isTooLarge({ width: 10_001, height: 10_000 })).toBe(true);
  expect(isTooLarge({ width: 32_768, height: 1 })).toBe(true);
});
