import { maximumParts, type Part, view } from './part';

/** Marker segments of a JPEG, ITU-T T.81 B.1, by the code of their marker; scans are parts of their own. */
export function jpegParts(bytes: Uint8Array, from = 0): readonly Part[] {
  const parts: Part[] = [];
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length && parts.length < maximumParts) {
    const code = bytes[at + 1] ?? 0;
    if (code === 0xff || code === 0) {
      at = bytes.indexOf(0xff, at + 1);
      continue;
    }
    const bare = code === 0xd8 || code === 0xd9 || code === 1 || (code >= 0xd0 && code <= 0xd7);
    if (!bare && at + 4 > bytes.length) break;
    const length = bare ? 0 : view(bytes).getUint16(at + 2);
    const end = at + 2 + length;
    if (end > bytes.length) break;
    const type = code.toString(16);
    const field = bare ? {} : { length: { at: at + 2, width: 2, littleEndian: false } };
    parts.push({ type, start: at, data: bare ? end : at + 4, end, next: end, ...field, children: [] });
    const scanned = code === 0xda ? scanEnd(bytes, end) : end;
    if (scanned > end) {
      const scan = { start: end, data: end, end: scanned, next: scanned };
      parts.push({ type: 'scan', ...scan, children: [] });
    }
    at = bytes.indexOf(0xff, scanned);
  }
  return parts;
}

function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
