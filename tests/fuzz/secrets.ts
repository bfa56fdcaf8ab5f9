import { recordedAt } from '../fixtures/mp4';

/**
 * What is planted in the seeds, as bytes. Nothing is shorter than six bytes: chance makes none of them, and a mutation
 * that cuts one leaves others whole.
 */

const texts = [
  ...['secret', 'SECRET', 'Noor Ahmed', "Noor's", 'Noor at home', 'Noor encoder', 'Noor handler', 'by Noor'],
  ...[
    'Samsung',
    'Galaxy A14',
    'A145FXXU4BWL1',
    'Editor 9',
    'Camera 9',
    'Qayyarah',
    'after school',
    'made at home',
  ],
  ...['2026:11:12', '2026-11-12', '+36.34', '36.3400', 'Lavf59.27', 'noor01', '0123456789abcdef'],
];

/** 36° 20' and 43° 7', as EXIF has them. */
const places = [
  [36, 1, 20, 1],
  [43, 1, 7, 1],
];

function words(values: readonly number[], littleEndian: boolean, width: 4 | 8 = 4): Buffer {
  const bytes = Buffer.alloc(values.length * width);
  for (const [index, value] of values.entries()) {
    const at = index * width + (littleEndian || width === 4 ? 0 : 4);
    if (littleEndian) bytes.writeUInt32LE(value, at);
    else bytes.writeUInt32BE(value, at);
  }
  return bytes;
}

/** Without the zeros at its ends: any structure around it has some, and what is in the picture is of the picture. */
function withoutOuterZeros(bytes: Buffer): Buffer {
  const isOther = (byte: number) => byte !== 0;
  return bytes.subarray(bytes.findIndex(isOther), bytes.findLastIndex(isOther) + 1);
}

export const secrets: readonly Buffer[] = [
  ...texts.map((text) => Buffer.from(text, 'latin1')),
  // In either order of bytes.
  ...['secret', "Noor's monitor"].map((text) => Buffer.from(text, 'utf16le')),
  ...places.flatMap((values) => [words(values, false), words(values, true)]),
  // Creation and modification time of a movie and its tracks.
  words([recordedAt, recordedAt], false),
  words([recordedAt, recordedAt], false, 8),
].map(withoutOuterZeros);

/** Where a secret stands in some bytes, the end excluded. */
export interface Found {
  readonly secret: Buffer;
  readonly start: number;
  readonly end: number;
}

/** Every place of every secret; of each so many at the most. */
export function secretsIn(bytes: Uint8Array): readonly Found[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return secrets.flatMap((secret) => {
    const found: Found[] = [];
    for (let start = buffer.indexOf(secret); start >= 0 && found.length < 1000; ) {
      found.push({ secret, start, end: start + secret.length });
      start = buffer.indexOf(secret, start + 1);
    }
    return found;
  });
}
