/**
 * A part of a file as its format's structure says: a chunk, a segment, a box, an element, a field. The fuzzer has its
 * own readers of structure, so that it does not believe what the engine believes.
 */
export interface Part {
  /** As the format names it. */
  readonly type: string;
  readonly start: number;
  /** Where the data begins, behind the head. */
  readonly data: number;
  /** Behind the data, the end excluded; what comes after it in the part (a CRC, padding) is up to `next`. */
  readonly end: number;
  readonly next: number;
  /** Where its length is written, in bytes from the file's start. */
  readonly length?: { readonly at: number; readonly width: number; readonly littleEndian: boolean };
  readonly children: readonly Part[];
}

/** All parts, each before those in it. */
export function flat(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => [part, ...flat(part.children)]);
}

/** Readers stop there, so that nothing hangs here either. */
export const maximumParts = 20_000;

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function letters(bytes: Uint8Array, at: number, length = 4): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Positions in a file, the end excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
