import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { latin1Of } from '../bytes/text';
import { elementsIn, longestHead, readHead, uintOf } from '../metadata/ebml';
import { type Box, boxAt, boxesBetween } from '../metadata/isobmff-box';
import { ids } from '../metadata/matroska-structure';
import { headLength, signatureOf } from '../metadata/signatures';

/**
 * Whether a file of a kind that videos have is known to hold sound and nothing to see, as voice messages do. Of one
 * whose pictures the browser cannot decode it would tell the same, so the file is asked.
 */

/** Boxes and elements are small and lie far apart: so much is read at a time, in bytes. */
const readLength = 1 << 12;

/** Before `moov` and Tracks stand some boxes at most, and Tracks are short. */
const maximumElements = 1000;
const longestTracks = 1 << 20;

/** RFC 9559, 5.1.4.1.3: 2 is audio. */
const audio = 2;

export async function isSoundOnly(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(headLength, source.size));
  const format = signatureOf(head, source.size);
  if (format === 'isobmff') return isSoundMovie(source);
  return format === 'matroska' && isSoundMatroska(source);
}

/** Handlers of tracks without pictures: texts, time codes, hints, of which none is shown without a video. */
const unseen: readonly string[] = [
  'soun',
  'text',
  'sbtl',
  'subt',
  'clcp',
  'tmcd',
  'meta',
  'hint',
  'odsm',
  'sdsm',
];

/** ISO 14496-12, 8.4.3: every track's handler, in the first `moov`. */
async function isSoundMovie(source: ByteSource): Promise<boolean> {
  const view = new ByteWindow(source, readLength);
  const movie = await firstMovie(view);
  const tracks = movie ? await inside([movie], 'trak', view) : [];
  const handlers = await inside(await inside(tracks, 'mdia', view), 'hdlr', view);
  const types: string[] = [];
  for (const { data } of handlers) types.push(latin1Of((await view.at(data, 12)).subarray(8, 12)));
  return (
    types.length === tracks.length && types.includes('soun') && types.every((type) => unseen.includes(type))
  );
}

async function firstMovie(view: ByteWindow): Promise<Box | null> {
  let at = 0;
  for (let count = 0; count < maximumElements; count++) {
    const box = await boxAt(view, at, view.size);
    if (!box || box.type === 'moov') return box;
    at = box.end;
  }
  return null;
}

async function inside(parents: readonly Box[], name: string, view: ByteWindow): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  for (const { data, end } of parents) {
    const found = (await boxesBetween(view, data, end))?.boxes ?? [];
    boxes.push(...found.filter(({ type }) => type === name));
  }
  return boxes;
}

/** RFC 9559, 5.1.4.1: every track's type. */
async function isSoundMatroska(source: ByteSource): Promise<boolean> {
  const view = new ByteWindow(source, readLength);
  let at = 0;
  for (let count = 0; count < maximumElements; count++) {
    const element = readHead(await view.at(at, longestHead), at);
    if (!element) return false;
    if (element.id === ids.tracks) {
      // Of an unknown size it is infinite.
      if (element.end - element.dataStart > longestTracks) return false;
      return isSoundTracks(await source.read(element.dataStart, element.end));
    }
    // The segment is gone into.
    const next = element.id === ids.segment ? element.dataStart : element.end;
    if (next <= at || next >= source.size || element.id === ids.cluster) return false;
    at = next;
  }
  return false;
}

function isSoundTracks(bytes: Uint8Array): boolean {
  const entries = elementsIn(bytes, maximumElements).filter(({ id }) => id === ids.trackEntry);
  const types = entries.map(({ data }) =>
    elementsIn(data, maximumElements).find(({ id }) => id === ids.trackType),
  );
  return types.length > 0 && types.every((type) => type !== undefined && uintOf(type.data) === audio);
}
