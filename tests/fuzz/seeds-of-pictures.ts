import { deflateSync } from 'node:zlib';
import { bmpFile, icon, iconBitmap, palette } from '../fixtures/bmp';
import * as gif from '../fixtures/gif';
import { ofScreen, profile } from '../fixtures/icc';
import {
  app0Jfif,
  app14Adobe,
  com,
  exif,
  exifPayload,
  extendedXmp,
  hills,
  icc,
  join,
  jpeg,
  latin1,
  makePhoto,
  motionVideo,
  mpf,
  photoshop,
  photoshopPayload,
  segment,
  tiff,
  turned,
  xmp,
  xmpPacket,
} from '../fixtures/jpeg';
import * as png from '../fixtures/png';
import { ascii, grey, long, rational, secretFields, short, tiffFile } from '../fixtures/tiff';
import { ultraHdr } from '../fixtures/ultra-hdr';
import * as webp from '../fixtures/webp';

/** Seeds of pictures. Compressed texts are secrets too: the streams of PNG are inflated before they are searched. */

type Files = Readonly<Record<string, Uint8Array>>;

const secret = latin1('secret');
const tail = latin1('secret tail');
const screen = profile(ofScreen);
/** No two rows alike, so that it does not shrink: longer than what is read whole before it is looked at. */
const noise = (length: number) =>
  Uint8Array.from({ length }, (_, at) => (Math.imul(at + 1, 0x9e3779b1) >>> 13) & 0xfe);

const everySegment = [
  app0Jfif(join(secret, secret)),
  exif({ orientation: 6, thumbnail: jpeg({ pixels: hills(16, 16), before: [com('secret thumbnail')] }) }),
  exif(),
  xmp(),
  extendedXmp(),
  photoshop(),
  mpf(),
  com('made at home'),
  segment(0xeb, latin1('JP secret C2PA')),
  segment(0xec, latin1('Ducky secret')),
  segment(0xef, secret),
];

export const jpegSeeds: Files = {
  photo: makePhoto({ orientation: 8, after: motionVideo }),
  everything: jpeg({ before: [...everySegment, ...icc(screen, 3)], after: tail }),
  progressive: jpeg({
    progressive: true,
    before: everySegment,
    between: [com('secret between'), exif()],
    after: tail,
  }),
  cmyk: jpeg({ components: 4, before: [app14Adobe(0), ...icc(profile(), 2), xmp()], restartInterval: 2 }),
  'hdr-xmp': ultraHdr({ carrier: 'xmp' }),
  'hdr-both': ultraHdr({ carrier: 'both', padding: 40 }),
  'hdr-iso': ultraHdr({ carrier: 'iso' }),
  long: join(
    jpeg({ before: everySegment }).subarray(0, -2),
    noise(300_000),
    [0xff, 0xfe, 0, 8],
    secret,
    [0xff, 0xd9],
    tail,
  ),
};

const idat = (data: Uint8Array) => png.chunk('IDAT', data);

export const pngSeeds: Files = {
  everything: png.png({ before: png.everything, after: png.everything.slice(0, 6), parts: 3, tail }),
  animation: png.apng({ before: png.everything, between: [png.text('Author', "Noor's")], tail }),
  palette: png.png({
    colour: 'palette',
    before: [png.rawProfile('exif', exifPayload()), png.chunk('tRNS', [1, 2])],
  }),
  icc: png.png({ before: [png.iccp("Noor's monitor", screen), png.chunk('pHYs', new Uint8Array(9))] }),
  long: join(
    png.signature,
    png.ihdr(1, 1),
    png.text('Author', "Noor's"),
    idat(deflateSync(noise(300_000), { level: 0 })),
    png.chunk('tIME', secret),
    png.iend,
    tail,
  ),
};

const flags = webp.flag;
const unknown = webp.chunk('prVt', secret);
const exifChunk = webp.chunk('EXIF', tiff({ orientation: 6 }));
const xmpChunk = webp.chunk('XMP ', latin1(xmpPacket()));
const allFlags = flags.icc | flags.alpha | flags.exif | flags.xmp;
const iccChunk = webp.chunk('ICCP', screen);
const still = [webp.vp8x(allFlags), unknown, iccChunk, webp.alpha, webp.lossy, unknown, exifChunk, xmpChunk];

export const webpSeeds: Files = {
  still: join(webp.riff(...still), tail),
  simple: join(webp.riff(webp.lossy, exifChunk), tail),
  lossless: webp.riff(webp.lossless, xmpChunk, unknown),
  animation: webp.riff(
    webp.vp8x(flags.animation | flags.alpha | flags.exif | flags.xmp),
    webp.anim,
    webp.frame([webp.alpha, webp.lossy, unknown]),
    unknown,
    webp.frame([unknown, webp.lossless], 16, 8, 40),
    webp.chunk('EXIF', turned(6)),
    exifChunk,
    xmpChunk,
  ),
  long: webp.riff(
    webp.vp8x(flags.exif),
    webp.chunk('VP8 ', [...webp.keyFrame, ...noise(300_001)]),
    exifChunk,
    unknown,
  ),
};

const iccBlock = gif.application('ICCRGBG1012', gif.subBlocks(screen));
const gifHead = [gif.screen, gif.loop, gif.comment, gif.xmp, iccBlock, gif.maker];

export const gifSeeds: Files = {
  animation: join(
    ...gifHead,
    gif.control,
    gif.image,
    gif.comment,
    gif.control,
    gif.image,
    gif.plainText,
    gif.trailer,
    tail,
  ),
  open: join(gif.screen, gif.control, gif.image, gif.comment),
  long: join(
    gif.screen,
    gif.comment,
    gif.image.subarray(0, 11),
    gif.subBlocks(noise(300_000)),
    gif.maker,
    gif.trailer,
  ),
};

const v5 = { length: 124, bits: 24, between: new Uint8Array(0), rows: new Uint8Array(24) };
const path = latin1('C:\\secret\\noor01.icc\0');
const profileAt = 124 + 24;

export const bmpSeeds: Files = {
  gap: bmpFile({ gap: latin1('secret gap'), tail, reserved: [1, 2, 3, 4] }),
  core: bmpFile({ length: 12, between: palette(8, 3), gap: secret, tail }),
  masks: bmpFile({
    compression: 3,
    bits: 16,
    between: new Uint8Array(12).fill(3),
    rows: new Uint8Array(16),
    tail,
  }),
  runs: bmpFile({ compression: 1, rows: Uint8Array.of(4, 1, 0, 0, 4, 2, 0, 1), tail }),
  profile: bmpFile({ ...v5, profile: ['DEBM', profileAt, screen.length], tail: screen }),
  linked: bmpFile({ ...v5, profile: ['KNIL', profileAt, path.length], tail: path }),
  long: bmpFile({ width: 1000, height: 300, gap: secret, rows: noise(300_000), tail }),
};

const dirty = png.png({ before: [png.text('Author', "Noor's"), png.chunk('eXIf', tiff())] });
const bitmap = join(iconBitmap(), secret);

export const icoSeeds: Files = {
  icon: icon([{ bytes: bitmap, reserved: 7 }, { bytes: dirty }, { bytes: dirty, same: 1 }], {
    gap: secret,
    tail,
  }),
  cursor: icon([{ bytes: bitmap }], { type: 2, gap: secret, tail }),
  long: icon([{ bytes: bitmap }, { bytes: pngSeeds.long ?? dirty }], { tail }),
};

const shown = { ...grey, 274: short(6), 282: rational(300, 1), 296: short(2), 297: short(0, 1) };
const full = { fields: { ...shown, ...secretFields(screen, xmpPacket(), photoshopPayload()) } };
const thumbnail = { fields: { ...grey, 254: long(1) }, blocks: [latin1('thumbnail'), secret] };
const pages = [full, thumbnail, { fields: shown }];
const gap = latin1('secret old directory');
const photo = makePhoto();

export const tiffSeeds: Files = {
  little: tiffFile({ pages, gap, tail }),
  big: tiffFile({ pages, gap, tail, littleEndian: false }),
  'big-tiff': tiffFile({ pages, gap, tail, big: true }),
  'big-tiff-big': tiffFile({ pages, gap, tail, big: true, littleEndian: false }),
  tiles: tiffFile({
    pages: [{ ...full, tiled: true, fields: { ...full.fields, 322: short(4), 323: short(1) } }],
  }),
  jpeg: tiffFile({
    pages: [
      {
        fields: {
          ...grey,
          256: short(48),
          257: short(32),
          259: short(7),
          262: short(6),
          277: short(3),
          315: ascii("Noor's"),
        },
        blocks: [photo],
      },
    ],
    tail,
  }),
  long: tiffFile({ pages: [{ ...full, blocks: [noise(150_000), noise(150_001)] }], tail }),
};
