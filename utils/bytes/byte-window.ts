import type { ByteSource } from './byte-source';

/** No read of a window is longer, in bytes. */
export const windowLength = 1 << 18;

const nothing = new Uint8Array(0);

/**
 * A window that slides over a source, for parsers that go forward: small reads cost nothing, a file is never
 * held whole. Positions are those of the source.
 */
export class ByteWindow {
  readonly size: number;
  private readonly source: ByteSource;
  private readonly length: number;
  private bytes: Uint8Array = nothing;
  private start = 0;

  /** @param length of each read, in bytes; short where a parser jumps far from one small thing to the next */
  constructor(source: ByteSource, length = windowLength) {
    this.source = source;
    this.length = length;
    this.size = source.size;
  }

  /**
   * The bytes from `position` on, at least `atLeast` of them (at most the window's length), and as many more as are at
   * hand; fewer only at the end of the source.
   */
  async at(position: number, atLeast: number): Promise<Uint8Array> {
    const wanted = Math.min(position + Math.min(atLeast, this.length), this.size);
    if (position < this.start || wanted > this.start + this.bytes.length) {
      // Not held beside what comes in its place.
      this.bytes = nothing;
      this.bytes = await this.source.read(position, Math.min(position + this.length, this.size));
      this.start = position;
    }
    return this.bytes.subarray(position - this.start);
  }
}
