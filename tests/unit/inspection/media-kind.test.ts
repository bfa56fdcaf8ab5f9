import { expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { animationType } from '../../../utils/inspection/animation';
import { mediaKind } from '../../../utils/inspection/media-kind';
import { control, image, loop, screen, trailer } from '../../fixtures/gif';
import { heif } from '../../fixtures/heif';
import { join, jpeg, latin1 } from '../../fixtures/jpeg';
import { cluster, element, header, open, segment, uint } from '../../fixtures/matroska';
import { movie } from '../../fixtures/mp4';
import { apng, png } from '../../fixtures/png';
import { svg } from '../../fixtures/svg';
import { anim, flag, frame, lossy, riff, vp8x } from '../../fixtures/webp';

/** By which way a file is looked at. */

const tracks = (...types: readonly number[]) =>
  element(0x1654ae6b, ...types.map((type) => element(0xae, uint(0xd7, 1), uint(0x83, type))));
const recorded = (...types: readonly number[]) =>
  join(
    header('webm'),
    open(0x18538067, element(0x1549a966, uint(0x2ad7b1, 100)), tracks(...types), cluster()),
  );

test.each([
  ['JPEG', jpeg(), 'picture'],
  ['what is unknown', latin1('a text'), 'picture'],
  ['HEIC', heif(), 'picture'],
  ['AVIF', heif({ brand: 'avif' }), 'picture'],
  ['SVG', svg('<rect/>'), 'svg'],
  ['MP4', movie(), 'video'],
  ['MP4 with sound only', movie({ handlers: ['soun'] }), 'sound'],
  ['MP4 with sound, its text and its time code', movie({ handlers: ['soun', 'text', 'tmcd'] }), 'sound'],
  ['MP4 with texts alone', movie({ handlers: ['text'] }), 'video'],
  ['MP4 that is cut off before its tracks', movie({ handlers: ['soun'] }).subarray(0, 60), 'video'],
  ['WebM', segmentOf(1, 2), 'video'],
  ['WebM with sound only', segmentOf(2), 'sound'],
  ['WebM as it is recorded, with sound only', recorded(2), 'sound'],
  ['WebM as it is recorded, with pictures', recorded(2, 1), 'video'],
  ['WebM without tracks', join(header('webm'), segment(cluster())), 'video'],
] as const)('%s', async (_, file, kind) => {
  expect((await mediaKind(memorySource(file))).kind).toBe(kind);
});

function segmentOf(...types: readonly number[]): Uint8Array {
  return join(header('webm'), segment(tracks(...types), cluster()));
}

test.each([
  ['GIF of one image', join(screen, loop, control, image, trailer), null],
  ['GIF of two', join(screen, loop, control, image, control, image, trailer), 'image/gif'],
  ['PNG', png(), null],
  ['APNG', apng(), 'image/png'],
  ['WebP', riff(vp8x(0), lossy), null],
  ['animated WebP', riff(vp8x(flag.animation), anim, frame([lossy]), frame([lossy])), 'image/webp'],
  ['AVIF', heif({ brand: 'avif' }), null],
  ['AVIF sequence', heif({ brand: 'avis' }), 'image/avif'],
  ['JPEG', jpeg(), null],
] as const)('moves or not: %s', async (_, file, type) => {
  expect(await animationType(memorySource(file))).toBe(type);
});
