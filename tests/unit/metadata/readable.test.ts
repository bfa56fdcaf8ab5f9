import { describe, expect, test } from 'vitest';
import { describeSegments } from '../../../utils/metadata/jpeg-hidden';
import { readValues } from '../../../utils/metadata/readable';
import { describeTrailer } from '../../../utils/metadata/trailer';
import { identifiedXmp } from '../../../utils/metadata/xmp';
import { exifPayload, join, latin1, xmpPacket } from '../../fixtures/jpeg';

/** Little-endian entries: tag, type, count, value or where it is. */
function u16(value: number): number[] {
  return [value & 0xff, value >> 8];
}
function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}
const entry = (tag: number, type: number, count: number, value: number) => [
  ...u16(tag),
  ...u16(type),
  ...u32(count),
  ...u32(value),
];
const directory = (...entries: readonly (readonly number[])[]) => [
  ...u16(entries.length),
  ...entries.flat(),
  ...u32(0),
];
const exifOf = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  join(latin1('Exif\0\0II*\0'), u32(8), ...parts);

/** Canon: a directory whose places count from the TIFF header, then an owner's name, and a preview. */
const noteAt = 8 + 18 + 18;
const note = (rest: string) => join(directory(entry(9, 2, 5, noteAt + 18)), latin1(rest));
const withNote = (bytes: Uint8Array) =>
  exifOf(directory(entry(0x8769, 4, 1, 26)), directory(entry(0x927c, 7, bytes.length, noteAt)), bytes);

const told = async (payload: Uint8Array) =>
  (await readValues(payload))?.map(({ kind, label, value }) => [kind, label, value]);

describe('values of EXIF', () => {
  test('the owner and the preview in a MakerNote', async () => {
    const items = await told(withNote(note('Noor\0\xff\xd8\xff\xdb')));
    expect(items).toContainEqual(['person', 'OwnerName', 'Noor']);
    expect(items).toContainEqual(['thumbnail', 'preview', undefined]);
  });

  test('a MakerNote of anybody else has neither', async () => {
    expect(await told(withNote(latin1('Noor\0'.repeat(9))))).toEqual([['other', 'MakerNote', undefined]]);
  });

  test('the clock of GPS without a place', async () => {
    const clock = [16, 1, 32, 1, 4, 1].flatMap(u32);
    const payload = exifOf(directory(entry(0x8825, 4, 1, 26)), directory(entry(7, 5, 3, noteAt)), clock);
    expect(await told(payload)).toEqual([['time', 'GPSTimeStamp', '16:32']]);
  });

  test('cut at every byte: never a throw', async () => {
    for (const whole of [withNote(note('Noor\0\xff\xd8\xff\xdb')), exifPayload()])
      for (let length = 0; length < whole.length; length++) await readValues(whole.subarray(0, length));
  });
});

describe('values of XMP', () => {
  test.each<[string, (unit: number) => number[], readonly number[]]>([
    ['UTF-16, least byte first', (unit) => [unit & 0xff, unit >> 8], [0xff, 0xfe]],
    ['UTF-16, most byte first', (unit) => [unit >> 8, unit & 0xff], [0xfe, 0xff]],
    ['UTF-16 without a mark', (unit) => [unit & 0xff, unit >> 8], []],
  ])('%s', async (_, bytesOf, mark) => {
    const packet = [...xmpPacket().slice(xmpPacket().indexOf('<x:'))].flatMap((letter) =>
      bytesOf(letter.charCodeAt(0)),
    );
    expect(await told(identifiedXmp(Uint8Array.from([...mark, ...packet])))).toContainEqual([
      'person',
      'creator',
      'Noor Ahmed',
    ]);
  });

  test('a packet too long for one segment', async () => {
    const packet = xmpPacket();
    const portion = (start: number, end: number) => ({
      kind: 'segment' as const,
      code: 0xe1,
      start: 0,
      end: 0,
      payload: latin1(
        `http://ns.adobe.com/xmp/extension/\0${'A'.repeat(32)}\0\0\x01\0\0\0\0\0${packet.slice(start, end)}`,
      ),
    });
    const items = await describeSegments([portion(0, 150), portion(150, packet.length)]);
    expect(items.map(({ kind, label, value }) => [kind, label, value])).toContainEqual([
      'person',
      'creator',
      'Noor Ahmed',
    ]);
    expect(items.map(({ label }) => label)).toContain('ExtendedXMP');
  });
});

test('AFCP behind a picture is text', () => {
  expect(describeTrailer(latin1('AXS!\x01\0\0\x01IPTC'))).toEqual({
    kind: 'text',
    source: 'trailer',
    label: 'AFCP',
  });
});
