import { expect, test } from 'vitest';
import { mp4 as container } from '../../../utils/metadata/mp4';
import { box, fullBox, u16, u32 } from '../../fixtures/isobmff';
import { join, latin1 } from '../../fixtures/jpeg';
import { type Handler, movie } from '../../fixtures/mp4';
import { cleaner, latin1Text as text } from './cleaning';

/** Tracks beside picture and sound that tell where a video was taken. */

const { clean, outcomeOf } = cleaner(container);

/** GPMF: key, type, size, count, data. */
function klv(key: string, type: string, size: number, ...values: readonly (readonly number[])[]): Uint8Array {
  const data = join(...values);
  return join(
    latin1(key + type),
    [size],
    u16(data.length / size),
    data,
    new Uint8Array((4 - (data.length % 4)) % 4),
  );
}

const scale = klv('SCAL', 'l', 4, u32(10_000_000), u32(10_000_000), u32(1000));
const gps5 = klv('GPS5', 'l', 12, [...u32(363_400_000), ...u32(431_300_000), ...u32(231_000)]);
const gps9 = klv('GPS9', '?', 12, [...u32(363_400_000), ...u32(431_300_000), ...u32(231_000)]);
const acceleration = klv('ACCL', 's', 6, [1, 2, 3, 4, 5, 6]);
const nested = (...parts: readonly Uint8Array[]) => {
  const stream = klv('STRM', '\0', 1, [...join(...parts)]);
  return text(klv('DEVC', '\0', 1, [...stream]));
};

/** Little-endian doubles behind reserved bytes and a type. */
function camm(type: number, at: number): string {
  const packet = new Uint8Array(at + 24);
  const view = new DataView(packet.buffer);
  view.setUint16(2, type, true);
  view.setFloat64(at, 36.34, true);
  view.setFloat64(at + 8, 43.13, true);
  return text(packet);
}

const entry = (type: string, ...more: readonly Uint8Array[]) => box(type, new Uint8Array(6), u16(1), ...more);
const keyed = (key: string) =>
  entry('mebx', box('keys', box('\0\0\0\x01', fullBox('keyd', 0x6d, 0x647461, latin1(key)))));

const here = '36.34, 43.13';

test.each<[string, Handler, Uint8Array, readonly string[], string, string | undefined]>([
  ['GPMF, GPS5', 'meta', entry('gpmd'), [nested(acceleration), nested(scale, gps5)], 'GPMF', here],
  ['GPMF, GPS9', 'meta', entry('gpmd'), [nested(scale, gps9)], 'GPMF', here],
  ['GPMF without a signal', 'meta', entry('gpmd'), [nested(acceleration)], 'GPMF', undefined],
  ['camm, type 5', 'meta', entry('camm'), [camm(2, 8), camm(5, 4)], 'camm', here],
  ['camm, type 6', 'meta', entry('camm'), [camm(6, 16)], 'camm', here],
  ['camm that is cut', 'meta', entry('camm'), [camm(6, 16).slice(0, 30)], 'camm', undefined],
  ['Sony', 'meta', entry('rtmd'), ['secret'], 'rtmd', undefined],
  ['DJI', 'meta', entry('djmd'), ['secret'], 'djmd', undefined],
  [
    'Apple',
    'meta',
    keyed('com.apple.quicktime.location.ISO6709'),
    ['\0\0\0\x20\0\0\0\x01+36.3400+043.1300+231/'],
    'timed location',
    here,
  ],
  [
    'NMEA',
    'text',
    entry('text'),
    ['\0\x40$GPRMC,083559.00,A,3620.4000,N,04307.8000,E,0.004,77.52,091202,,,A*57'],
    'text track',
    here,
  ],
  [
    'drones, in words',
    'text',
    entry('tx3g'),
    ['no place yet', '[latitude: 36.3400] [longtitude: 43.1300]'],
    'text track',
    here,
  ],
  [
    'drones, in brackets',
    'text',
    entry('tx3g'),
    ['F/2.8, ISO 100, GPS (43.1300, 36.3400, 18), H 6.00m'],
    'text track',
    here,
  ],
])('%s', async (_, handler, described, samples, label, value) => {
  const dirty = movie({ handlers: ['vide', handler], timed: { entry: described, samples } });
  const { bytes, removed } = await clean(dirty);
  expect(
    removed
      .filter(({ kind, source }) => kind === 'place' && source === 'MP4')
      .find((item) => item.label === label),
  ).toEqual({
    kind: 'place',
    source: 'MP4',
    label,
    ...(value ? { value } : {}),
  });
  for (const sample of samples) expect(text(bytes)).not.toContain(sample);
  expect(await outcomeOf(bytes)).toBe('already-clean');
});

test('a text without a place is a text', async () => {
  const { removed } = await clean(movie({ handlers: ['vide', 'text'] }));
  expect(removed.map(({ kind, label }) => `${kind} ${label}`)).toContain('text text track');
  expect(removed.map(({ kind, label }) => `${kind} ${label}`)).not.toContain('place text track');
});

test('the list of positions of dashcams is a place', async () => {
  const dirty = movie({
    handlers: ['vide'],
    tail: text(box('gps ', u32(0x101), u32(1), latin1('secret!!'))),
  });
  expect((await clean(dirty)).removed).toContainEqual({ kind: 'place', source: 'MP4', label: 'gps' });
});
