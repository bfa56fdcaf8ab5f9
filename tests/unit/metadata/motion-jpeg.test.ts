import { decode } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { avi } from '../../../utils/metadata/avi';
import { matroska } from '../../../utils/metadata/matroska';
import { mp4 } from '../../../utils/metadata/mp4';
import { avih, bitmapFormat, chunk, list, riff, strh } from '../../fixtures/avi';
import { com, exif, join, jpeg, latin1, segment, xmp } from '../../fixtures/jpeg';
import {
  block,
  cluster,
  element,
  group,
  header,
  segment as mkvSegment,
  track,
  uint,
} from '../../fixtures/matroska';
import { movie } from '../../fixtures/mp4';
import { cleaner, latin1Text as text } from './cleaning';

/** Frames of Motion JPEG, as cameras write them into their videos. */

const secrets = ['Noor', 'Galaxy', 'secret', 'Editor 9', '2026'];

/** Polarity 1, the field of so many bytes. */
const avi1 = (length: number) => segment(0xe0, [...latin1('AVI1'), 1, 0, 0, 0, 0, length, 0, 0, 0, length]);
const intel = segment(0xfe, latin1('Intel(R) JPEG Library, version 1,5,4,36 secret'));
const jfif = segment(0xe0, [...latin1('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 1, 1, ...latin1('sec')]);

const dirty = jpeg({ before: [exif(), xmp(), com(), jfif, intel, avi1(0)] });
const clean = jpeg({ before: [] });

const bitmap = (compression: readonly number[]) => {
  const format = bitmapFormat.slice();
  format.set(compression, 24);
  return format;
};

const videoOf = (compression: readonly number[], ...frames: readonly Uint8Array[]) =>
  riff(
    'AVI ',
    list('hdrl', avih, list('strl', strh('vids', 'MJPG'), bitmap(compression))),
    list('movi', ...frames.map((frame) => chunk('00dc', frame))),
  );

const files: readonly [string, typeof avi, (frame: Uint8Array) => Uint8Array][] = [
  ['AVI', avi, (frame) => videoOf(latin1Numbers('MJPG'), clean, frame, frame)],
  [
    'MOV',
    mp4,
    (frame) =>
      movie({
        handlers: ['vide', 'soun'],
        pictures: { codec: 'jpeg', samples: [text(clean), text(frame), text(frame)] },
      }),
  ],
  [
    'MP4',
    mp4,
    (frame) =>
      movie({ handlers: ['vide'], pictures: { codec: 'mp4v', samples: [text(clean), text(frame)] } }),
  ],
  [
    'Matroska',
    matroska,
    (frame) => mkv('V_MJPEG', block(1, ...clean), block(1, ...frame), group(1, [...frame])),
  ],
];

function latin1Numbers(letters: string): number[] {
  return [...latin1(letters)];
}

function mkv(codec: string, ...blocks: readonly Uint8Array[]): Uint8Array {
  const scale = element(0x1549a966, uint(0x2ad7b1, 1_000_000, 3));
  return join(
    header('matroska'),
    mkvSegment(scale, element(0x1654ae6b, track(1, 1, codec)), cluster(...blocks)),
  );
}

describe.each(files)('%s', (_, container, fileOf) => {
  const { clean: cleaned, outcomeOf } = cleaner(container);

  test('of frames nothing is left but what decoders go by; they are as long as before, and show the same', async () => {
    const { bytes } = await cleaned(fileOf(dirty));
    for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
    const at = text(bytes).indexOf('\xff\xd8\xff\xe1');
    const frame = bytes.subarray(at, at + dirty.length);
    expect(frame).toHaveLength(dirty.length);
    expect(text(frame)).toContain(`\xff\xe0\0\x10AVI1\x01`);
    expect(text(frame)).toContain('Intel(R) JPEG Library, version 1\0');
    expect(text(frame)).toContain('JFIF\0\x01\x01\0\0\x01\0\x01\0\0\0');
    expect(decode(frame).data).toEqual(decode(dirty).data);
    expect(text(bytes)).toContain(text(clean));
  });

  test('what they said is told', async () => {
    const { removed } = await cleaned(fileOf(dirty));
    expect(removed.find(({ label }) => label === 'GPSLatitude')?.value).toBe('36.34, 43.13');
    expect(removed.find(({ label }) => label === 'Model')?.value).toBe('Galaxy A14');
    expect(removed.map(({ label }) => label)).toContain('comment');
    expect(await container.inspect(memorySource(fileOf(dirty)))).toEqual({
      outcome: 'inspected',
      hidden: removed,
    });
  });

  test('cleaning twice equals once, and of clean frames nothing is told', async () => {
    const { bytes } = await cleaned(fileOf(dirty));
    expect(await outcomeOf(bytes)).toBe('already-clean');
    const { removed } = await cleaned(fileOf(clean));
    expect(removed.filter(({ source }) => ['EXIF', 'COM', 'JFIF', 'APP0'].includes(source))).toEqual([]);
  });

  test('a frame that is cut within a segment, and one of a thousand segments', async () => {
    const { bytes } = await cleaned(fileOf(join(dirty.subarray(0, 60), new Uint8Array(8))));
    for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
    const many = join([0xff, 0xd8], ...Array.from({ length: 1000 }, () => com()));
    expect(await outcomeOf(fileOf(many))).toBe('unsupported');
  });
});

test('of two fields either is looked at', async () => {
  const first = jpeg({ before: [avi1(0)] });
  first.set([first.length >> 8, first.length & 0xff], text(first).indexOf('AVI1') + 8);
  const { bytes } = await cleaner(avi).clean(videoOf(latin1Numbers('MJPG'), join(first, dirty)));
  for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
});

test('samples without any coding that look like a frame are none', async () => {
  expect(await cleaner(avi).outcomeOf(videoOf([0, 0, 0, 0], dirty))).toBe('already-clean');
  const { bytes } = await cleaner(matroska).clean(mkv('V_UNCOMPRESSED', block(1, ...dirty)));
  expect(text(bytes)).toContain(text(dirty));
});
