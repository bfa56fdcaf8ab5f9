import { isFrameHeader, marker } from './jpeg-marker';

/**
 * Segments of frames, tables and parameters, ITU-T T.81 B.2.2 to B.2.5: whether what they hold is as long as they say.
 * Decoders take no others; something else in their place is nothing that a picture is drawn by.
 */

/** More components than decoders take. */
const maximumComponents = 10;

/** DQT, B.2.4.1: precision and number, then 64 values of one or two bytes. */
const quantization = { numbers: 4, values: 64 } as const;

/** DHT, B.2.4.2: class and number, 16 counts, then so many values. */
const huffman = { numbers: 4, counts: 16, values: 256 } as const;

/**
 * Whether a decoder takes a segment that the picture needs.
 * @param payload its bytes after the length
 */
export function isWhole(code: number, payload: Uint8Array): boolean {
  const { length } = payload;
  if (code === marker.DQT) return isFilled(payload, quantizationLength);
  if (code === marker.DHT) return isFilled(payload, huffmanLength);
  // B.2.4.3: pairs of class and number, and a value; 16 tables of each class.
  if (code === marker.DAC) return length > 0 && length % 2 === 0 && length <= 64;
  if (code === marker.DRI || code === marker.DNL) return length === 2;
  if (code === marker.SOS) return isListOf(payload, 0, 2, 4);
  return isFrameHeader(code) && isListOf(payload, 5, 3, 6);
}

/** Whether the count of components at a position gives the length: so many bytes for each, and so many for all. */
function isListOf(payload: Uint8Array, countAt: number, each: number, all: number): boolean {
  const count = payload[countAt] ?? 0;
  return count > 0 && count <= maximumComponents && payload.length === all + count * each;
}

/** Whether tables fill a segment to its end. */
function isFilled(payload: Uint8Array, lengthOf: (table: Uint8Array) => number | null): boolean {
  let at = 0;
  while (at < payload.length) {
    const length = lengthOf(payload.subarray(at));
    if (length === null) return false;
    at += length;
  }
  return at > 0 && at === payload.length;
}

function quantizationLength(table: Uint8Array): number | null {
  const precision = (table[0] ?? 0) >> 4;
  if (precision > 1 || ((table[0] ?? 0) & 15) >= quantization.numbers) return null;
  return 1 + quantization.values * (precision + 1);
}

function huffmanLength(table: Uint8Array): number | null {
  const [first = 0] = table;
  if (first >> 4 > 1 || (first & 15) >= huffman.numbers) return null;
  const values = table.subarray(1, 1 + huffman.counts).reduce((sum, count) => sum + count, 0);
  return values > huffman.values ? null : 1 + huffman.counts + values;
}
