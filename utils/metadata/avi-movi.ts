import { latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { cleanStreamIndex } from './avi-index';
import {
  after,
  blank,
  blankOf,
  type Chunk,
  chunkAt,
  chunkHead,
  type Draft,
  drop,
  listHead,
} from './avi-structure';
import type { RefusalReason } from './clean-result';
import { isZero } from './pieces';

/** The `movi` list of an AVI: chunks of streams that stay, stay; only heads are read. */

/** Two digits for the stream, two letters for what it is: frames, palette, sound; DV interleaved with its sound. */
const streamed = /^([0-9]{2})(..)$/;
const shown: ReadonlySet<string> = new Set(['db', 'dc', 'pc', 'wb', '__', 'iv']);

const coded: ReadonlySet<string> = new Set(['db', 'dc', 'iv']);

/** Text beside the picture, in a stream of another kind. */
const text: ReadonlySet<string> = new Set(['tx', 'sb']);

/** OpenDML's index chunks, by both names that are in use. */
const index = /^(?:ix[0-9]{2}|[0-9]{2}ix)$/;

/** What ends a `movi` whose own length is wrong. */
const following: ReadonlySet<string> = new Set(['idx1', 'RIFF']);

/** Larger is no frame: of a recording that broke off no more is left of its last one. Searched in steps; in bytes. */
const longestFrame = 64 << 20;
const searchLength = 1 << 16;

/** How the chunks begin by which players find their way back, and the lists among them. */
const head = /[0-9]{2}(?:db|dc|pc|wb|iv|tx|sb)|ix[0-9]{2}|idx1|LIST|RIFF|JUNK/g;
const heads: ReadonlySet<string> = new Set(['rec ', 'INFO', 'AVIX', 'movi']);

/**
 * Goes through `movi`.
 * @returns where it ends, which is not where its length says when a recording broke off
 */
export async function walkMovi(draft: Draft, movi: Chunk): Promise<number | RefusalReason> {
  const { size } = draft.source;
  const open = movi.end > size || movi.end < movi.dataStart;
  const end = open ? size : movi.end;
  let at = movi.dataStart;
  while (at + chunkHead <= end) {
    const chunk = await chunkAt(draft, at);
    if (chunk === 'corrupt') {
      if (!(await endsHere(draft, at, end, open))) return chunk;
      break;
    }
    if (typeof chunk === 'string') return chunk;
    if (open && (following.has(chunk.type) || chunk.list === 'INFO')) return at;
    if (chunk.list === 'rec ') {
      // Its chunks stand side by side with the others.
      at += listHead;
      continue;
    }
    if (chunk.end > end && !open) return 'corrupt';
    if (chunk.end > size && (await isBroken(draft, chunk))) return 'corrupt';
    const refused = await seeTo(draft, chunk);
    if (refused) return refused;
    at = after(chunk);
  }
  if (at < end) await blank(draft, at, end);
  return open ? size : after(movi);
}

/** Whether all that is left is room for a recording that broke off, or less than a chunk. */
async function endsHere(draft: Draft, at: number, end: number, open: boolean): Promise<boolean> {
  if (!(await isZero(draft.source, at, end))) return false;
  if (open) draft.end = at;
  return true;
}

/**
 * Whether a chunk is longer than the file because its length is wrong, not because the recording broke off in it: then
 * others follow, and players find them by their heads.
 */
async function isBroken(draft: Draft, { dataStart }: Chunk): Promise<boolean> {
  const { source } = draft;
  if (source.size - dataStart > longestFrame) return true;
  for (let at = dataStart; at + chunkHead <= source.size; at += searchLength - listHead) {
    const bytes = await source.read(at, Math.min(at + searchLength, source.size));
    for (const { index } of latin1Of(bytes).matchAll(head)) {
      const rest = viewOf(bytes.subarray(index));
      const isList = heads.has(latin1Of(bytes.subarray(index + chunkHead, index + listHead)));
      const hasRoom =
        rest.byteLength >= chunkHead && at + index + chunkHead + rest.getUint32(4, true) <= source.size;
      if (isList || hasRoom) return true;
    }
  }
  return false;
}

async function seeTo(draft: Draft, chunk: Chunk): Promise<RefusalReason | null> {
  if (index.test(chunk.type)) {
    await cleanStreamIndex(draft, chunk);
    return null;
  }
  const [, number = '', kind = ''] = streamed.exec(chunk.type) ?? [];
  const stream = number ? draft.streams[Number(number)] : undefined;
  if (stream && !stream.kept) await blankOf(draft, chunk, stream);
  else if (!stream || text.has(kind)) {
    // Where the chain of chunks is broken, pictures may follow.
    if (chunk.type !== 'JUNK' && chunk.end > draft.source.size) return 'corrupt';
    await drop(draft, chunk);
  } else if (!shown.has(kind)) return 'unsupported';
  else if (coded.has(kind) && !stream.isRaw)
    return draft.frames.blankFrame({
      start: chunk.dataStart,
      end: Math.min(chunk.end, draft.source.size),
    });
  return null;
}
