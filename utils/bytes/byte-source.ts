/**
 * Random access to the bytes of one file, wherever they are.
 * `read(start, end)` gives bytes start (included) to end (excluded), clamped to the size; it rejects when the
 * file can no longer be read (changed or removed on disk).
 */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  read(start: number, end: number): Promise<Uint8Array>;
  /** Reads into memory that is there already, as much as fits; how many bytes, fewer only at the end. */
  readInto?(target: Uint8Array, start: number): Promise<number>;
  /** Whether these bytes are known to be zero without reading them; absent or false where that is not known. */
  isKnownZero?(start: number, end: number): boolean;
  /**
   * Where the coded data ends that is known to begin at this position: whoever looked at it before went through every
   * byte of it. Null where that is not known.
   */
  codedEnd?(start: number): number | null;
}
