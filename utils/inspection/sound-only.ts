import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { startsWith } from '../bytes/text';
import { elementsIn, longestHead, readHead, uintOf } from '../metadata/ebml';
import { type Box, boxesBetween } from '../metadata/isobmff-box';
import { ids } from '../metadata/matroska-structure';
import { headLength, signatureOf } from '../metadata/signatures';

/**
 * Whether a file of a kind that videos have is known to hold sound and nothing to see, as voice messages do. Of one
 * whose pictures the browser cannot decode it would tell the same, so the file is asked.
 */

/** Boxes and elements are small and lie far apart: so much is read at a time, in bytes. */
const readLength = 1 << 12;

/** Before Tracks stand some elements at most, and Tracks are short. */
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

/** ISO 14496-12, 8.4.3: every track's handler, in the only `moov`. */
async function isSoundMovie(source: ByteSource): Promise<boolean> {
  const view = new ByteWindow(source, readLength);
  const boxes = (await boxesBetween(view, 0, source.size))?.boxes ?? [];
  const movies = boxes.filter(({ type }) => type === 'moov');
  const within = async (parents: readonly Box[], name: string) => {
    const inside: Box[] = [];
    for (const { data, end } of parents) {
      const found = (await boxesBetween(view, data, end))?.boxes ?? [];
      inside.push(...found.filter(({ type }) => type === name));
    }
    return inside;
  };
  const tracks = await within(movies, 'trak');
  const handlers = await within(await within(tracks, 'mdia'), 'hdlr');
  for (const { data } of handlers) {
    const bytes = await view.at(data, 12);
    if (!startsWith(bytes, 'soun', 8)) return false;
  }
  // A picture of its own would be a cover, which is cleaned away.
  return movies.length === 1 && tracks.length > 0 && handlers.length === tracks.length;
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
