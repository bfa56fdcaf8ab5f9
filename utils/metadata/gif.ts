import type { ByteSource } from '../bytes/byte-source';
import { sameBytes, startsWith } from '../bytes/text';
import type { Piece, RefusalReason } from './clean-result';
import type { Container } from './container';
import { describeExtension } from './gif-hidden';
import { type Extension, label, readStructure } from './gif-structure';
import { eachOnce, type HiddenData, hiddenItem } from './hidden-data';
import { cleanProfile } from './icc';
import { type Plan, planned } from './plan';
import { describeTrailer, trailerHead } from './trailer';

/**
 * GIF87a and GIF89a. Pictures, colour tables, timing and transparency, loops and the colour profile stay; comments,
 * plain texts, all other application blocks and whatever follows the trailer go. Bytes behind the end code inside the
 * coded data of a picture cannot be told without decoding it, and stay.
 */

/** Applications whose blocks change what is seen: loops, and the ICC profile. */
const loops: readonly string[] = ['NETSCAPE2.0', 'ANIMEXTS1.0'];
const profileApplication = 'ICCRGBG1012';

/** A loop block: its introducer with the application, then one sub-block of a count. */
const applicationLength = 14;
const loopData = { id: 1, length: 3 } as const;

/** A graphic control extension is eight bytes long (section 23). */
const graphicControlLength = 8;

/** Longest colour profile, in bytes. */
const longestProfile = 4 << 20;

/** 3B ends the file (section 27). */
const trailerByte = Uint8Array.of(0x3b);

/** What an extension becomes; `same` when it stays as it is, null when it goes. */
type Kept = { readonly bytes: Uint8Array; readonly removed: readonly HiddenData[] } | 'same' | null;

async function reduced(extension: Extension, source: ByteSource): Promise<Kept | RefusalReason> {
  const { start, end, application } = extension;
  if (extension.label === label.graphicControl) return end - start === graphicControlLength ? 'same' : null;
  if (loops.includes(application)) return reducedLoop(extension, source);
  if (application !== profileApplication) return null;
  if (end - start > longestProfile) return 'too-large';
  const original = await source.read(start, end);
  const profile = joinSubBlocks(original.subarray(applicationLength));
  const cleaned = cleanProfile(profile);
  if (!cleaned) return null;
  const bytes = Uint8Array.from([...original.subarray(0, applicationLength), ...subBlocks(cleaned.profile)]);
  return sameBytes(bytes, original) ? 'same' : { bytes, removed: cleaned.removed };
}

/** The count of loops alone, out of however many sub-blocks. */
async function reducedLoop({ start, data, end }: Extension, source: ByteSource): Promise<Kept> {
  const bytes = await source.read(start, Math.min(end, data + loopData.length + 1));
  const [length, id] = bytes.subarray(applicationLength);
  if (length !== loopData.length || ((id ?? 0) & 0x07) !== loopData.id) return null;
  if (bytes.length < applicationLength + 1 + loopData.length) return null;
  const whole = Uint8Array.from([...bytes, 0]);
  return end - start === whole.length
    ? 'same'
    : { bytes: whole, removed: [hiddenItem('other', 'GIF', 'loop')] };
}

function joinSubBlocks(bytes: Uint8Array): Uint8Array {
  const joined = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const size = bytes[at] ?? 0;
    if (size === 0) break;
    const part = bytes.subarray(at + 1, at + 1 + size);
    joined.set(part, length);
    length += part.length;
    at += size + 1;
  }
  return joined.subarray(0, length);
}

function subBlocks(bytes: Uint8Array): Uint8Array {
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    blocks.push(part.length, ...part);
  }
  return Uint8Array.from([...blocks, 0]);
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const structure = await readStructure(source);
  if (typeof structure === 'string') return structure;
  const { head, blocks, end, trailer } = structure;
  const pieces: Piece[] = [{ start: 0, end: head }];
  const dropped: Extension[] = [];
  const removed: HiddenData[] = [];
  let hasProfile = false;
  /**
   * Where timing and transparency of the next picture stand among the pieces, and the loop; of several the last one
   * counts. 0 is the header.
   */
  const last = { control: 0, loop: 0 };
  const isOnly = (which: keyof typeof last) => {
    if (last[which] > 0) pieces[last[which]] = new Uint8Array(0);
    last[which] = pieces.length;
  };
  const images = blocks.filter((block) => block.kind === 'image');
  const lastImage = images.at(-1);
  for (const block of blocks) {
    const { start, end: after } = block;
    if (block.kind !== 'extension') {
      if (block.kind === 'image') last.control = 0;
      // Behind the last picture zeros change nothing.
      if (block.kind === 'image' || start < (lastImage?.start ?? 0)) pieces.push({ start, end: after });
      continue;
    }
    const isProfile = block.application === profileApplication;
    const kept: Kept | RefusalReason = isProfile && hasProfile ? null : await reduced(block, source);
    if (kept === null) {
      dropped.push(block);
      continue;
    }
    if (typeof kept === 'string' && kept !== 'same') return kept;
    if (block.label === label.graphicControl) isOnly('control');
    if (loops.includes(block.application)) isOnly('loop');
    hasProfile ||= isProfile;
    pieces.push(kept === 'same' ? { start, end: after } : kept.bytes);
    if (kept !== 'same') removed.push(...kept.removed);
  }
  if (last.control > 0) pieces[last.control] = new Uint8Array(0);
  if (trailer !== null) pieces.push({ start: trailer, end: trailer + 1 });
  else if (!lastImage?.isCut) pieces.push(trailerByte);
  const coded = images.filter(({ isCut }) => !isCut);
  return { pieces, coded: coded.map(({ data, end: after }) => ({ start: data, end: after })), hidden };

  async function hidden(): Promise<readonly HiddenData[]> {
    const items: HiddenData[] = [];
    for (const extension of dropped) items.push(...(await describeExtension(extension, source)));
    const tail = trailer === null ? end : trailer + 1;
    const rest = await source.read(tail, Math.min(tail + trailerHead, source.size));
    if (rest.length > 0) items.push(describeTrailer(rest));
    return eachOnce([...items, ...removed]);
  }
}

export const gif: Container = planned(
  {
    name: 'gif',
    types: ['image/gif'],
    extensions: ['gif'],
    matches: (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a'),
  },
  planFor,
);
