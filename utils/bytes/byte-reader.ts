import { viewOf } from './view';

/**
 * Big-endian numbers one behind the other. Past the end every number is 0, and `failed` tells; whoever reads looks at
 * it once, at the end, or where a number counts something.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;
  failed = false;
  private readonly view: DataView;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.at = at;
  }

  private take(length: number): number | null {
    const { at } = this;
    if (length < 0 || at + length > this.bytes.length) {
      this.failed = true;
      return null;
    }
    this.at = at + length;
    return at;
  }

  u8(): number {
    const at = this.take(1);
    return at === null ? 0 : this.view.getUint8(at);
  }

  u16(): number {
    const at = this.take(2);
    return at === null ? 0 : this.view.getUint16(at);
  }

  u32(): number {
    const at = this.take(4);
    return at === null ? 0 : this.view.getUint32(at);
  }

  u64(): number {
    const at = this.take(8);
    return at === null ? 0 : Number(this.view.getBigUint64(at));
  }

  /** A number of 0, 4 or 8 bytes. */
  sized(length: number): number {
    if (length === 0) return 0;
    return length === 8 ? this.u64() : this.u32();
  }

  skip(length: number): void {
    this.take(length);
  }

  slice(length: number): Uint8Array {
    const at = this.take(length);
    return at === null ? new Uint8Array(0) : this.bytes.subarray(at, at + length);
  }
}
