import { describe, expect, test } from 'vitest';
import { cleanFile } from '../../../utils/metadata/clean-file';
import { containers } from '../../../utils/metadata/registry';
import { avih, bitmapFormat, list, chunk as riffChunk, strh } from '../../fixtures/avi';
import { bmpFile, icon, infoHeader } from '../../fixtures/bmp';
import { comment, image, screen, trailer } from '../../fixtures/gif';
import { heif } from '../../fixtures/heif';
import { u32 } from '../../fixtures/isobmff';
import { eoi, exif, join, jpeg, latin1, soi } from '../../fixtures/jpeg';
import { codestream, exif as jxlExif, start as jxlStart } from '../../fixtures/jxl';
import { longMatroska } from '../../fixtures/long-matroska';
import { type LongPart, longMovie } from '../../fixtures/long-movie';
import { block, cluster, element, header, open, track, uint } from '../../fixtures/matroska';
import { movie } from '../../fixtures/mp4';
import { ihdr, png, signature, text as textChunk } from '../../fixtures/png';
import { svg } from '../../fixtures/svg';
import { ascii, grey, greyRows, long, short, tiffFile } from '../../fixtures/tiff';
import { flag, lossy, u32le, vp8x } from '../../fixtures/webp';
import { type Part, virtualFile } from './virtual-file';

/**
 * What is held in memory is at most 1 MB plus twice the metadata, whatever the file's size; shown for every container
 * by a file of very much coded data, and by one of much that is hidden.
 */

const mebibyte = 1 << 20;

/** Of what is hidden. */
const much = 8 * mebibyte;

const longParts = (parts: readonly LongPart[]): Part[] =>
  parts.map((part) => (typeof part === 'number' ? { coded: part } : part));

/** A box with its head alone; what it holds follows. */
const boxHead = (type: string, length: number) => join(u32(length + 8), latin1(type));
const chunkHead = (type: string, length: number) => join(latin1(type), u32le(length));
const smallPng = png();
const beforeIend = smallPng.length - 12;
const jpegBody = jpeg({ before: [] }).subarray(2, -2);
const wrongIn = (file: Uint8Array, at: number, bytes: readonly number[]) => {
  const changed = file.slice();
  changed.set(bytes, at);
  return changed;
};

/** Two tiles, of which the second one goes on to the end of the file. */
function openHeif(brand: string): Uint8Array {
  const file = heif({ ids: [1, 2, 3], brand });
  const text = latin1Text(file);
  const mdat = wrongIn(file, text.lastIndexOf('mdat') - 4, u32(0));
  return wrongIn(mdat, text.indexOf('iloc') + 14 + 16 + 12, u32(0));
}

function latin1Text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

const webpHead = (length: number, flags: number) =>
  join(latin1('RIFF'), u32le(length), latin1('WEBP'), vp8x(flags));

const matroskaHead = (docType: string) =>
  join(
    header(docType),
    open(
      0x18538067,
      element(0x1549a966, uint(0x2ad7b1, 1_000_000, 4)),
      element(0x1654ae6b, track(1, 1, 'V_VP8')),
    ),
    cluster(block(1, 1, 2, 3)),
  );
const attachments = join(
  [0x19, 0x41, 0xa4, 0x69],
  [0x10 | (much >>> 24), (much >> 16) & 255, (much >> 8) & 255, much & 255],
);

const aviHead = list('hdrl', avih, list('strl', strh('vids', 'MJPG'), bitmapFormat));
const tiffFields = {
  256: long(1 << 16),
  257: long(48_000),
  258: short(8),
  259: short(1),
  262: short(1),
  277: short(1),
};
const strip = 65_536 * 48_000;
const iconHeader = infoHeader({ width: 1 << 14, height: 1 << 14, bits: 32 });
const iconLength = 40 + (1 << 29) + (1 << 24);
const smallIcon = icon([{ bytes: smallPng }]);
const openMovie = movie();

interface Files {
  readonly coded: readonly Part[];
  readonly hidden: readonly Part[];
  /** Every byte of the coded data must be looked at to know where it ends: once. */
  readonly isWalked?: boolean;
}

const files: Readonly<Record<string, Files>> = {
  jpeg: {
    coded: [soi, exif(), jpegBody, { coded: 64 * mebibyte }, eoi, latin1('tail')],
    hidden: [
      soi,
      ...Array.from({ length: 128 }, (): Part[] => [
        Uint8Array.of(0xff, 0xef, 0xff, 0xff),
        { hidden: 0xfffd },
      ]).flat(),
      jpegBody,
      eoi,
    ],
    isWalked: true,
  },
  png: {
    coded: [
      join(signature, ihdr(1, 1), textChunk('Author', 'Noor'), u32(2 ** 30), latin1('IDAT')),
      { coded: 2 ** 30 + 4 },
      smallPng.subarray(beforeIend),
    ],
    hidden: [
      smallPng.subarray(0, beforeIend),
      u32Bytes(much),
      latin1('teXt'),
      { hidden: much + 4 },
      smallPng.subarray(beforeIend),
    ],
  },
  webp: {
    coded: [
      webpHead(30 + 2 ** 30, flag.exif),
      join(chunkHead('VP8L', 2 ** 30), [0x2f, 1, 2, 3, 4]),
      { coded: 2 ** 30 - 5 },
    ],
    hidden: [
      webpHead(22 + lossy.length + 8 + much, flag.exif),
      lossy,
      chunkHead('EXIF', much),
      { hidden: much },
    ],
  },
  gif: {
    coded: [join(screen, comment, image.subarray(0, -5)), { coded: 86 * 800_000 }, Uint8Array.of(0), trailer],
    hidden: [join(screen, [0x21, 0xfe]), { hidden: 86 * 100_000 }, Uint8Array.of(0), image, trailer],
    isWalked: true,
  },
  heif: {
    coded: [openHeif('heic'), { coded: 5 * 2 ** 30 }],
    hidden: [heif(), boxHead('uuid', much), { hidden: much }],
  },
  avif: {
    coded: [openHeif('avif'), { coded: 5 * 2 ** 30 }],
    hidden: [heif({ brand: 'avif' }), boxHead('uuid', much), { hidden: much }],
  },
  mp4: {
    coded: longParts(longMovie(1200)),
    hidden: [openMovie, boxHead('uuid', much), { hidden: much }],
  },
  matroska: {
    coded: longParts(longMatroska(20)),
    hidden: [matroskaHead('matroska'), attachments, { hidden: much }],
  },
  webm: {
    coded: longParts(longMatroska(20, 'webm')),
    hidden: [matroskaHead('webm'), attachments, { hidden: much }],
  },
  avi: {
    coded: [
      join(
        latin1('RIFF'),
        u32le(0),
        latin1('AVI '),
        aviHead,
        riffChunk('IDIT', latin1('2026')),
        latin1('LIST'),
      ),
      join(u32le(2 ** 31 + 12), latin1('movi'), chunkHead('00dc', 2 ** 31)),
      { coded: 2 ** 31 },
    ],
    hidden: [
      join(latin1('RIFF'), u32le(0), latin1('AVI '), aviHead, chunkHead('IDIT', much)),
      { hidden: much },
      list('movi', riffChunk('00dc', [1, 2, 3, 4])),
    ],
  },
  tiff: {
    coded: [
      wholeLength(
        tiffFile({
          pages: [
            {
              fields: {
                ...tiffFields,
                273: long(4096),
                278: long(48_000),
                279: long(strip),
                315: ascii('Noor'),
              },
              blocks: [],
            },
          ],
        }),
        4096,
      ),
      { coded: strip },
    ],
    hidden: [tiffFile({ pages: [{ fields: grey, blocks: greyRows }] }), { hidden: much }],
  },
  bmp: {
    coded: [
      bmpFile({ width: 1 << 15, height: 1 << 15, bits: 8, rows: new Uint8Array(0), reserved: [1, 1, 1, 1] }),
      { coded: 2 ** 30 },
    ],
    hidden: [bmpFile(), { hidden: much }],
  },
  ico: {
    coded: [
      wrongIn(icon([{ bytes: iconHeader }], { gap: latin1('secret') }), 14, u32le(iconLength)),
      { coded: iconLength },
    ],
    hidden: [smallIcon, { hidden: much }],
  },
  jxl: {
    coded: [join(jxlStart, jxlExif, u32(0), latin1('jxlc'), [0xff, 0x0a]), { coded: 5 * 2 ** 30 }],
    hidden: [join(jxlStart, codestream), boxHead('xml ', much), { hidden: much }],
  },
  // A text: all of it is read, and none of it is coded data.
  svg: {
    coded: [svg(`<!-- secret -->${'<path d="M0 0h9"/>'.repeat(40_000)}`)],
    hidden: [svg(`<!--${'x'.repeat(much)}--><g/>`)],
  },
};

function u32Bytes(value: number): Uint8Array {
  return Uint8Array.from(u32(value));
}

function wholeLength(bytes: Uint8Array, length: number): Uint8Array {
  return join(bytes, new Uint8Array(length - bytes.length));
}

describe.each(containers.map(({ name }) => name))('%s', (name) => {
  async function cleaned(which: 'coded' | 'hidden') {
    const parts = files[name]?.[which];
    if (!parts) throw new Error(`${name} has no files here`);
    // Code that runs for the first time takes memory too, and more when it is found to run often.
    // All of the file, or what goes through its coded data is met by the measured run for the first time.
    for (let run = 0; run < 2; run++) await cleanFile(virtualFile(parts).source, { name: '', type: '' });
    const { source, metadata, counts } = virtualFile(parts);
    const result = await cleanFile(source, { name: '', type: '' });
    return { result, size: source.size, metadata, ...counts };
  }

  test('very much coded data: held is no more than 1 MB and twice the metadata', async () => {
    const { result, size, metadata, bytesRead, longestRead, held } = await cleaned('coded');
    expect(result?.outcome).toBe('cleaned');
    expect(longestRead).toBeLessThanOrEqual(Math.max(mebibyte, metadata));
    expect(held).toBeLessThan(mebibyte + 2 * metadata);
    // A head here and there in coded data is read with what lies behind it.
    const looked = files[name]?.isWalked ? size : size / 20;
    expect(bytesRead).toBeLessThan(looked + 2 * mebibyte + 8 * metadata);
  });

  test('much that is hidden: held is no more than 1 MB and twice the metadata', async () => {
    const { result, metadata, bytesRead, held } = await cleaned('hidden');
    expect(result?.outcome).toBe('cleaned');
    expect(held).toBeLessThan(mebibyte + 2 * metadata);
    expect(bytesRead).toBeLessThan(4 * metadata);
  });
});
