import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { gif as container } from '../../../utils/metadata/gif';
import {
  application,
  comment,
  control,
  image,
  loop,
  maker,
  plainText,
  screen,
  subBlocks,
  trailer,
  xmp,
} from '../../fixtures/gif';
import { ofScreen, profile } from '../../fixtures/icc';
import { join, latin1 } from '../../fixtures/jpeg';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const icc = (data: Uint8Array) => application('ICCRGBG1012', subBlocks(data));
const whole = join(
  screen,
  comment,
  loop,
  icc(profile()),
  xmp,
  maker,
  control,
  comment,
  image,
  plainText,
  [0, 0],
  control,
  image,
  comment,
  trailer,
  latin1('secret tail'),
);
const plain = join(screen, loop, icc(profile()), control, image, [0, 0], control, image, trailer);

describe('reads', () => {
  test('comments, texts, XMP and applications', async () => {
    const { removed } = await clean(whole);
    expect(removed.map(({ kind, label, value }) => [kind, label, value])).toEqual([
      ['text', 'comment', 'secret, by Noor'],
      ['device', 'CreatorTool', 'Editor 9'],
      ['person', 'creator', 'Noor Ahmed'],
      ['other', 'MAGICKIPTC5', undefined],
      ['text', 'plain text', undefined],
      ['other', 'data after the end', undefined],
    ]);
    expect(await container.inspect(memorySource(whole))).toEqual({ outcome: 'inspected', hidden: removed });
  });
});

describe('cleans', () => {
  test.each<[string, Uint8Array, Uint8Array]>([
    ['an animation with everything', whole, plain],
    [
      'GIF87a',
      join(latin1('GIF87a'), screen.subarray(6), comment, image, trailer),
      join(latin1('GIF87a'), screen.subarray(6), image, trailer),
    ],
    ['a file without an end', join(screen, image, comment), join(screen, image, trailer)],
    [
      'one that ends within a comment',
      join(screen, image, comment.subarray(0, 9)),
      join(screen, image, trailer),
    ],
    [
      'bytes that are no block',
      join(screen, image, [0x99], latin1('secret'), image, trailer),
      join(screen, image, trailer),
    ],
    [
      'a picture of codes that are too long, and what follows it',
      join(screen, image, image.with(10, 13), image, trailer),
      join(screen, image, trailer),
    ],
    [
      'two controls before a picture',
      join(screen, control, control.with(4, 9), image, trailer),
      join(screen, control.with(4, 9), image, trailer),
    ],
    ['a control before no picture', join(screen, image, control, trailer), join(screen, image, trailer)],
    [
      'a loop with more in it',
      join(
        screen,
        application('NETSCAPE2.0', join([3, 1, 5, 0], subBlocks(latin1('secret')))),
        image,
        trailer,
      ),
      join(screen, loop, image, trailer),
    ],
    [
      'a second loop and profile',
      join(screen, loop, loop, icc(profile()), icc(profile()), image, trailer),
      join(screen, loop, icc(profile()), image, trailer),
    ],
    [
      'two loops, of which the last one counts',
      join(screen, loop.with(16, 9), image, loop, image, trailer),
      join(screen, image, loop, image, trailer),
    ],
    ['zeros before the end', join(screen, image, [0, 0, 0]), join(screen, image, trailer)],
    [
      'zeros between the blocks, where some decoders stop',
      join(screen, image, [0], comment, image, trailer),
      join(screen, image, [0], image, trailer),
    ],
    [
      'a loop that is none',
      join(screen, application('NETSCAPE2.0', subBlocks([7, 7])), image, trailer),
      join(screen, image, trailer),
    ],
    [
      'a profile that is none',
      join(screen, icc(latin1('secret')), image, trailer),
      join(screen, image, trailer),
    ],
  ])('%s', async (_, original, expected) => {
    const { bytes } = await clean(original);
    expect(bytes).toEqual(expected);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('a picture that is cut off stays as it is, without anything behind it', async () => {
    const cut = join(screen, comment, image.subarray(0, -2));
    const { bytes } = await clean(cut);
    expect(bytes).toEqual(join(screen, image.subarray(0, -2)));
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('a profile of one very screen loses its name', async () => {
    const { bytes } = await clean(join(screen, icc(profile(ofScreen)), image, trailer));
    expect(text(bytes)).toContain('ICCRGBG1012');
    expect(text(bytes)).not.toMatch(/Noor|noor/);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });
});

describe('refuses', () => {
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), 'corrupt'],
    ['a screen that is cut off', screen.subarray(0, 15), 'corrupt'],
    ['no picture', join(screen, comment, trailer), 'corrupt'],
    ['a picture of codes that are too long', join(screen, image.with(10, 13), trailer), 'corrupt'],
  ])('%s', async (_, bytes, reason) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });

  test('two hundred thousand blocks and more are too many', async () => {
    const block = Uint8Array.of(0x21, 0xfe, 0);
    const many = new Uint8Array(block.length * 200_001);
    for (let at = 0; at < many.length; at += block.length) many.set(block, at);
    expect(await outcomeOf(join(screen, image, many))).toBe('too-large');
  });
});

describe('hostile bytes', () => {
  test('cut at every byte: never a throw, and what is called clean is', async () => {
    for (let length = 0; length <= whole.length; length++) {
      if ((await outcomeOf(whole.subarray(0, length))) !== 'cleaned') continue;
      const { bytes } = await clean(whole.subarray(0, length));
      expect(await outcomeOf(bytes)).toBe('already-clean');
      expect(text(bytes)).not.toContain('Noor');
    }
  });

  test('two thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of flip(whole, 2000)) {
      if ((await outcomeOf(bytes)) !== 'cleaned') continue;
      expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
    }
  });

  test('half a gigabyte of one picture is walked in small reads, and carried over by one range', async () => {
    const size = 512 << 20;
    const source = countingSource(join(screen, comment, image.subarray(0, -4)), size);
    const result = await container.clean(source);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(source.longestRead()).toBeLessThanOrEqual(1 << 18);
    expect(source.bytesRead()).toBeLessThan(size * 1.2);
    expect(result.pieces.length).toBeLessThan(4);
  });
});
