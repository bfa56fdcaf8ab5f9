import { expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { moves } from '../../../utils/inspection/moves';
import * as gif from '../../fixtures/gif';
import { join, latin1, makePhoto } from '../../fixtures/jpeg';
import * as png from '../../fixtures/png';
import * as webp from '../../fixtures/webp';

const brand = (name: string) => join([0, 0, 0, 16], latin1(`ftyp${name}`), [0, 0, 0, 0]);
const frame = webp.frame([webp.lossy]);

test.each([
  ['gif', 'one image', join(gif.screen, gif.image, gif.trailer), false],
  ['gif', 'two images', join(gif.screen, gif.image, gif.control, gif.image, gif.trailer), true],
  ['png', 'a picture', png.png(), false],
  ['png', 'an animation', png.apng(), true],
  ['webp', 'a picture', webp.riff(webp.lossy), false],
  ['webp', 'an animation', webp.riff(webp.vp8x(webp.flag.animation), webp.anim, frame, frame), true],
  ['avif', 'a picture', brand('avif'), false],
  ['avif', 'a sequence', brand('avis'), true],
  ['heif', 'a picture', brand('heic'), false],
  ['heif', 'a sequence', brand('hevc'), true],
  ['heif', 'nothing at all', new Uint8Array(), false],
  ['jpeg', 'a picture', makePhoto(), false],
] as const)('%s: %s', async (format, _, bytes, expected) => {
  expect(await moves(memorySource(bytes), format)).toBe(expected);
});
