import type { Page } from '@playwright/test';
import { memorySource } from '../../utils/bytes/memory-source';
import { cleanFile } from '../../utils/metadata/clean-file';
import { pieceSource } from '../../utils/metadata/pieces';
import { ofScreen, profile } from '../fixtures/icc';
import {
  app14Adobe,
  exif,
  exifPayload,
  hills,
  icc,
  join,
  jpeg,
  latin1,
  makePhoto,
  motionVideo,
  tiff,
  turned,
  turnedSegment,
  xmpPacket,
} from '../fixtures/jpeg';
import * as png from '../fixtures/png';
import { ultraHdr } from '../fixtures/ultra-hdr';
import * as webp from '../fixtures/webp';
import { expect, test } from './harness/drawing-page';

/** A browser draws the cleaned picture exactly as it drew the original: the same pixels, the same way up. */

const pixels = hills(40, 24);
const size = [pixels.width, pixels.height] as const;
const exifChunk = (orientation?: number) =>
  png.chunk('eXIf', tiff(orientation === undefined ? {} : { orientation }));
const author = png.text('Author', 'Noor');

const ways = [
  { type: 3, littleEndian: true },
  { type: 4, littleEndian: false },
  { type: 4, littleEndian: true },
];

const jpegs: readonly [string, Uint8Array][] = [
  ['a phone’s picture', makePhoto()],
  ['grey', makePhoto({ components: 1 })],
  ['progressive', makePhoto({ progressive: true })],
  ['CMYK', jpeg({ components: 4, before: [exif(), app14Adobe(2)] })],
  ['stored as RGB', jpeg({ before: [exif(), app14Adobe(0)] })],
  ['with a colour profile of one very screen', jpeg({ before: [exif(), ...icc(profile(ofScreen), 2)] })],
  ['a motion photo', makePhoto({ after: motionVideo })],
  ['Ultra HDR', ultraHdr({ carrier: 'both' })],
  ['garbage between segments', jpeg({ pixels, before: [exif(), latin1('secret')] })],
  ...[2, 3, 4, 5, 6, 7, 8].map((orientation): [string, Uint8Array] => [
    `orientation ${orientation}`,
    makePhoto({ orientation, pixels }),
  ]),
  ...ways.map((way): [string, Uint8Array] => [
    `orientation by type ${way.type}, little-endian ${way.littleEndian}`,
    jpeg({ pixels, before: [turnedSegment(6, way)], after: latin1('tail') }),
  ]),
  ['two EXIF, the first without orientation', jpeg({ pixels, before: [exif(), exif({ orientation: 6 })] })],
];

const pngs: readonly [string, Uint8Array][] = [
  ...(['grey', 'rgb', 'palette', 'grey-alpha', 'rgb-alpha'] as const).map((colour): [string, Uint8Array] => [
    colour,
    png.png({ pixels, colour, before: png.everything }),
  ]),
  ['with a colour profile', png.png({ pixels, before: [png.iccp('screen', profile(ofScreen))] })],
  ['an animation', png.apng({ pixels, before: [author], between: [author] })],
  [
    'transparency, gamma and chromaticities',
    png.png({
      pixels,
      before: [
        author,
        png.chunk('gAMA', png.u32(100_000)),
        png.chunk('cHRM', join(...[31, 33, 64, 33, 30, 60, 15, 6].map((value) => png.u32(value * 1000)))),
        png.chunk('tRNS', [0, 90, 0, 128, 0, 110]),
      ],
    }),
  ],
  ['a cropped one with the rest behind it', png.png({ pixels, tail: png.png().subarray(100) })],
  ['a bad CRC in a chunk of text', png.png({ pixels, before: [png.chunk('tEXt', latin1('a\0b'), 1)] })],
  ...[2, 3, 4, 5, 6, 7, 8].map((orientation): [string, Uint8Array] => [
    `orientation ${orientation}`,
    png.png({ pixels, before: [exifChunk(orientation)] }),
  ]),
  ['an animation, turned', png.apng({ pixels, before: [exifChunk(6)] })],
  ...ways.map((way): [string, Uint8Array] => [
    `orientation by type ${way.type}, little-endian ${way.littleEndian}`,
    png.png({ pixels, before: [author, png.chunk('eXIf', turned(6, way))] }),
  ]),
  [
    'EXIF with an identifier',
    png.png({ pixels, before: [png.chunk('eXIf', exifPayload({ orientation: 6 }))] }),
  ],
  ['EXIF behind the picture', png.png({ pixels, after: [exifChunk(6)] })],
  [
    'EXIF as hex digits',
    png.png({ pixels, before: [png.rawProfile('exif', exifPayload({ orientation: 6 }))] }),
  ],
  ['EXIF with a bad CRC', png.png({ pixels, before: [png.chunk('eXIf', tiff({ orientation: 6 }), 1)] })],
  [
    'two EXIF, the first with a bad CRC',
    png.png({ pixels, before: [png.chunk('eXIf', tiff({ orientation: 3 }), 1), exifChunk(6)] }),
  ],
  ['two EXIF, turned two ways', png.png({ pixels, before: [exifChunk(3), exifChunk(6)] })],
  ['two EXIF, the first upright', png.png({ pixels, before: [exifChunk(1), exifChunk(6)] })],
  ['two EXIF, the first without orientation', png.png({ pixels, before: [exifChunk(), exifChunk(6)] })],
  [
    'two EXIF, the first nonsense',
    png.png({ pixels, before: [png.chunk('eXIf', latin1('nonsense')), exifChunk(6)] }),
  ],
];

/** A WebP that the browser encodes: lossless at quality 1; with alpha when the ground is left clear. */
async function encodeWebp(page: Page, quality: number, clear: boolean): Promise<Uint8Array> {
  const bytes = await page.evaluate(
    async ([width, height, encoded, seeThrough]) => {
      const canvas = new OffscreenCanvas(width, height);
      const paint = canvas.getContext('2d');
      if (!paint) throw new Error('no canvas');
      if (!seeThrough) paint.fillStyle = '#9cc4a0';
      if (!seeThrough) paint.fillRect(0, 0, width, height);
      for (let x = 0; x < width; x += 4) {
        paint.fillStyle = `hsl(${x * 9} 60% 50% / ${seeThrough ? x / width : 1})`;
        paint.fillRect(x, x / 3, 4, height / 2);
      }
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: encoded });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [...size, quality, clear] as const,
  );
  return Uint8Array.from(bytes);
}

/** The chunks of a WebP that hold its picture. */
function picture(file: Uint8Array): Uint8Array[] {
  return webp
    .chunksOf(file)
    .filter(({ type }) => ['ALPH', 'VP8 ', 'VP8L'].includes(type))
    .map(({ bytes }) => bytes);
}

const { flag, vp8x, riff } = webp;
const webpExif = (orientation?: number) =>
  webp.chunk('EXIF', tiff(orientation === undefined ? {} : { orientation }));
const webpXmp = webp.chunk('XMP ', latin1(xmpPacket()));
const unknown = webp.chunk('prVt', latin1('secret'));

type Encode = (quality: number, clear: boolean) => Promise<Uint8Array>;

const webps: readonly [string, (encode: Encode) => Promise<Uint8Array>][] = [
  ['lossy', async (encode) => join(riff(...picture(await encode(0.8, false)), webpExif()), latin1('tail'))],
  ['lossless', async (encode) => riff(...picture(await encode(1, false)), webpXmp)],
  [
    'lossy with alpha, as the browser wrote it',
    async (encode) => join(await encode(0.8, true), latin1('tail')),
  ],
  [
    'extended, with everything',
    async (encode) =>
      riff(
        vp8x(flag.alpha | flag.exif | flag.xmp, ...size),
        unknown,
        ...picture(await encode(0.8, true)),
        unknown,
        webpExif(),
        webpXmp,
      ),
  ],
  [
    'with a colour profile',
    async (encode) =>
      riff(
        vp8x(flag.icc, ...size),
        webp.chunk('ICCP', profile(ofScreen)),
        ...picture(await encode(1, false)),
      ),
  ],
  [
    'turned by EXIF',
    async (encode) => riff(vp8x(flag.exif, ...size), ...picture(await encode(1, false)), webpExif(6)),
  ],
  [
    'an animation',
    async (encode) =>
      riff(
        vp8x(flag.animation | flag.alpha | flag.exif, ...size),
        webp.anim,
        webp.frame(picture(await encode(0.8, true)), ...size, 70),
        unknown,
        webp.frame([...picture(await encode(1, false)), unknown], ...size, 130),
        webpExif(),
      ),
  ],
];

/** Every picture of a file as a browser shows it: in a page, as a bitmap, and frame by frame. */
function draw(page: Page, type: string, bytes: Uint8Array) {
  return page.evaluate(
    async ([mime, numbers]) => {
      const blob = new Blob([new Uint8Array(numbers)], { type: mime });
      const pixelsOf = (source: CanvasImageSource, width: number, height: number) => {
        const paint = new OffscreenCanvas(width, height).getContext('2d');
        paint?.drawImage(source, 0, 0);
        return { width, height, pixels: [...(paint?.getImageData(0, 0, width, height).data ?? [])] };
      };
      const image = new Image();
      image.src = URL.createObjectURL(blob);
      await image.decode();
      const bitmap = await createImageBitmap(blob);
      const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: mime });
      await decoder.tracks.ready;
      const track = decoder.tracks.selectedTrack;
      const frames = [];
      for (let frameIndex = 0; frameIndex < (track?.frameCount ?? 0); frameIndex++) {
        const { image: frame } = await decoder.decode({ frameIndex });
        const { displayWidth, displayHeight, duration } = frame;
        frames.push({ duration, ...pixelsOf(frame, displayWidth, displayHeight) });
        frame.close();
      }
      return {
        inPage: pixelsOf(image, image.naturalWidth, image.naturalHeight),
        bitmap: pixelsOf(bitmap, bitmap.width, bitmap.height),
        frames,
        loops: String(track?.repetitionCount),
      };
    },
    [type, [...bytes]] as const,
  );
}

async function expectDrawnTheSame(page: Page, type: string, original: Uint8Array) {
  const source = memorySource(original);
  const result = await cleanFile(source, { name: '', type: '' });
  if (result?.outcome !== 'cleaned' && result?.outcome !== 'already-clean') {
    throw new Error(JSON.stringify(result));
  }
  const pieces = result.outcome === 'cleaned' ? pieceSource(result.pieces, source) : source;
  const before = await draw(page, type, original);
  const after = await draw(page, type, await pieces.read(0, pieces.size));
  expect(new Set(before.inPage.pixels).size).toBeGreaterThan(3);
  expect(before.frames.length).toBeGreaterThan(0);
  expect(after).toEqual(before);
  return before;
}

for (const [name, original] of jpegs) {
  test(`JPEG, ${name}: drawn the same`, async ({ page }) => {
    await expectDrawnTheSame(page, 'image/jpeg', original);
  });
}

for (const [name, original] of pngs) {
  test(`PNG, ${name}: drawn the same`, async ({ page }) => {
    const { frames } = await expectDrawnTheSame(page, 'image/png', original);
    expect(frames.length).toBe(name.includes('animation') ? 2 : 1);
  });
}

test('the profile of these tests is used: with it the same PNG looks another way', async ({ page }) => {
  const plain = await draw(page, 'image/png', png.png({ pixels }));
  const profiled = await draw(page, 'image/png', png.png({ pixels, before: [png.iccp('icc')] }));
  expect(profiled.inPage).not.toEqual(plain.inPage);
});

for (const [name, make] of webps) {
  test(`WebP, ${name}: drawn the same`, async ({ page }) => {
    const original = await make((quality, clear) => encodeWebp(page, quality, clear));
    const { frames } = await expectDrawnTheSame(page, 'image/webp', original);
    expect(frames.map(({ duration }) => duration)).toEqual(
      name === 'an animation' ? [70_000, 130_000] : [frames[0]?.duration],
    );
  });
}
