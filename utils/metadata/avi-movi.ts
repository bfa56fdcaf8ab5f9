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

/** Text beside the picture, in a stream of another kind. */
const text: ReadonlySet<string> = new Set(['tx', 'sb']);

/** OpenDML's index chunks, by both names that are in use. */
const index = /^(?:ix[0-9]{2}|[0-9]{2}ix)$/;

/** What ends a `movi` whose own length is wrong. */
const following: ReadonlySet<string> = new Set(['idx1', 'RIFF']);

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
  return null;
}
