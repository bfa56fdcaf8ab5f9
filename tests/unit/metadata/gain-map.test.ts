import { decode } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { jpeg as container } from '../../../utils/metadata/jpeg';
import { readOffsets } from '../../../utils/metadata/multi-picture';
import { app0Jfif, com, join, jpeg, makePhoto } from '../../fixtures/jpeg';
import {
  gainMap,
  isoNumbers,
  isoUrn,
  picturesOf,
  type UltraHdrOptions,
  ultraHdr,
} from '../../fixtures/ultra-hdr';
import { cleaner, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const secrets = ['Noor', 'Galaxy', 'secret', 'Editor 9', '2026', 'purl.org'];

const files: readonly [string, UltraHdrOptions][] = [
  ['XMP', { carrier: 'xmp' }],
  ['ISO 21496-1', { carrier: 'iso' }],
  ['both', { carrier: 'both' }],
  ['both, far behind the picture', { carrier: 'both', padding: 300 }],
];

function scanOf(picture: Uint8Array): string {
  return text(picture).slice(text(picture).indexOf('\xff\xda'));
}

describe.each(files)('a gain map by %s', (_, options) => {
  const original = ultraHdr(options);

  test('both pictures stay bit by bit; nothing else that was hidden does', async () => {
    const { bytes, removed } = await clean(original);
    for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
    const [before, after] = [picturesOf(original), picturesOf(bytes)];
    expect(after).toHaveLength(2);
    expect(after.map(scanOf)).toEqual(before.slice(0, 2).map(scanOf));
    expect(decode(after[1] ?? new Uint8Array(), { tolerantDecoding: false }).width).toBe(24);
    expect(removed.find(({ label }) => label === 'GPSLatitude')?.value).toBe('36.34, 43.13');
    expect(removed).toContainEqual({ kind: 'other', source: 'trailer', label: 'video' });
  });

  test('its numbers stay, and the picture says where it is', async () => {
    const { bytes } = await clean(original);
    const [picture = new Uint8Array(), map = new Uint8Array()] = picturesOf(bytes);
    expect(picture.length + map.length).toBe(bytes.length);
    const xmp = options.carrier !== 'iso';
    const iso = options.carrier !== 'xmp';
    expect(text(map).includes('hdrgm:GainMapMin="-0.25"')).toBe(xmp);
    expect(text(map).includes('<rdf:li>1.1</rdf:li><rdf:li>1.2</rdf:li><rdf:li>1.3</rdf:li>')).toBe(xmp);
    expect(text(map).includes(isoUrn + text(isoNumbers))).toBe(iso);
    expect(text(picture).includes(`Item:Semantic="GainMap" Item:Length="${map.length}"`)).toBe(xmp);
    expect(text(picture).includes(`${isoUrn}\0\0\0\0`)).toBe(iso);
    const mpf = text(picture).indexOf('MPF\0');
    expect(readOffsets(picture.subarray(mpf)).map((offset) => offset + mpf + 4)).toEqual([picture.length]);
  });

  test('cleaning twice equals once', async () => {
    const { bytes } = await clean(original);
    expect(await outcomeOf(bytes)).toBe('already-clean');
    expect(await container.inspect(memorySource(bytes))).toEqual({ outcome: 'inspected', hidden: [] });
  });
});

describe('no gain map', () => {
  test('another picture behind the end goes, whatever the first one announces', async () => {
    const preview = makePhoto();
    const [picture = new Uint8Array()] = picturesOf(ultraHdr({ carrier: 'xmp' }));
    const { bytes, removed } = await clean(join(picture, preview));
    expect(picturesOf(bytes)).toHaveLength(1);
    expect(text(bytes)).not.toContain('MPF');
    expect(removed).toContainEqual({ kind: 'thumbnail', source: 'trailer', label: 'second picture' });
  });

  test('one that nothing announces goes', async () => {
    const { bytes } = await clean(join(makePhoto(), gainMap({ carrier: 'both' })));
    expect(picturesOf(bytes)).toHaveLength(1);
  });

  test('one that is cut off before its picture goes', async () => {
    const whole = ultraHdr({ carrier: 'both', tail: new Uint8Array(0) });
    const [picture = new Uint8Array()] = picturesOf(whole);
    const { bytes } = await clean(whole.subarray(0, picture.length + 900));
    expect(picturesOf(bytes)).toHaveLength(1);
  });
});

test('flipped bytes: never a throw, and what is clean stays clean', async () => {
  for (const bytes of flip(ultraHdr({ carrier: 'both', padding: 9 }), 1500)) {
    const result = await container.clean(memorySource(bytes));
    if (result.outcome !== 'cleaned') continue;
    expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
  }
});

test('garbage between the segments goes; the picture does not', async () => {
  const plain = jpeg({ before: [app0Jfif()] });
  const garbage = [Uint8Array.of(1, 2, 3, 0xff, 0), com().fill(0x41), Uint8Array.of(0xff, 0xd3)];
  const { bytes, removed } = await clean(jpeg({ before: [app0Jfif(), ...garbage] }));
  expect(bytes).toEqual(plain);
  expect(removed).toEqual([{ kind: 'other', source: 'JPEG', label: 'data between the segments' }]);
});
