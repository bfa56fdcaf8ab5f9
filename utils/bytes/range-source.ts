import type { ByteSource } from './byte-source';

/** The bytes from `start` (included) to `end` (excluded) of a source, as a source of their own. */
export function rangeSource(source: ByteSource, start: number, end: number): ByteSource {
  const first = Math.min(start, source.size);
  const last = Math.max(first, Math.min(end, source.size));
  return {
    size: last - first,
    read: (from, to) => source.read(first + from, Math.max(first + from, Math.min(first + to, last))),
    isKnownZero: (from, to) => source.isKnownZero?.(first + from, first + to) === true,
    codedEnd: (from) => {
      const end = source.codedEnd?.(first + from) ?? null;
      return end === null || end > last ? null : end - first;
    },
  };
}
