import type { FileHandle } from 'node:fs/promises';
import type { ByteSource } from './byte-source';

/**
 * The bytes of an open file in Node. Not by way of a Blob: on Node 20 one of a file wraps at 4 GiB.
 * @param size of the file, in bytes
 */
export function fileHandleSource(handle: Pick<FileHandle, 'read'>, size: number): ByteSource {
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) throw new Error('the file became shorter while it was read');
        filled += bytesRead;
      }
      return bytes;
    },
  };
}
