import type { ByteSource } from '../../../utils/bytes/byte-source';
import { memorySource } from '../../../utils/bytes/memory-source';
import type { Container } from '../../../utils/metadata/container';
import type { HiddenData } from '../../../utils/metadata/hidden-data';
import { pieceSource } from '../../../utils/metadata/pieces';

/** What the tests of every container do with it. */
export function cleaner(container: Container) {
  return {
    async clean(bytes: Uint8Array): Promise<{ bytes: Uint8Array; removed: readonly HiddenData[] }> {
      const source = memorySource(bytes);
      const result = await container.clean(source);
      if (result.outcome === 'refused') throw new Error(`refused: ${result.reason}`);
      if (result.outcome === 'already-clean') return { bytes, removed: [] };
      const cleaned = pieceSource(result.pieces, source);
      return { bytes: await cleaned.read(0, cleaned.size), removed: result.removed };
    },

    /** The outcome in a word: the reason when it is refused. */
    async outcomeOf(bytes: Uint8Array): Promise<string> {
      const result = await container.clean(memorySource(bytes));
      return result.outcome === 'refused' ? result.reason : result.outcome;
    },
  };
}

export function latin1Text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Copies of a file with one to four bytes changed, always the same ones. */
export function* flip(whole: Uint8Array, rounds: number): Generator<Uint8Array> {
  let seed = 7;
  const random = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % limit;
  };
  for (let round = 0; round < rounds; round++) {
    const bytes = whole.slice();
    for (let flips = 0; flips <= random(4); flips++) bytes[random(bytes.length)] = random(256);
    yield bytes;
  }
}

/** A long file that is only thought of: these bytes, then 0x55 up to its size. Counts what is read of it. */
export function countingSource(head: Uint8Array, size: number) {
  let bytesRead = 0;
  let longest = 0;
  const read: ByteSource['read'] = async (start, end) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start)).fill(0x55);
    bytesRead += bytes.length;
    longest = Math.max(longest, bytes.length);
    if (start < head.length) bytes.set(head.subarray(start, end).subarray(0, bytes.length));
    return bytes;
  };
  return { size, read, bytesRead: () => bytesRead, longestRead: () => longest };
}
