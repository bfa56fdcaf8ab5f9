import { type Element, elementsIn } from './ebml';
import { eachOnce, type HiddenData, type HiddenKind, hiddenItem } from './hidden-data';
import { commentHeader } from './matroska-codec';
import { ids } from './matroska-structure';
import { type Draft, headAt, type Note, readData } from './matroska-walk';
import { placeOf, timeOf } from './media-values';
import { tidy } from './readable';
import { describeTrailer, trailerHead } from './trailer';

/** What the elements of a Matroska file that are not needed to show it say about a person. */

/** So much of an element is read, in bytes; what comes later in it goes untold. */
const longestRead = 1 << 16;

/** More than is told of one element; tags stand in tags, but not deeper than this. */
const maximumChildren = 200;
const maximumNesting = 4;

interface Told {
  readonly kind: HiddenKind;
  readonly label: string;
}

/** Elements that go, by the names and IDs of RFC 9559; others are told by their ID. */
const told: Readonly<Record<number, Told>> = {
  31657: { kind: 'text', label: 'Title' },
  17505: { kind: 'time', label: 'DateUTC' },
  19840: { kind: 'device', label: 'MuxingApp' },
  22337: { kind: 'device', label: 'WritingApp' },
  29604: { kind: 'other', label: 'SegmentUUID' },
  29572: { kind: 'text', label: 'SegmentFilename' },
  3979555: { kind: 'other', label: 'PrevUUID' },
  3965867: { kind: 'text', label: 'PrevFilename' },
  4110627: { kind: 'other', label: 'NextUUID' },
  4096955: { kind: 'text', label: 'NextFilename' },
  17476: { kind: 'other', label: 'SegmentFamily' },
  26916: { kind: 'other', label: 'ChapterTranslate' },
  29637: { kind: 'other', label: 'TrackUID' },
  21358: { kind: 'text', label: 'Name' },
  2459272: { kind: 'text', label: 'CodecName' },
  3839639: { kind: 'text', label: 'CodecSettings' },
  16804: { kind: 'text', label: 'BlockAddIDName' },
  2274716: { kind: 'text', label: 'Language' },
  2274717: { kind: 'text', label: 'LanguageBCP47' },
  29766: { kind: 'other', label: 'AttachmentLink' },
  374648427: { kind: 'other', label: 'Tracks' },
  16868: { kind: 'other', label: 'BlockAdditionMapping' },
  30113: { kind: 'other', label: 'BlockAdditions' },
  166: { kind: 'other', label: 'BlockMore' },
  163: { kind: 'other', label: 'SimpleBlock' },
  160: { kind: 'other', label: 'BlockGroup' },
  161: { kind: 'other', label: 'Block' },
  236: { kind: 'other', label: 'Void' },
  191: { kind: 'other', label: 'CRC-32' },
};

/** TrackType (5.1.4.1.3) of what goes. */
const trackTypes: Readonly<Record<number, Told>> = {
  1: { kind: 'other', label: 'video track' },
  2: { kind: 'other', label: 'audio track' },
  3: { kind: 'other', label: 'complex track' },
  16: { kind: 'other', label: 'logo track' },
  17: { kind: 'text', label: 'subtitle track' },
  18: { kind: 'other', label: 'buttons track' },
  32: { kind: 'other', label: 'control track' },
  33: { kind: 'other', label: 'metadata track' },
};

/** TagName (RFC 9559 and the Matroska tag list), the keys of Vorbis comments, and those of phones, by what they tell. */
const tagKinds: readonly (readonly [RegExp, HiddenKind])[] = [
  [/LOCATION|COUNTRY|GPS|LATITUDE|LONGITUDE/, 'place'],
  [/DATE|TIME$|YEAR/, 'time'],
  [
    /ARTIST|PERFORMER|AUTHOR|DIRECTOR|PRODUCER|COMPOSER|COPYRIGHT|ENCODED_BY|ACTOR|OWNER|CONTACT|PUBLISHER/,
    'person',
  ],
  [/ENCODER|MAKE$|MODEL|_APP$|DEVICE|SOFTWARE|vendor|SERIAL|ANDROID/, 'device'],
  [
    /^DURATION$|^NUMBER_OF_|^BPS|^_STATISTICS_TAGS$|^MAJOR_BRAND$|^MINOR_VERSION$|^COMPATIBLE_BRANDS$/,
    'other',
  ],
];

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
  if (noted.id === ids.attachments) return describeAttachments(draft, noted);
  const data = await readData(draft, noted, longestRead);
  if (noted.id === ids.tags) return describeTags(data);
  if (noted.id === ids.chapters) return [item('text', 'Chapters', chapterNames(data))];
  if (noted.id === ids.trackEntry) return describeTrack(data);
  if (noted.id === ids.codecPrivate) return describePrivate(data);
  const { kind, label } = told[noted.id] ?? { kind: 'other', label: `0x${noted.id.toString(16)}` };
  return [item(kind, label, label === 'DateUTC' ? dateOf(data) : textIf(kind !== 'other', data))];
}

function item(kind: HiddenKind, label: string, value?: string): HiddenData {
  return hiddenItem(kind, 'Matroska', label, value);
}

function textIf(telling: boolean, data: Uint8Array): string {
  return telling ? textOf(data) : '';
}

/** UTF-8, up to a zero byte if there is one (RFC 8794, 7.4, 7.5). */
function textOf(data: Uint8Array): string {
  return tidy(new TextDecoder().decode(data).replace(/\0.*$/s, ''));
}

/** Nanoseconds since 2001 (RFC 8794, 7.6). */
function dateOf(data: Uint8Array): string {
  if (data.length !== 8) return '';
  const nanoseconds = new DataView(data.buffer, data.byteOffset).getBigInt64(0);
  const date = new Date(Date.UTC(2001, 0, 1) + Number(nanoseconds / 1_000_000n));
  return timeOf(date.toISOString());
}

type Child = Element & { readonly data: Uint8Array };

function children(data: Uint8Array, id: number): readonly Child[] {
  return elementsIn(data, maximumChildren).filter((child) => child.id === id);
}

function textIn(data: Uint8Array, id: number): string {
  const [child] = children(data, id);
  return child ? textOf(child.data) : '';
}

/** Tags: Tag: SimpleTag, which has a TagName, a TagString or a TagBinary, and may hold others. */
function describeTags(data: Uint8Array): readonly HiddenData[] {
  const items = children(data, 0x7373).flatMap((tag) => describeSimpleTags(tag.data, maximumNesting));
  return items.length > 0 ? items : [item('text', 'Tags')];
}

function describeSimpleTags(data: Uint8Array, nesting: number): readonly HiddenData[] {
  if (nesting === 0) return [];
  return children(data, 0x67c8).flatMap((tag) => [
    describeTag('Matroska', textIn(tag.data, 0x45a3), textIn(tag.data, 0x4487)),
    ...describeSimpleTags(tag.data, nesting - 1),
  ]);
}

function describeTag(source: string, name: string, value: string): HiddenData {
  const kind =
    tagKinds.find(([pattern]) => pattern.test(name) || pattern.test(name.toUpperCase()))?.[1] ?? 'text';
  if (kind === 'other') return hiddenItem(kind, source, name);
  const shown = kind === 'place' ? placeOf(value) : kind === 'time' ? timeOf(value) : value;
  return hiddenItem(kind, source, name || 'TagName', shown);
}

/** Chapters: EditionEntry: ChapterAtom: ChapterDisplay: ChapString. */
function chapterNames(data: Uint8Array): string {
  const atoms = children(data, 0x45b9).flatMap((edition) => children(edition.data, 0xb6));
  const displays = atoms.flatMap((atom) => children(atom.data, 0x80));
  return tidy(displays.map((display) => textIn(display.data, 0x85)).filter(Boolean));
}

/** Attachments: AttachedFile: FileName, FileMediaType; the data of each is passed over. */
async function describeAttachments(draft: Draft, attachments: Note): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  for (let at = attachments.dataStart; at < attachments.end && items.length < maximumChildren; ) {
    const file = await headAt(draft, at);
    if (!file || file.end > attachments.end) break;
    at = file.end;
    if (file.id === 0x61a7) items.push(await describeFile(draft, file));
  }
  return items.length > 0 ? items : [item('other', 'Attachments')];
}

async function describeFile(draft: Draft, file: Element): Promise<HiddenData> {
  const names = new Map<number, string>();
  for (let at = file.dataStart, count = 0; at < file.end && count < maximumChildren; count++) {
    const child = await headAt(draft, at);
    if (!child || child.end > file.end) break;
    at = child.end;
    if (child.id === 0x466e || child.id === 0x4660) {
      names.set(child.id, textOf(await readData(draft, child, longestRead)));
    }
  }
  const kind = names.get(0x4660)?.startsWith('image/') ? 'thumbnail' : 'other';
  return item(kind, 'AttachedFile', names.get(0x466e));
}

/** A track that goes, by its type, with its name. */
function describeTrack(data: Uint8Array): readonly HiddenData[] {
  const [type] = children(data, ids.trackType);
  const { kind, label } = trackTypes[type?.data[0] ?? 0] ?? { kind: 'other', label: 'track' };
  const name = textIn(data, 0x536e);
  return [item(kind, label), ...(name ? [item('text', 'Name', name)] : [])];
}

/** CodecPrivate: the vendor and the comments of Vorbis and Theora; of FLAC there are blocks of its own. */
function describePrivate(data: Uint8Array): readonly HiddenData[] {
  const vorbis = commentHeader('A_VORBIS', data);
  const header = vorbis ?? commentHeader('V_THEORA', data);
  if (!header) return [hiddenItem('text', 'FLAC', 'CodecPrivate')];
  const source = vorbis ? 'Vorbis' : 'Theora';
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const items: HiddenData[] = [];
  let at = 7;
  for (let index = 0; index < maximumChildren && at + 4 <= header.length; index++) {
    const end = at + 4 + view.getUint32(at, true);
    if (end > header.length) break;
    const text = textOf(header.subarray(at + 4, end));
    const [name = '', ...value] = text.split('=');
    if (index === 0 && text) items.push(describeTag(source, 'vendor', text));
    else if (text) items.push(describeTag(source, tidy(name), value.join('=')));
    // The number of comments follows the vendor.
    at = index === 0 ? end + 4 : end;
  }
  return items.length > 0 ? items : [hiddenItem('text', source, 'comments')];
}
