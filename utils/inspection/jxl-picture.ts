import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { startsWith } from '../bytes/text';
import { boxesBetween } from '../metadata/isobmff-box';
import type { Stored } from './stored-picture';

/** How a JPEG XL picture is stored, by the beginning of its codestream: ISO 18181-1, D.2 and D.3. */

const codestream = '\xff\x0a';

/** The signature, the longest size and what of the metadata stands before the orientation, in bytes. */
const headLength = 18;

/** Boxes are small and lie far apart: so much is read at a time, in bytes. */
const readLength = 1 << 14;

/** D.2: width by height, of the eight ratios; the first says nothing. */
const ratios: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
];

/** D.2: bits of a length, by the two before it. */
const lengthBits: readonly number[] = [9, 13, 18, 30];

/** B.2: numbers of some bits, the lowest one first; past the end there are zeros. */
class BitReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  take(bits: number): number {
    let value = 0;
    for (let bit = 0; bit < bits; bit++, this.at++) {
      const isSet = ((this.bytes[this.at >> 3] ?? 0) >> (this.at & 7)) & 1;
      value += isSet * 2 ** bit;
    }
    return value;
  }
}

/** Null when there is no codestream. */
export async function readJxlPicture(source: ByteSource): Promise<Stored | null> {
  const at = await codestreamAt(source);
  if (at === null) return null;
  const head = await source.read(at, Math.min(at + headLength, source.size));
  if (!startsWith(head, codestream)) return null;
  const reader = new BitReader(head.subarray(codestream.length));
  const isSmall = reader.take(1) === 1;
  const length = () =>
    isSmall ? 8 * (1 + reader.take(5)) : 1 + reader.take(lengthBits[reader.take(2)] ?? 0);
  const height = length();
  const [across, down] = ratios[reader.take(3)] ?? [0, 1];
  const width = across === 0 ? length() : Math.floor((height * across) / down);
  // D.3.1: unless all is as usual, or no more is said.
  const isTurned = reader.take(1) === 0 && reader.take(1) === 1;
  return { width, height, orientation: isTurned ? 1 + reader.take(3) : 1 };
}

async function codestreamAt(source: ByteSource): Promise<number | null> {
  if (startsWith(await source.read(0, Math.min(2, source.size)), codestream)) return 0;
  const found = await boxesBetween(new ByteWindow(source, readLength), 0, source.size);
  const box = found?.boxes.find(({ type }) => type === 'jxlc' || type === 'jxlp');
  if (!box) return null;
  // 9.9 of part 2: a part has its number before it.
  return box.data + (box.type === 'jxlp' ? 4 : 0);
}
