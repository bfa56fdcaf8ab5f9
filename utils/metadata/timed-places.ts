import type { ByteSource } from '../bytes/byte-source';
import { latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { type HiddenData, hiddenItem } from './hidden-data';
import type { Box } from './isobmff-box';
import { readSamples } from './sample-table';

/**
 * Where a video was taken, by its tracks beside picture and sound: GoPro's GPMF, Google's Camera Motion Metadata, the
 * location of Apple's timed metadata, texts of drones and dashcams. Only the first samples are read.
 */

/** So many samples are looked at, and so much of each, in bytes. */
const maximumSamples = 4;
const longestSample = 1 << 16;

interface TimedTrack {
  readonly handler: string;
  readonly entries: readonly Box[];
  readonly sampleTable: readonly Box[];
}

type Place = readonly [latitude: number, longitude: number];
type Reader = (sample: Uint8Array) => Place | null;

/** By sample entry. Of those that are read by nobody but their makers' programs the place is known to be in them. */
const readers: Readonly<Record<string, { readonly label: string; readonly read: Reader }>> = {
  gpmd: { label: 'GPMF', read: placeInGpmf },
  camm: { label: 'camm', read: placeInCamm },
  rtmd: { label: 'rtmd', read: () => null },
  djmd: { label: 'djmd', read: () => null },
};

/** Apple's `mebx` says by its keys what it holds. */
const locationKey = /location\.ISO6709/;

const textHandlers: readonly string[] = ['text', 'sbtl', 'subt', 'clcp'];

/** What a track that goes tells. */
export async function describeTimed(track: TimedTrack, source: ByteSource): Promise<readonly HiddenData[]> {
  const { handler, entries } = track;
  const [entry] = entries;
  const reader = entry && Object.hasOwn(readers, entry.type) ? readers[entry.type] : undefined;
  if (reader) return [hiddenItem('place', 'MP4', reader.label, await firstPlace(track, source, reader.read))];
  if (entry?.type === 'mebx' && (await holdsLocation(entry, source)))
    return [hiddenItem('place', 'MP4', 'timed location', await firstPlace(track, source, placeInText))];
  if (!textHandlers.includes(handler)) return [hiddenItem('other', 'MP4', labels[handler] ?? 'track')];
  const text = hiddenItem('text', 'MP4', labels[handler] ?? 'text track');
  const place = await firstPlace(track, source, placeInText);
  return place ? [text, hiddenItem('place', 'MP4', 'text track', place)] : [text];
}

const labels: Readonly<Record<string, string>> = {
  meta: 'timed metadata',
  tmcd: 'time code',
  auxv: 'depth map',
};

async function holdsLocation({ data, end }: Box, source: ByteSource): Promise<boolean> {
  return locationKey.test(latin1Of(await source.read(data, Math.min(end, data + longestSample))));
}

async function firstPlace(
  { sampleTable }: TimedTrack,
  source: ByteSource,
  read: Reader,
): Promise<string | undefined> {
  let count = 0;
  for (const { start, end } of await readSamples(sampleTable, source)) {
    if (count++ === maximumSamples) break;
    const place = read(await source.read(start, Math.min(end, start + longestSample)));
    if (place && isOnEarth(place)) return place.map((degrees) => degrees.toFixed(2)).join(', ');
  }
  return undefined;
}

/** Receivers that have no signal write zeros. */
function isOnEarth([latitude, longitude]: Place): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0);
}

/** GPMF (gopro/gpmf-parser): key, type, size of a structure, their count, then data padded to four bytes. */
const gpmfHead = 8;
const deepestGpmf = 4;

function placeInGpmf(sample: Uint8Array): Place | null {
  return placeInKeys(sample, { latitude: 1, longitude: 1 }, deepestGpmf);
}

interface Scale {
  latitude: number;
  longitude: number;
}

function placeInKeys(bytes: Uint8Array, scale: Scale, depth: number): Place | null {
  const view = viewOf(bytes);
  for (let at = 0; depth > 0 && at + gpmfHead <= bytes.length; ) {
    const key = latin1Of(bytes.subarray(at, at + 4));
    const length = view.getUint8(at + 5) * view.getUint16(at + 6);
    const data = bytes.subarray(at + gpmfHead, at + gpmfHead + length);
    if (key === 'SCAL') readScale(data, view.getUint8(at + 5), scale);
    if ((key === 'GPS5' || key === 'GPS9') && data.length >= 8) {
      const values = viewOf(data);
      return [values.getInt32(0) / scale.latitude, values.getInt32(4) / scale.longitude];
    }
    const inner = view.getUint8(at + 4) === 0 ? placeInKeys(data, { ...scale }, depth - 1) : null;
    if (inner) return inner;
    at += gpmfHead + Math.ceil(length / 4) * 4;
  }
  return null;
}

/** One scale for all values, or one for each, of two bytes or four. */
function readScale(data: Uint8Array, width: number, scale: Scale): void {
  if ((width !== 2 && width !== 4) || data.length < width) return;
  const view = viewOf(data);
  const at = (index: number) => (width === 2 ? view.getInt16(index) : view.getInt32(index)) || 1;
  scale.latitude = at(0);
  scale.longitude = data.length >= 2 * width ? at(width) : scale.latitude;
}

/** Camera Motion Metadata: packets of two reserved bytes and a type; 5 and 6 have a place, little-endian. */
function placeInCamm(sample: Uint8Array): Place | null {
  if (sample.length < 4) return null;
  const view = viewOf(sample);
  const at = { 5: 4, 6: 16 }[view.getUint16(2, true)];
  if (at === undefined || sample.length < at + 16) return null;
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
}

/** NMEA 0183, RMC and GGA: degrees and minutes in one number. */
const nmea = /\$G[A-Z](?:RMC|GGA),[^*\n]{0,40}?(\d{2})(\d{2}\.\d+),([NS]),(\d{3})(\d{2}\.\d+),([EW])/;

/** Drones name both, in one order or the other, or give longitude before latitude; ISO 6709 has a sign before each. */
const named = /lat[a-z]*\s*[:=]\s*(-?\d{1,2}\.\d+).{0,40}?lo?ng?[a-z]*\s*[:=]\s*(-?\d{1,3}\.\d+)/is;
const drone = /GPS\s*\(\s*(-?\d{1,3}\.\d+)\s*,\s*(-?\d{1,2}\.\d+)/;
const iso6709 = /([+-]\d{2}\.\d{2,})([+-]\d{3}\.\d{2,})/;

function placeInText(sample: Uint8Array): Place | null {
  const text = latin1Of(sample);
  const [, ...fields] = nmea.exec(text) ?? [];
  if (fields.length > 0) {
    const [degrees, minutes, north, moreDegrees, moreMinutes, east] = fields;
    const latitude = Number(degrees) + Number(minutes) / 60;
    const longitude = Number(moreDegrees) + Number(moreMinutes) / 60;
    return [north === 'S' ? -latitude : latitude, east === 'W' ? -longitude : longitude];
  }
  const [, longitude, latitude] = drone.exec(text) ?? [];
  if (longitude && latitude) return [Number(latitude), Number(longitude)];
  const [, first, second] = named.exec(text) ?? iso6709.exec(text) ?? [];
  return first && second ? [Number(first), Number(second)] : null;
}
