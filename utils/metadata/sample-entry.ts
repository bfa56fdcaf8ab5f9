import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { latin1Of, sameBytes, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import type { Blanking } from './blanking';
import { colourKind } from './colour-box';
import { decoderOnly } from './es-descriptor';
import { blankBlocks } from './flac';
import { hiddenItem } from './hidden-data';
import { cleanProfile } from './icc';
import { type Box, boxesBetween } from './isobmff-box';
import { isZero } from './pieces';
import { tidy } from './readable';

/** Sample descriptions, ISO 14496-12, 8.5.2 and 12; QuickTime File Format, "Sample Description Atoms". */

export type MediaKind = 'picture' | 'sound';

/** What a decoder or a screen needs to know; all of it is numbers. */
const needed: ReadonlySet<string> = new Set(
  (
    'avcC avcE hvcC hvcE lhvC mvcC mvcP svcC vvcC evcC av1C vpcC apvC jpgC dvcC dvvC dvwC esds glbl d263 SMI mjqt mjht ' +
    'colr nclx pasp clap fiel gama btrt bitr mdcv clli SmDm CoLL cclv amve ndwt reve st3d sv3d vexu hfov auxi ccst ' +
    'hdlc jp2h wave chan chnl SA3D dmix dac3 dec3 dac4 dmlp dOps dfLa alac ddts damr daev samr dwmc devc dsmv dqcp dfxp ' +
    'srat pcmC mhaC mhaP dapt frma enda free rtmp ACLR APRG ARES ADHR iacb'
  )
    .split(' ')
    .map((type) => type.padEnd(4)),
);

/** QuickTime's `wave` has boxes of its own: which format is in it, how it is set up, and an empty one at the end. */
const neededInWave: ReadonlySet<string> = new Set([...needed, 'frma', 'enda', 'QDCA', 'QDCP', 'QDMC']);
const waveEnd = '\0\0\0\0';

/** WAVEFORMATEX, under a type that ends in two bytes of its own tag; in bytes with what follows it. */
const waveFormat = /^ms/;
const longestFormat = 64;

/** 3GPP TS 26.244, 6.6 to 6.9: they begin with the maker of the encoder, in four letters, and its version. */
const vendors: readonly string[] = ['d263', 'damr', 'dawp', 'devc', 'dqcp', 'dsmv'];
const vendorLength = 5;

const encrypted: readonly string[] = ['encv', 'enca', 'enct', 'encs', 'drms', 'drmi', 'drmt'];

/** Positions within an entry, from its data on. */
const picture = {
  unused: [
    [8, 24],
    [36, 40],
  ],
  name: 42,
  depth: 74,
  length: 78,
} as const;
const sound = { version: 8, unused: [[10, 16]], length: 28, more: { 1: 16, 2: 36 } } as const;

/** QuickTime: bits of a pixel that is looked up in a palette; of greys there is none. */
const fewColours: readonly number[] = [1, 2, 4, 8];

/** Compressor names by which players know what the codec's own name does not say. */
const meaningful: readonly string[] = ['\x0dSorenson H263', "\x19Planar Y'CbCr 8-bit 4:2:0"];

/** Size and type. */
const entryHead = 8;

/** Entries of a track; most have one. */
const maximumEntries = 256;

/** Whether a sample description says that its samples are encrypted. */
export function isEncrypted(entries: readonly Box[]): boolean {
  return entries.some(({ type }) => encrypted.includes(type));
}

/** The entries of an `stsd`; null when it is broken. */
export async function entriesOf({ data, end }: Box, view: ByteWindow): Promise<readonly Box[] | null> {
  if (end - data < 8) return null;
  const entries: Box[] = [];
  for (let at = data + 8; at + entryHead <= end; ) {
    const head = (await view.at(at, entryHead)).subarray(0, entryHead);
    const size = viewOf(head).getUint32(0);
    if (size < entryHead || at + size > end || entries.length === maximumEntries) break;
    // Codecs of Windows have numbers in their types: no box of any other kind does.
    entries.push({ type: latin1Of(head.subarray(4)), start: at, data: at + entryHead, end: at + size });
    at += size;
  }
  return entries.length > 0 ? entries : null;
}

/** Blanks what an entry says besides how to decode. False when it is broken. */
export async function blankEntry(
  entry: Box,
  kind: MediaKind,
  version: number,
  source: ByteSource,
  blanking: Blanking,
): Promise<boolean> {
  const { data, end } = entry;
  const length = kind === 'picture' ? picture.length : sound.length;
  if (end - data < length) return false;
  const head = await source.read(data, data + length);
  blanking.zero(data, data + 6);
  // Zeros by ISO; in QuickTime version, revision, vendor, and the quality that was asked of the encoder.
  for (const [from, to] of (kind === 'picture' ? picture : sound).unused)
    blanking.zero(data + from, data + to);
  let children = data + length;
  if (kind === 'picture') {
    blankName(data + picture.name, head.subarray(picture.name, picture.depth), blanking);
    children += await paletteLength(data + picture.depth, end, source);
  } else if (version === 0) {
    const entryVersion = viewOf(head).getUint16(sound.version);
    if (entryVersion === 1 || entryVersion === 2) children += sound.more[entryVersion];
  }
  return blankChildren(children, end, source, blanking);
}

/** Few colours, and no table of them that has a number: the table stands before the boxes. */
async function paletteLength(depthAt: number, end: number, source: ByteSource): Promise<number> {
  const head = viewOf(await source.read(depthAt, Math.min(end, depthAt + 12)));
  if (head.byteLength < 12) return 0;
  const isPalette = fewColours.includes(head.getUint16(0) & 0x1f) && head.getUint16(2) === 0;
  const [first, last] = [head.getUint32(4), head.getUint16(10)];
  return isPalette && first <= last && last <= 255 ? 8 + (last - first + 1) * 8 : 0;
}

function blankName(start: number, name: Uint8Array, blanking: Blanking): void {
  if (meaningful.some((known) => startsWith(name, known))) return;
  blanking.zero(start, start + name.length, async () => [
    hiddenItem('device', 'MP4', 'compressorname', tidy(latin1Of(name.subarray(1)))),
  ]);
}

async function blankChildren(
  start: number,
  end: number,
  source: ByteSource,
  blanking: Blanking,
): Promise<boolean> {
  const found = await boxesBetween(new ByteWindow(source), start, end);
  if (!found) return false;
  // Four zeros may follow the last box; anything longer is a box that is broken.
  if (end - found.end >= 8 && !(await isZero(source, found.end, end))) return false;
  blanking.zero(found.end, end, unused);
  for (const box of found.boxes) {
    if (!needed.has(box.type)) {
      await blanking.drop(box, async () => [hiddenItem('other', 'MP4', tidy(box.type))]);
    } else if (box.type === 'free') blanking.zero(box.data, box.end, unused);
    else if (vendors.includes(box.type)) blankVendor(box, blanking);
    else if (box.type === 'colr') await blankColour(box, source, blanking);
    else if (box.type === 'dfLa' && !(await blankFlac(box, source, blanking))) return false;
    else if (box.type === 'esds' && !(await blankDescriptors(box, source, blanking))) return false;
    else if (box.type === 'wave' && !(await blankWave(box, source, blanking))) return false;
  }
  return true;
}

/** Sound in QuickTime: boxes whose types may be no letters. */
async function blankWave({ data, end }: Box, source: ByteSource, blanking: Blanking): Promise<boolean> {
  const view = new ByteWindow(source);
  let at = data;
  while (at + entryHead <= end) {
    const head = (await view.at(at, entryHead)).subarray(0, entryHead);
    const size = viewOf(head).getUint32(0);
    if (size < entryHead || at + size > end) return isZero(source, at, end);
    const box: Box = {
      type: latin1Of(head.subarray(4)),
      start: at,
      data: at + entryHead,
      end: at + size,
    };
    at = box.end;
    if (box.type === 'esds') {
      if (!(await blankDescriptors(box, source, blanking))) return false;
    } else if (box.type === 'mp4a' || box.type === waveEnd) blanking.zero(box.data, box.end, unused);
    else if (vendors.includes(box.type)) blankVendor(box, blanking);
    else if (waveFormat.test(box.type) ? size > longestFormat : !neededInWave.has(box.type))
      await blanking.drop(box, async () => [hiddenItem('other', 'MP4', tidy(box.type))]);
  }
  blanking.zero(at, end, unused);
  return true;
}

/** Descriptors of a stream are not longer, in bytes. */
const longestDescriptors = 1 << 16;

async function blankDescriptors(
  { data, end }: Box,
  source: ByteSource,
  blanking: Blanking,
): Promise<boolean> {
  if (end - data > longestDescriptors) return false;
  const bytes = await source.read(data, end);
  const kept = decoderOnly(bytes);
  if (!kept) return false;
  if (sameBytes(kept, bytes)) return true;
  blanking.replace(data, kept);
  blanking.tell(async () => [hiddenItem('text', 'MP4', 'esds')]);
  return true;
}

/** A box of FLAC is not longer, in bytes, without pictures. */
const longestFlac = 1 << 20;

/** FLAC in ISO base media files, 3.3.2: a full box of metadata blocks. */
async function blankFlac({ data, end }: Box, source: ByteSource, blanking: Blanking): Promise<boolean> {
  if (end - data > longestFlac) return false;
  const bytes = await source.read(data + 4, end);
  const blanked = bytes.slice();
  if (!blankBlocks(blanked)) return false;
  if (sameBytes(blanked, bytes)) return true;
  blanking.replace(data + 4, blanked);
  blanking.tell(async () => [hiddenItem('text', 'FLAC', 'dfLa')]);
  return true;
}

function blankVendor({ data, end }: Box, blanking: Blanking): void {
  blanking.zero(data, Math.min(end, data + vendorLength), async () => [
    hiddenItem('device', 'MP4', 'vendor'),
  ]);
}

async function unused() {
  return [hiddenItem('other', 'MP4', 'unused bytes')];
}

/** A profile longer than this, in bytes, is none of a video. */
const longestProfile = 4 << 20;

/** Of an ICC profile the device, dates and names are blanked; what tells no colours goes. */
async function blankColour(box: Box, source: ByteSource, blanking: Blanking): Promise<void> {
  const { data, end } = box;
  const kind = colourKind(latin1Of(await source.read(data, Math.min(end, data + 4))), end - data);
  if (kind === 'numbers') return;
  const isProfile = kind === 'profile' && end - data - 4 <= longestProfile;
  const profile = isProfile ? await source.read(data + 4, end) : new Uint8Array(0);
  const cleaned = cleanProfile(profile);
  if (!cleaned) return blanking.drop(box, async () => [hiddenItem('other', 'ICC', 'colr')]);
  const padded = new Uint8Array(profile.length);
  padded.set(cleaned.profile);
  blanking.replace(data + 4, padded);
  blanking.tell(async () => cleaned.removed);
}
