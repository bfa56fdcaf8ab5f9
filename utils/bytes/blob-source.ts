import type { ByteSource } from './byte-source';

/** The bytes of a Blob or File in a browser. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
