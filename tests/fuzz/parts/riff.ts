import { letters, maximumParts, type Part, view } from './part';

/** Chunks of RIFF files: WebP, RFC 9649; AVI. Lists are named by what they list. */
export function riffParts(bytes: Uint8Array): readonly Part[] {
  return chunksBetween(bytes, 0, bytes.length, { left: maximumParts });
}

function chunksBetween(
  bytes: Uint8Array,
  from: number,
  to: number,
  budget: { left: number },
): readonly Part[] {
  const numbers = view(bytes);
  const parts: Part[] = [];
  for (let start = from; start + 8 <= to && budget.left > 0; ) {
    budget.left--;
    const name = letters(bytes, start);
    const isList = name === 'RIFF' || name === 'LIST';
    const told = numbers.getUint32(start + 4, true);
    // A list that has no room for its own type is one of a recording that broke off.
    const length = isList && told < 4 ? to - start - 8 : told;
    const end = Math.min(start + 8 + length, to);
    const type = isList ? `${name} ${letters(bytes, start + 8)}` : name;
    // An ANMF has 16 bytes of its own before its chunks.
    const head = isList ? 12 : name === 'ANMF' ? 24 : 8;
    const next = Math.min(start + 8 + length + (length % 2), to);
    const children = head > 8 ? chunksBetween(bytes, start + head, end, budget) : [];
    const field = { at: start + 4, width: 4, littleEndian: true };
    parts.push({ type, start, data: Math.min(start + head, end), end, next, length: field, children });
    start = next;
  }
  return parts;
}
