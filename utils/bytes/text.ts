/** The bytes of a text in which every character is one byte (Latin-1). */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
}

/** A call takes so many arguments on every engine. */
const argumentsOfACall = 8192;

/** Bytes as a text in which every character is one byte. */
export function latin1Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += argumentsOfACall)
    text += String.fromCharCode(...bytes.subarray(at, at + argumentsOfACall));
  return text;
}

/** Whether `bytes` hold the Latin-1 text `prefix` at `offset`. */
export function startsWith(bytes: Uint8Array, prefix: string, offset = 0): boolean {
  if (bytes.length < offset + prefix.length) return false;
  for (let index = 0; index < prefix.length; index++) {
    if (bytes[offset + index] !== prefix.charCodeAt(index)) return false;
  }
  return true;
}

export function sameBytes(first: Uint8Array, second: Uint8Array): boolean {
  return first.length === second.length && first.every((byte, index) => byte === second[index]);
}
