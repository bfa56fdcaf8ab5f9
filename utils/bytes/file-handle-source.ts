import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from './byte-source';

/**
 * The bytes of an open file in Node. Not by way of a Blob: on Node 20 one of a file wraps at 4 GiB.
 *
 * It reads without leaving the thread, where one file is cleaned after another: a way to another thread and back takes
 * longer than most reads do, and a video is read in ten thousands of small ones.
 * @param size of the file, in bytes
 */
export function fileHandleSource({ fd }: Pick<FileHandle, 'fd'>, size: number): ByteSource {
  async function readInto(target: Uint8Array, start: number): Promise<number> {
    const length = Math.max(0, Math.min(target.length, size - start));
    for (let filled = 0; filled < length; ) {
      const count = readSync(fd, target, filled, length - filled, start + filled);
      if (count === 0) throw new Error('the file became shorter while it was read');
      filled += count;
    }
    return length;
  }

  async function read(start: number, end: number): Promise<Uint8Array> {
    // Not zeroed, since all of it is read over; not a Buffer, whose `slice` would share its memory.
    const length = Math.max(0, Math.min(end, size) - start);
    const bytes = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
    await readInto(bytes, start);
    return bytes;
  }

  return { size, read, readInto };
}
