import { expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { sameBytes } from '../../../utils/bytes/text';
import { previewsOf } from '../../../utils/inspection/embedded-preview';
import { sizeOf } from '../../../utils/inspection/picture-size';
import { readOrientation } from '../../../utils/metadata/exif';
import { heif } from '../../fixtures/heif';
import { box, u32 } from '../../fixtures/isobmff';
import { exif, hills, join, jpeg, latin1, segment, soi, tiff, turnedSegment } from '../../fixtures/jpeg';
import { start as jxlStart } from '../../fixtures/jxl';
import { png, chunk as pngChunk } from '../../fixtures/png';
import { grey, long, short, tiffFile } from '../../fixtures/tiff';
import { chunk, flag, riff, vp8x } from '../../fixtures/webp';

/** What stands for a picture that the browser does not decode. */

const small = jpeg({ pixels: hills(16, 16), before: [] });
const larger = jpeg({ pixels: hills(32, 24), before: [] });

/** Each preview put together as the browser gets it. */
async function previews(file: Uint8Array) {
  const { own, jpegs } = await previewsOf(memorySource(file));
  const files = jpegs.map((parts) =>
    join(...parts.map((part) => (part instanceof Uint8Array ? part : file.subarray(part.start, part.end)))),
  );
  return { own, files };
}

/** What the first EXIF segment behind SOI says. */
const orientationOf = (file: Uint8Array) => readOrientation(file.subarray(6, 60))?.value ?? 1;

const strip = (size: number, data: Uint8Array) => ({
  fields: { 254: long(1), 256: short(size), 257: short(size), 259: short(7) },
  blocks: [data],
});

/** CIPA DC-007: types of the pictures behind the first one. */
function withMpf(...others: readonly (readonly [type: number, picture: Uint8Array])[]): Uint8Array {
  const number = (value: number) => u32(value);
  const first = (offsets: readonly number[]) => {
    const entries = others.flatMap(([type, { length }], index) => [
      ...number(type),
      ...number(length),
      ...number(offsets[index] ?? 0),
      ...number(0),
    ]);
    const count = others.length + 1;
    const own = [...number(0x030000), ...number(0), ...number(0), ...number(0)];
    const ifd = join([0, 1], [0xb0, 0x02, 0, 7], number(count * 16), number(26), number(0));
    return jpeg({ before: [segment(0xe2, join(latin1('MPF\0MM\0*'), number(8), ifd, own, entries))] });
  };
  const { length } = first([]);
  // Positions count from the byte order on: behind SOI, marker, length and identifier.
  let at = length - 10;
  const offsets = others.map(([, picture]) => {
    const offset = at;
    at += picture.length;
    return offset;
  });
  return join(first(offsets), ...others.map(([, picture]) => picture));
}

test('the thumbnail of EXIF in JPEG, turned as the picture is', async () => {
  const { own, files } = await previews(jpeg({ before: [exif({ thumbnail: small, orientation: 6 })] }));
  expect(own).toEqual({ width: 32, height: 48 });
  expect(files.map((file) => file.length)).toEqual([small.length + 36]);
  expect(orientationOf(files[0] ?? soi)).toBe(6);
  expect(sameBytes(files[0]?.subarray(38) ?? soi, small.subarray(2))).toBe(true);
});

test('an upright one is what it was, byte for byte', async () => {
  const { files } = await previews(jpeg({ before: [exif({ thumbnail: small })] }));
  expect(files).toEqual([small]);
});

test('the orientation of the file stands before that of the preview', async () => {
  const turned = jpeg({ pixels: hills(16, 16), before: [turnedSegment(3)] });
  const { files } = await previews(jpeg({ before: [exif({ thumbnail: turned, orientation: 8 })] }));
  expect(orientationOf(files[0] ?? soi)).toBe(8);
});

test('pictures behind the end by MPF: previews, and neither depth nor gain maps; the largest first', async () => {
  const file = withMpf([0x010001, small], [0, jpeg()], [0x010002, larger], [0x020002, jpeg()]);
  expect((await previews(file)).files).toEqual([larger, small]);
});

test('TIFF: a reduced page of JPEG beside the picture', async () => {
  const page = { fields: { ...grey, 274: short(6) } };
  const { own, files } = await previews(tiffFile({ pages: [page, strip(16, small), strip(32, larger)] }));
  expect(own).toEqual({ width: 2, height: 4 });
  expect(await Promise.all(files.map((file) => sizeOf(memorySource(file))))).toEqual([
    { width: 32, height: 24 },
    { width: 16, height: 16 },
  ]);
  expect(files.map(orientationOf)).toEqual([6, 6]);
});

test('TIFF: tables in a field of their own are put into the stream', async () => {
  const tablesEnd = larger.findIndex((byte, at) => byte === 0xff && larger[at + 1] === 0xc0);
  const tables = join(larger.subarray(0, tablesEnd), [0xff, 0xd9]);
  const stream = join(soi, larger.subarray(tablesEnd));
  const page = strip(32, stream);
  const pages = [{}, { ...page, fields: { ...page.fields, 347: { type: 7, bytes: tables } } }];
  expect((await previews(tiffFile({ pages }))).files).toEqual([larger]);
});

test('HEIC: the thumbnail of its EXIF, turned by its properties and not by EXIF', async () => {
  const data = join(u32(0), tiff({ thumbnail: small, orientation: 3 }));
  const { own, files } = await previews(heif({ replaced: { 7: { data } } }));
  expect(own).toEqual({ width: 32, height: 64 });
  expect(files.map(orientationOf)).toEqual([8]);
});

test('HEIC: a thumbnail item that is JPEG; no other item', async () => {
  const replaced = {
    6: { type: 'jpeg', data: larger },
    5: { type: 'jpeg', data: jpeg() },
    11: { type: 'jpeg', data: jpeg() },
  };
  const { files } = await previews(heif({ replaced }));
  expect(files.map((file) => file.length)).toEqual([larger.length + 36]);
});

test('JPEG XL: EXIF in its box', async () => {
  const codestream = box('jxlc', [0xff, 0x0a, 0x07, 0x0e, 0, 0, 0, 0]);
  const file = join(jxlStart, codestream, box('Exif', u32(0), tiff({ thumbnail: small })));
  expect((await previews(file)).files).toEqual([small]);
});

test.each([
  ['PNG', png({ pixels: hills(48, 32), before: [pngChunk('eXIf', tiff({ thumbnail: small }))] })],
  [
    'WebP',
    riff(
      vp8x(flag.exif, 48, 32),
      chunk('VP8 ', new Uint8Array(12)),
      chunk('EXIF', tiff({ thumbnail: small })),
    ),
  ],
])('%s: its EXIF', async (_, file) => {
  const { own, files } = await previews(file);
  expect(own).toEqual({ width: 48, height: 32 });
  expect(files).toEqual([small]);
});

test('what is too large itself stands for nothing', async () => {
  const huge = small.slice();
  const frame = huge.findIndex((byte, at) => byte === 0xff && huge[at + 1] === 0xc0);
  huge.set([0x40, 0, 0x40, 0], frame + 5);
  expect((await previews(jpeg({ before: [exif({ thumbnail: huge })] }))).files).toEqual([]);
});

test('what is cut or broken anywhere gives some or none, and never throws', async () => {
  const files = [
    jpeg({ before: [exif({ thumbnail: small })] }),
    withMpf([0x010002, larger]),
    tiffFile({ pages: [{}, strip(32, larger)] }),
    heif({ replaced: { 6: { type: 'jpeg', data: larger } } }),
  ];
  for (const file of files) {
    for (let at = 0; at < Math.min(file.length, 1500); at += 7) {
      await previewsOf(memorySource(file.subarray(0, at)));
      const broken = file.slice();
      broken[at] = 255 - (broken[at] ?? 0);
      await previewsOf(memorySource(broken));
    }
  }
});
