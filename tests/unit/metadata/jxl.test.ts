import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { jxl as container } from '../../../utils/metadata/jxl';
import { box, u32, u64 } from '../../fixtures/isobmff';
import { join, latin1 } from '../../fixtures/jpeg';
import {
  codestream,
  compressed,
  exif,
  ftyp,
  jpegData,
  level,
  part,
  signature,
  start,
  xml,
} from '../../fixtures/jxl';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const index = box('jxli', [1, 2]);
const gainMap = box('jhgm', [0, 1, 2]);
const whole = join(
  start,
  level,
  exif,
  index,
  compressed('Exif'),
  codestream,
  xml,
  compressed('xml '),
  compressed('jumb'),
  jpegData,
  gainMap,
  box('uuid', latin1('secret')),
  latin1('secret tail'),
);

describe('reads', () => {
  test('EXIF and XMP, with values for people; what is compressed by what it holds', async () => {
    const { removed } = await clean(whole);
    const value = (label: string) => removed.find((hidden) => hidden.label === label)?.value;
    expect(value('GPSLatitude')).toBe('36.34, 43.13');
    expect(value('creator')).toBe('Noor Ahmed');
    const keys = removed.map(({ kind, source, label }) => `${kind} ${source} ${label}`);
    for (const key of [
      'other EXIF brob',
      'other XMP brob',
      'edit-history JUMBF brob',
      'other JPEG XL jbrd',
      'other JPEG XL uuid',
    ])
      expect(keys).toContain(key);
    expect(await container.inspect(memorySource(whole))).toEqual({ outcome: 'inspected', hidden: removed });
  });
});

describe('cleans', () => {
  test.each<[string, Uint8Array, Uint8Array]>([
    ['a file with everything', whole, join(start, level, index, codestream, gainMap)],
    [
      'a codestream in parts',
      join(start, part(0), exif, part(1, true), xml),
      join(start, part(0), part(1, true)),
    ],
    ['parts that are cut off', join(start, exif, part(0), part(1)), join(start, part(0), part(1))],
    [
      'a codestream that breaks off',
      join(start, exif, codestream.subarray(0, -3)),
      join(start, codestream.subarray(0, -3)),
    ],
    [
      'a part that breaks off',
      join(start, exif, part(0), part(1).subarray(0, -1)),
      join(start, part(0), part(1).subarray(0, -1)),
    ],
    ['metadata that breaks off', join(start, codestream, exif.subarray(0, -1)), join(start, codestream)],
    [
      'a size of 64 bits',
      join(start, exif, u32(1), latin1('jxlc'), u64(20), [0xff, 0x0a, 1, 2]),
      join(start, u32(1), latin1('jxlc'), u64(20), [0xff, 0x0a, 1, 2]),
    ],
    [
      'a box to the end of the file',
      join(start, exif, u32(0), latin1('jxlc'), [0xff, 0x0a, 1, 2]),
      join(start, u32(0), latin1('jxlc'), [0xff, 0x0a, 1, 2]),
    ],
  ])('%s', async (_, original, expected) => {
    const { bytes } = await clean(original);
    expect(bytes).toEqual(expected);
    expect(await outcomeOf(bytes)).toBe('already-clean');
    for (const secret of ['secret', 'Noor', 'Galaxy']) expect(text(bytes)).not.toContain(secret);
  });

  test('a bare codestream has nothing to remove', async () => {
    expect(await outcomeOf(join([0xff, 0x0a], new Uint8Array(20)))).toBe('already-clean');
  });
});

describe('refuses', () => {
  test.each<[string, Uint8Array, string]>([
    ['a codestream of nothing', latin1('\xff\x0a\0'), 'corrupt'],
    ['no codestream', join(start, exif), 'corrupt'],
    [
      'a signature box that holds more',
      join(box('JXL ', [0x0d, 0x0a, 0x87, 0x0a], latin1('secret')), ftyp, codestream),
      'corrupt',
    ],
    ['no file type', join(signature, codestream), 'corrupt'],
    ['two codestreams', join(start, codestream, codestream), 'corrupt'],
    ['a codestream whole and in parts', join(start, codestream, part(0, true)), 'corrupt'],
    ['parts out of order', join(start, part(1), part(0, true)), 'corrupt'],
    ['a last part before others', join(start, part(0, true), part(1)), 'corrupt'],
    ['what is no codestream', join(start, box('jxlc', latin1('secret'))), 'corrupt'],
    ['parts of no codestream', join(start, box('jxlp', u32(0), latin1('secret')), part(1, true)), 'corrupt'],
    ['a level of another length', join(start, box('jxll', [1, 2]), codestream), 'corrupt'],
    [
      'another brand',
      join(signature, box('ftyp', latin1('jxs '), u32(0), latin1('jxs ')), codestream),
      'unsupported',
    ],
    [
      'more brands',
      join(signature, box('ftyp', ftyp.subarray(8), latin1('Noor')), codestream),
      'unsupported',
    ],
  ])('%s', async (_, bytes, reason) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });
});

describe('hostile bytes', () => {
  test('cut at every byte: never a throw, and what is called clean is', async () => {
    for (let length = 0; length <= whole.length; length++) {
      if ((await outcomeOf(whole.subarray(0, length))) !== 'cleaned') continue;
      expect(await outcomeOf((await clean(whole.subarray(0, length))).bytes)).toBe('already-clean');
    }
  });

  test('two thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of flip(whole, 2000)) {
      if ((await outcomeOf(bytes)) !== 'cleaned') continue;
      expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
    }
  });

  test('five gigabytes of codestream: only the heads are read, and it is carried over by range', async () => {
    const size = 5 * 2 ** 30;
    const source = countingSource(join(start, exif, u32(0), latin1('jxlc'), [0xff, 0x0a]), size);
    const result = await container.clean(source);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(source.bytesRead()).toBeLessThan(1 << 18);
    expect(result.pieces).toHaveLength(2);
  });
});
