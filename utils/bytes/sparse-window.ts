import type { ByteSource } from './byte-source';

/** A read after a jump, in bytes; each one that follows the last is this many times longer, up to the longest. */
const shortRead = 1 << 10;
const growth = 4;
const longestRead = 1 << 18;

/** No more than this can be asked for, in bytes. */
const longestWish = 1 << 12;

/** A jump longer than this is worth a read of its own; what lies closer is read along, in bytes. */
const longJump = 1 << 15;

/**
 * A window for parsers that hop from head to head over what they need not see: after a long jump little is read, so
 * that a long video costs no more than its heads; where heads lie close, more and more is read at once.
 */
export class SparseWindow {
  readonly size: number;
  private readonly source: ByteSource;
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;
  private length = shortRead;

  constructor(source: ByteSource) {
    this.source = source;
    this.size = source.size;
  }

  /**
   * The bytes from `position` on, at least `atLeast` of them (at most 4 KiB), and as many more as are at hand; fewer
   * only at the end of the source.
   */
  async at(position: number, atLeast: number): Promise<Uint8Array> {
    const wish = Math.min(atLeast, longestWish);
    const end = this.start + this.bytes.length;
    if (position < this.start || Math.min(position + wish, this.size) > end) {
      const near = position >= this.start && position - end < longJump && end > 0;
      this.length = near ? Math.min(this.length * growth, longestRead) : shortRead;
      const length = Math.max(wish, this.length);
      this.bytes = await this.source.read(position, Math.min(position + length, this.size));
      this.start = position;
    }
    return this.bytes.subarray(position - this.start);
  }
}
