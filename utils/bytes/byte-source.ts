/**
 * Random access to the bytes of one file, wherever they are.
 * `read(start, end)` gives bytes start (included) to end (excluded), clamped to the size; it rejects when the
 * file can no longer be read (changed or removed on disk).
 */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  read(start: number, end: number): Promise<Uint8Array>;
  /** Whether these bytes are known to be zero without reading them; absent or false where that is not known. */
  isKnownZero?(start: number, end: number): boolean;
}
