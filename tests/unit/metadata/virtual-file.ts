import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ByteSource } from '../../../utils/bytes/byte-source';

/** Files that are only thought of, however long: what stands in them is made when it is read. */

/** Bytes as they are; or so many of 0x55, coded data or something hidden. */
export type Part = Uint8Array | { readonly coded: number } | { readonly hidden: number };

export interface VirtualFile {
  readonly source: ByteSource;
  /** Everything that is no coded data, in bytes. */
  readonly metadata: number;
  readonly counts: { bytesRead: number; longestRead: number; held: number };
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** What is reachable, on the heap and in buffers, in bytes: the second collection ends the sweeping of the first. */
export function reachable(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Of so many reads, and then of every so many-th, what is held is looked at: it takes some milliseconds. */
const closelyWatched = 12;
const watched = 61;

function lengthOf(part: Part): number {
  if (part instanceof Uint8Array) return part.length;
  return 'coded' in part ? part.coded : part.hidden;
}

/**
 * The file, and what is read and held of it. Held is what can be reached when a read begins, beyond what could be
 * before the first one, and what this read adds.
 */
export function virtualFile(parts: readonly Part[]): VirtualFile {
  const starts: number[] = [];
  let size = 0;
  let metadata = 0;
  for (const part of parts) {
    starts.push(size);
    size += lengthOf(part);
    if (!('coded' in part)) metadata += lengthOf(part);
  }
  const counts = { bytesRead: 0, longestRead: 0, held: 0 };
  let reads = 0;
  let before = 0;

  function indexAt(position: number): number {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  async function read(start: number, end: number): Promise<Uint8Array> {
    const length = Math.max(0, Math.min(end, size) - start);
    if (reads === 0) before = reachable();
    else if (reads < closelyWatched || reads % watched === 0)
      counts.held = Math.max(counts.held, reachable() - before + length);
    reads += 1;
    counts.bytesRead += length;
    counts.longestRead = Math.max(counts.longestRead, length);
    const bytes = new Uint8Array(length).fill(0x55);
    for (let index = indexAt(start); index < parts.length && (starts[index] ?? 0) < start + length; index++) {
      const part = parts[index];
      if (!(part instanceof Uint8Array)) continue;
      const at = (starts[index] ?? 0) - start;
      const shown = part.subarray(Math.max(0, -at), Math.max(0, length - at));
      bytes.set(shown, Math.max(0, at));
    }
    return bytes;
  }

  return { source: { size, read }, metadata, counts };
}
