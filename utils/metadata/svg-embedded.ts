import { memorySource } from '../bytes/memory-source';
import { latin1Of, startsWith } from '../bytes/text';
import { avif } from './avif';
import { bmp } from './bmp';
import type { RefusalReason } from './clean-result';
import type { Container } from './container';
import { gif } from './gif';
import { heif } from './heif';
import type { HiddenData } from './hidden-data';
import { ico } from './ico';
import { jpeg } from './jpeg';
import { jxl } from './jxl';
import { pieceSource } from './pieces';
import { png } from './png';
import { headLength, signatureOf } from './signatures';
import { type EmbeddedLink, nothing } from './svg-css';
import { tiff } from './tiff';
import { webp } from './webp';

/** What an SVG holds within itself as data: addresses (RFC 2397): pictures, which are cleaned as such, and fonts. */

/** Pictures by their bytes, as browsers take them, whatever their type says. */
const pictures: readonly Container[] = [jpeg, png, webp, gif, avif, heif, tiff, bmp, ico, jxl];

/** WOFF, WOFF2, OpenType, TrueType, collections. */
const fontSignatures = ['wOFF', 'wOF2', 'OTTO', '\0\x01\0\0', 'true', 'ttcf'];

/** An address that tells nothing besides: its type, perhaps an encoding, and data. */
const plainHead = /^data:(?:[\w.+-]+\/[\w.+-]+)?(?:;charset=[\w-]+|;utf-?8)*(?:;base64)?,/i;

interface Embedded {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What of the document is meant, with its mark; empty for all of it. */
  readonly fragment: string;
  /** Whether it may stay as it stands, when its data are clean. */
  readonly isPlain: boolean;
}

/** What became of a link: its address as before, or another one. */
export type Resolved = { readonly address: string; readonly removed: readonly HiddenData[] } | RefusalReason;

/** How an SVG, and a style sheet, within an SVG are cleaned. */
export interface Within {
  /** @param fragment what of it is meant, without its mark; empty for all of it */
  svg(
    bytes: Uint8Array,
    fragment: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly hidden: readonly HiddenData[] } | RefusalReason>;
  style(css: string): Promise<{ readonly css: string } | RefusalReason>;
}

/** The bytes of a text without characters above 255. */
function bytesOfBinary(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** Base64 (RFC 4648, 4). */
function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A multiple of three, so that only the last part is padded.
  const step = 0x6000;
  for (let at = 0; at < bytes.length; at += step) parts.push(btoa(latin1Of(bytes.subarray(at, at + step))));
  return parts.join('');
}

function percentDecoded(text: string): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  if (!text.includes('%')) return encoded;
  let length = 0;
  for (let at = 0; at < encoded.length; at++, length++) {
    const hex = encoded[at] === 0x25 ? latin1Of(encoded.subarray(at + 1, at + 3)) : '';
    const isEscape = /^[\dA-Fa-f]{2}$/.test(hex);
    encoded[length] = isEscape ? Number.parseInt(hex, 16) : (encoded[at] ?? 0);
    if (isEscape) at += 2;
  }
  return encoded.subarray(0, length);
}

/** Reads a data: address; null when it is none that could be read. */
function parse(address: string): Embedded | null {
  const comma = address.indexOf(',');
  if (comma < 0) return null;
  const head = address.slice(5, comma);
  const [type = ''] = head.toLowerCase().split(';', 1);
  // A fragment begins at the first # (RFC 3986, 3.5).
  const hash = address.indexOf('#', comma);
  const body = address.slice(comma + 1, hash < 0 ? undefined : hash).replace(/[\t\r\n]+/g, '');
  const fragment = hash < 0 ? '' : address.slice(hash);
  const isPlain = plainHead.test(address.slice(0, comma + 1));
  if (!/;\s*base64\s*$/i.test(head))
    return { type: type.trim(), bytes: percentDecoded(body), fragment, isPlain };
  try {
    const text = body.includes('%') ? latin1Of(percentDecoded(body)) : body;
    return { type: type.trim(), bytes: bytesOfBinary(atob(text)), fragment, isPlain };
  } catch {
    // No base64: browsers draw nothing.
    return null;
  }
}

async function cleanedPicture(
  container: Container,
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly hidden: readonly HiddenData[] } | RefusalReason> {
  const source = memorySource(bytes);
  const result = await container.clean(source);
  if (result.outcome === 'refused') return result.reason;
  if (result.outcome === 'already-clean') return { bytes, hidden: [] };
  const cleaned = pieceSource(result.pieces, source);
  return { bytes: await cleaned.read(0, cleaned.size), hidden: result.removed };
}

/** By its bytes or its type; compressed ones browsers do not draw in here. */
function isSvgData({ type, bytes }: Embedded): boolean {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return false;
  return type === 'image/svg+xml' || signatureOf(bytes.subarray(0, headLength), bytes.length) === 'svg';
}

/** Cleans what a link holds; what could never be drawn goes. */
export async function resolve({ address, holds }: EmbeddedLink, within: Within): Promise<Resolved> {
  const embedded = parse(address);
  if (!embedded) return { address: nothing, removed: [] };
  const { bytes, fragment } = embedded;
  const isSvg = isSvgData(embedded);
  // Only of an SVG a part can be meant.
  const meant = isSvg ? fragment : '';
  const isPlain = embedded.isPlain && fragment === meant;
  const unchanged = { address, removed: [] };
  const written = (mime: string, data: Uint8Array) => `data:${mime};base64,${base64Of(data)}${meant}`;

  if (holds === 'style') {
    const css = new TextDecoder().decode(bytes);
    const cleaned = await within.style(css);
    if (typeof cleaned === 'string') return cleaned;
    if (cleaned.css === css && isPlain) return unchanged;
    return { address: written('text/css', new TextEncoder().encode(cleaned.css)), removed: [] };
  }
  const head = bytes.subarray(0, headLength);
  const container = pictures.find((candidate) => candidate.matches(head, bytes.length));
  const format = signatureOf(head, bytes.length);
  if (!container && !isSvg) {
    // Of pictures nobody knows how to clean none may stay, and none may go unseen.
    if (format) return 'unsupported';
    const isFont = fontSignatures.some((signature) => startsWith(head, signature));
    if (!isFont) return { address: nothing, removed: [] };
    if (isPlain) return unchanged;
    return { address: written('font/sfnt', bytes), removed: [] };
  }
  const cleaned = await (container ? cleanedPicture(container, bytes) : within.svg(bytes, meant.slice(1)));
  if (typeof cleaned === 'string') return cleaned;
  if (isPlain && cleaned.bytes === bytes) return unchanged;
  const mime = container?.types[0] ?? 'image/svg+xml';
  return { address: written(mime, cleaned.bytes), removed: cleaned.hidden };
}
