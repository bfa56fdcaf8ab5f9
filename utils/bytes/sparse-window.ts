import type { ByteSource } from './byte-source';

/** A read after a jump, and one that follows the last, in bytes. */
const shortRead = 1 << 12;
const longRead = 1 << 18;

/** A jump longer than this is worth a read of its own; what lies closer is read along, in bytes. */
const longJump = 1 << 15;

/**
 * A window for parsers that hop from head to head over what they need not see: after a long jump little is read, so
 * that a long video costs no more than its heads; where heads lie close, much is read at once.
 */
export class SparseWindow {
  readonly size: number;
  private readonly source: ByteSource;
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;

  constructor(source: ByteSource) {
    this.source = source;
    this.size = source.size;
  }

  /**
   * The bytes from `position` on, at least `atLeast` of them (at most 4 KiB), and as many more as are at hand; fewer
   * only at the end of the source.
   */
  async at(position: number, atLeast: number): Promise<Uint8Array> {
    const wanted = Math.min(position + Math.min(atLeast, shortRead), this.size);
    const end = this.start + this.bytes.length;
    if (position < this.start || wanted > end) {
      const near = position >= this.start && position - end < longJump && end > 0;
      const length = near ? longRead : shortRead;
      this.bytes = await this.source.read(position, Math.min(position + length, this.size));
      this.start = position;
    }
    return this.bytes.subarray(position - this.start);
  }
}
