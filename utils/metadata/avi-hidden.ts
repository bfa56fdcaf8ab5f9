import { latin1Of } from '../bytes/text';
import { chunkHead, type Draft, type Note } from './avi-structure';
import { eachOnce, type HiddenData, type HiddenKind, hiddenItem } from './hidden-data';
import { placeOf, timeOf } from './media-values';
import { readValues, tidy } from './readable';
import { describeTrailer, trailerHead } from './trailer';
import { identifiedXmp } from './xmp';

/** What the chunks of an AVI that are not needed to show it say about a person. */

/** So much of a chunk is read, in bytes, and so many of a list; what comes later goes untold. */
const longestRead = 1 << 16;
const maximumChildren = 200;

/** Chunks of LIST INFO (RIFF), of LIST exif (Exif for RIFF, CIPA DC-008 5.6), and beside them, by what they tell. */
const kinds: Readonly<Record<string, HiddenKind>> = {
  IART: 'person',
  ICOP: 'person',
  ICMS: 'person',
  IENG: 'person',
  ITCH: 'person',
  ICRD: 'time',
  IDIT: 'time',
  ISFT: 'device',
  ISRC: 'text',
  IMED: 'other',
  INAM: 'text',
  ICMT: 'text',
  IKEY: 'text',
  ISBJ: 'text',
  IPRD: 'text',
  IGNR: 'text',
  IARL: 'place',
  ILOC: 'place',
  ICNT: 'place',
  ISMP: 'time',
  DTIM: 'time',
  strn: 'text',
  ecor: 'device',
  emdl: 'device',
  etim: 'time',
  erel: 'other',
  eucm: 'text',
  emnt: 'other',
};

/** XMP Part 3, 1.1.3.2: the packet's own chunk. */
const xmpType = '_PMX';

/** Lists whose chunks are told one by one. */
const listed: ReadonlySet<string> = new Set(['INFO', 'exif']);

/** What is blanked, or had no place in a list of its own. */
const dataOnly: ReadonlySet<string> = new Set(['JUNK', 'avih', 'strh', 'dmlh']);

/** Everything that goes from the file. */
export async function describeNotes(draft: Draft): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  for (const noted of draft.notes) items.push(...(await describe(draft, noted)));
  items.push(...(await draft.frames.describe()));
  const { source, end } = draft;
  const tail = await source.read(end, Math.min(end + trailerHead, source.size));
  return eachOnce([...items, ...(tail.length > 0 ? [describeTrailer(tail)] : [])]);
}

async function describe(draft: Draft, noted: Note): Promise<readonly HiddenData[]> {
  const { type, list, stream, dataStart, end } = noted;
  if (stream) return [hiddenItem(stream === 'txts' ? 'text' : 'other', 'AVI', `stream ${tidy(stream)}`)];
  if (dataOnly.has(type)) return [hiddenItem('other', 'AVI', type)];
  const data = await draft.source.read(dataStart, Math.min(end, dataStart + longestRead));
  if (listed.has(list)) {
    const items = describeList(list, data);
    return items.length > 0 ? items : [hiddenItem('other', 'AVI', list)];
  }
  const told = type === xmpType && !list ? await readValues(identifiedXmp(data)) : null;
  if (told) return told;
  return [describeChunk('AVI', list || type, list ? new Uint8Array(0) : data)];
}

function describeList(list: string, data: Uint8Array): readonly HiddenData[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const items: HiddenData[] = [];
  for (let at = 0; at + chunkHead <= data.length && items.length < maximumChildren; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + chunkHead + length;
    const type = tidy(latin1Of(data.subarray(at, at + 4)));
    items.push(describeChunk(list, type, data.subarray(at + chunkHead, end)));
    at = end + (length % 2);
  }
  return items;
}

function describeChunk(source: string, type: string, data: Uint8Array): HiddenData {
  const kind = kinds[type] ?? 'other';
  if (kind === 'other') return hiddenItem(kind, source, tidy(type));
  const text = tidy(new TextDecoder().decode(data).replace(/\0.*$/s, ''));
  return hiddenItem(
    kind,
    source,
    type,
    kind === 'time' ? timeOf(text) : kind === 'place' ? placeOf(text) : text,
  );
}
