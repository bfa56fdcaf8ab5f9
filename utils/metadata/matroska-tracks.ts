import { latin1Of, sameBytes } from '../bytes/text';
import type { RefusalReason } from './clean-result';
import { type Element, longestHead, uintBytes, uintOf } from './ebml';
import type { Tracks } from './matroska-clusters';
import { cleanPrivate, mayTell } from './matroska-codec';
import { ids, shownAdditions, trackSchema } from './matroska-structure';
import { type Draft, drop, elementsBetween, type Handler, note, readData, walk } from './matroska-walk';

/** The Tracks of a Matroska file, RFC 9559, 5.1.4: pictures and sound stay; subtitles, buttons and data go. */

/** More than any file has. */
const maximumTracks = 250;
const maximumChildren = 1000;

/** Longer than any CodecID, language, and CodecPrivate that holds text, in bytes. */
const longestCodecId = 64;
const longestLanguage = 16;
const longestPrivate = 1 << 20;

/** Of two, decoders take one or the other. */
const singleIds: ReadonlySet<number> = new Set([
  ids.trackNumber,
  ids.trackType,
  ids.trackUid,
  ids.codecId,
  ids.codecPrivate,
]);

/** By TrackType (5.1.4.1.3): what the CodecID of video and sound begins with. */
const shown: Readonly<Record<number, string>> = { 1: 'V_', 2: 'A_' };

/** The codec of pictures that are samples without any coding. */
const uncompressed = 'V_UNCOMPRESSED';

/** ContentEncodingType (5.1.4.1.31.4). */
const encryption = 1;

/** ISO 639-2, and BCP 47 without private parts: what players choose a track by, and no room for anything else. */
const languages: Readonly<Record<number, RegExp>> = {
  [ids.language]: /^[a-z]{3}\0*$/,
  [ids.languageBcp47]: /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\0*$/,
};

interface Track {
  readonly start: number;
  readonly number: number;
  readonly codec: string;
  readonly kept: boolean;
  readonly operated: boolean;
}

/** Goes through Tracks. */
export async function walkTracks(draft: Draft, element: Element): Promise<Tracks | RefusalReason> {
  const read = await readTracks(draft, element);
  if (typeof read === 'string') return read;
  const numbers = new Set(read.map(({ number }) => number));
  const kept = read.filter((track) => track.kept);
  if (numbers.size < read.length) return 'corrupt';
  if (kept.length === 0) return 'unsupported';
  // Other tracks may be told by their UIDs.
  const renumbered = !kept.some(({ operated }) => operated);
  const refused = await walk(draft, element, new Map(), (entry) => {
    const track = read.find(({ start }) => start === entry.start);
    if (!track) return undefined;
    return seeToTrack(draft, entry, track, renumbered ? kept.indexOf(track) + 1 : null);
  });
  const coded = kept.filter(({ codec }) => codec.startsWith('V_') && codec !== uncompressed);
  return (
    refused ?? {
      kept: new Set(kept.map(({ number }) => number)),
      coded: new Set(coded.map(({ number }) => number)),
      all: numbers,
    }
  );
}

async function readTracks(draft: Draft, element: Element): Promise<readonly Track[] | RefusalReason> {
  const children = await elementsBetween(draft, element, maximumChildren);
  if (typeof children === 'string') return children;
  const entries = children.filter(({ id }) => id === ids.trackEntry);
  if (entries.length > maximumTracks) return 'too-large';
  const read: Track[] = [];
  for (const entry of entries) {
    const track = await readTrack(draft, entry);
    if (typeof track === 'string') return track;
    read.push(track);
  }
  return read;
}

async function readTrack(draft: Draft, entry: Element): Promise<Track | RefusalReason> {
  const children = await elementsBetween(draft, entry, maximumChildren);
  if (typeof children === 'string') return children;
  const dataOf = async (id: number, limit: number) => {
    const child = children.find((candidate) => candidate.id === id);
    return child ? readData(draft, child, limit) : null;
  };
  const number = await dataOf(ids.trackNumber, longestHead);
  const type = await dataOf(ids.trackType, longestHead);
  const codec = latin1Of((await dataOf(ids.codecId, longestCodecId + 1)) ?? new Uint8Array(0));
  const single = children.filter(({ id }) => singleIds.has(id));
  if (!number || !type || new Set(single.map(({ id }) => id)).size < single.length) return 'corrupt';
  const prefix = shown[uintOf(type)];
  return {
    start: entry.start,
    number: uintOf(number),
    codec: codec.replace(/\0+$/, ''),
    kept: prefix !== undefined && codec.startsWith(prefix),
    operated: children.some(({ id }) => id === ids.trackOperation),
  };
}

/** @param uid to write; null when it stays */
async function seeToTrack(
  draft: Draft,
  entry: Element,
  { kept, codec }: Track,
  uid: number | null,
): Promise<RefusalReason | null> {
  if (!kept) {
    drop(draft, entry);
    return null;
  }
  if (codec.length > longestCodecId || !/^[\x21-\x7e]+$/.test(codec)) return 'unsupported';
  return walk(draft, entry, trackSchema, handlerFor(draft, codec, uid));
}

function handlerFor(draft: Draft, codec: string, uid: number | null): Handler {
  return (element) => {
    const { id } = element;
    if (id === ids.trackUid && uid !== null) return renumber(draft, element, uid);
    if (id === ids.codecPrivate && mayTell(codec)) return seeToPrivate(draft, element, codec);
    if (id === ids.language || id === ids.languageBcp47) return seeToLanguage(draft, element);
    if (id === ids.blockAdditionMapping) return seeToMapping(draft, element);
    return id === ids.contentEncodings ? refuseEncryption(draft, element) : undefined;
  };
}

/** A UID is drawn at random: it links the copies of a file. */
async function renumber(draft: Draft, element: Element, uid: number): Promise<undefined> {
  const data = await readData(draft, element, longestHead);
  const bytes = uintBytes(uid, data.length);
  if (element.end - element.dataStart > 8 || sameBytes(bytes, data)) return;
  draft.edits.push({ start: element.dataStart, end: element.end, bytes });
  note(draft, element);
}

async function seeToPrivate(draft: Draft, element: Element, codec: string): Promise<RefusalReason | null> {
  const { dataStart, end } = element;
  if (end - dataStart > longestPrivate) return 'too-large';
  const data = await readData(draft, element, longestPrivate);
  const bytes = cleanPrivate(codec, data);
  if (!bytes) return 'corrupt';
  if (bytes !== data) {
    draft.edits.push({ start: dataStart, end, bytes });
    note(draft, element);
  }
  return null;
}

async function seeToLanguage(draft: Draft, element: Element): Promise<null> {
  const text = latin1Of(await readData(draft, element, longestLanguage + 1));
  if (text.length > longestLanguage || !languages[element.id]?.test(text)) drop(draft, element);
  return null;
}

async function seeToMapping(draft: Draft, element: Element): Promise<RefusalReason | null | undefined> {
  const children = await elementsBetween(draft, element, maximumChildren);
  if (typeof children === 'string') return children;
  const type = children.find(({ id }) => id === ids.blockAddIdType);
  if (!type || shownAdditions.has(uintOf(await readData(draft, type, longestHead)))) return undefined;
  drop(draft, element);
  return null;
}

/** Some say so only by the type. */
async function refuseEncryption(draft: Draft, element: Element): Promise<RefusalReason | undefined> {
  const encodings = await elementsBetween(draft, element, maximumChildren);
  if (typeof encodings === 'string') return encodings;
  for (const encoding of encodings.filter(({ id }) => id === ids.contentEncoding)) {
    const children = await elementsBetween(draft, encoding, maximumChildren);
    if (typeof children === 'string') return children;
    const type = children.find(({ id }) => id === ids.contentEncodingType);
    if (type && uintOf(await readData(draft, type, longestHead)) === encryption) return 'encrypted';
  }
  return undefined;
}
