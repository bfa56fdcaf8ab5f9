interface Inflated {
  readonly bytes: Uint8Array;
  /** Whether that is the whole stream with nothing behind it. */
  readonly whole: boolean;
}

/**
 * Inflates a zlib stream (RFC 1950) up to a limit; what comes after it is left unread.
 * @param limit of the result, in bytes
 */
export async function inflate(bytes: Uint8Array, limit: number): Promise<Inflated> {
  const inflated = await inflateStream(bytes, limit, 'deflate');
  // Not every engine minds bytes behind the end: a whole stream ends with the checksum of what it holds.
  return { bytes: inflated.bytes, whole: inflated.whole && endsWithAdler(bytes, inflated.bytes) };
}

/**
 * Inflates a gzip stream (RFC 1952) up to a limit, as far as it is sound.
 * @param limit of the result, in bytes
 */
export async function gunzip(bytes: Uint8Array, limit: number): Promise<Inflated> {
  return inflateStream(bytes, limit, 'gzip');
}

async function inflateStream(bytes: Uint8Array, limit: number, format: CompressionFormat): Promise<Inflated> {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  // A broken stream ends the reading below as well.
  writer.write(new Uint8Array(bytes)).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  try {
    while (length < limit) {
      const { done, value } = await reader.read();
      if (done) whole = true;
      if (done) break;
      parts.push(value);
      length += value.length;
    }
  } catch {
    // Broken from here on: what came before it counts.
  }
  reader.cancel().catch(() => {});
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return { bytes: joined.subarray(0, limit), whole };
}

/** RFC 1950, 2.2: Adler-32 of the inflated bytes, big-endian, is the end of the stream. */
function endsWithAdler(stream: Uint8Array, inflated: Uint8Array): boolean {
  if (stream.length < 4) return false;
  let low = 1;
  let high = 0;
  for (const byte of inflated) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  return view.getUint32(stream.length - 4) === ((high << 16) | low) >>> 0;
}

/** Deflates into a zlib stream (RFC 1950). */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  return deflateStream(bytes, 'deflate');
}

/** Deflates into a gzip stream (RFC 1952) whose header tells neither name, time nor system. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = await deflateStream(bytes, 'gzip');
  stream.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
  return stream;
}

async function deflateStream(bytes: Uint8Array, format: CompressionFormat): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
