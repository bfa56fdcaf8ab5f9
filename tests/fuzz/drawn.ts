import { drawnOfBoxes } from './drawn-boxes';
import { drawnOfJpeg } from './drawn-jpeg';
import { drawnOfSvg } from './drawn-svg';
import { drawnOfTiff } from './drawn-tiff';
import { flat, type Part, type Range, view } from './parts/part';
import { partsOf } from './parts/parts-of';

/**
 * What of a cleaned file a decoder draws from. A mutation may put any bytes there, the letters of a secret too: they are
 * picture then, and no cleaner could tell. Everywhere else a secret is a leak. By the rule of the engine this is a list of
 * what may hold such bytes, and as little as can be: coded data whole, tables and numbers no longer than their format
 * makes them. Profiles have an entry here and are looked into on their own (`profiles.ts`).
 */

/** The longest data of a part that is all drawn from; of a longer one nothing is. */
type Limits = Readonly<Record<string, number>>;

const whole = Number.POSITIVE_INFINITY;

const png: Limits = {
  ...{ IDAT: whole, fdAT: whole, iCCP: whole },
  ...{ IHDR: 13, PLTE: 768, tRNS: 256, acTL: 8, fcTL: 26, gAMA: 4, cHRM: 32, sRGB: 1, sBIT: 4, cICP: 4 },
  ...{ mDCV: 24, cLLI: 8, bKGD: 6, pHYs: 9 },
};

const webp: Limits = { 'VP8 ': whole, VP8L: whole, ALPH: whole, ICCP: whole, VP8X: 10, ANIM: 6 };

const avi: Limits = { avih: 56, strh: 56, strf: 1 << 16, vprp: 1 << 16, idx1: whole, indx: whole, dmlh: 4 };
const aviStream = /^(?:[0-9]{2}(?:db|dc|pc|wb|__|iv|ix)|ix[0-9]{2})$/;

const gif: Limits = {
  screen: 781,
  f9: 6,
  'NETSCAPE2.0': 16,
  'ANIMEXTS1.0': 16,
  ICCRGBG1012: whole,
};

const jxl: Limits = { jxlc: whole, jxlp: whole, jxli: whole, jhgm: whole };

const bmp: Limits = { header: 124, palette: whole, rows: whole, profile: whole, directory: 6, entry: 16 };

/** Numbers of at most eight bytes, and what decoders are given as it is. */
const ebml: Limits = {
  ...{
    a3: whole,
    a1: whole,
    a5: whole,
    a4: whole,
    '63a2': whole,
    '86': 64,
    '7672': whole,
    '4255': whole,
    '41ed': whole,
  },
};

function within(limits: Limits, parts: readonly Part[]): Range[] {
  return parts.filter(({ type, data, end }) => end - data <= (limits[type] ?? 0)).map(rangeOf);
}

function rangeOf({ data, end }: Part): Range {
  return { start: data, end };
}

/** The checksum of coded data is carried over with it, right or wrong. */
function pngRanges(parts: readonly Part[]): Range[] {
  const coded = parts.filter(({ type }) => type === 'IDAT' || type === 'fdAT');
  return [...within(png, parts), ...coded.map(({ data, next }) => ({ start: data, end: next }))];
}

function aviRanges(parts: readonly Part[]): Range[] {
  const streams = parts.filter(({ type }) => aviStream.test(type));
  return [...within(avi, parts), ...streams.map(({ data, next }) => ({ start: data, end: next }))];
}

/** A frame has 16 bytes of its own. */
function webpRanges(parts: readonly Part[]): Range[] {
  const frames = parts.filter(({ type }) => type === 'ANMF');
  return [...within(webp, parts), ...frames.map(({ start }) => ({ start: start + 8, end: start + 24 }))];
}

function ebmlRanges(parts: readonly Part[]): Range[] {
  const numbers = parts.filter(({ data, end, children }) => end - data <= 8 && children.length === 0);
  return [...within(ebml, parts), ...numbers.map(rangeOf)];
}

/** Descriptor, table and code size of an image are as much of it as its data. */
function gifRanges(parts: readonly Part[]): Range[] {
  const images = parts.filter(({ type }) => type === 'image');
  return [...within(gif, parts), ...images.map(({ start, end }) => ({ start, end }))];
}

function icoRanges(bytes: Uint8Array, parts: readonly Part[]): Range[] {
  const pictures = parts.filter(({ type }) => type === 'png');
  const inside = pictures.flatMap(({ start, end }) =>
    drawnRanges('png', bytes.subarray(start, end)).map((range) => ({
      start: start + range.start,
      end: start + range.end,
    })),
  );
  return [...within(bmp, parts), ...inside];
}

/** Where the container draws from, in no order. */
export function drawnRanges(format: string, bytes: Uint8Array): readonly Range[] {
  const parts = flat(partsOf(format, bytes));
  if (format === 'jpeg') return drawnOfJpeg(bytes);
  if (format === 'png') return pngRanges(parts);
  if (format === 'webp') return webpRanges(parts);
  if (format === 'gif') return gifRanges(parts);
  if (format === 'avi') return aviRanges(parts);
  if (format === 'bmp') return within(bmp, parts);
  if (format === 'ico') return icoRanges(bytes, parts);
  if (format === 'webm' || format === 'matroska') return ebmlRanges(parts);
  if (format === 'svg') return drawnOfSvg(bytes, parts);
  if (format === 'tiff') return drawnOfTiff(bytes, parts);
  if (format === 'jxl' && view(bytes).getUint16(0) === 0xff0a) return [{ start: 0, end: bytes.length }];
  return format === 'jxl' ? within(jxl, parts) : drawnOfBoxes(bytes, parts);
}

/** Whether a range lies in these, taken together. */
export function isCovered({ start, end }: Range, ranges: readonly Range[]): boolean {
  let at = start;
  while (at < end) {
    const next = ranges.reduce((most, range) => (range.start <= at ? Math.max(most, range.end) : most), at);
    if (next === at) return false;
    at = next;
  }
  return true;
}
