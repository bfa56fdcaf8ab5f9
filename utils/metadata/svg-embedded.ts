import { memorySource } from '../bytes/memory-source';
import { latin1Of, startsWith } from '../bytes/text';
import { avif } from './avif';
import { bmp } from './bmp';
import type { RefusalReason } from './clean-result';
import type { Container } from './container';
import { gif } from './gif';
import { heif } from './heif';
import { type HiddenData, hiddenItem } from './hidden-data';
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
  /** Without its mark; empty for none. */
  readonly fragment: string;
  /** Whether it may stay as it stands, when its data are clean. */
  readonly isPlain: boolean;
}

/** What became of a link: its address as before, or another one. */
export type Resolved = { readonly address: string; readonly removed: readonly HiddenData[] } | RefusalReason;

interface Cleaned {
  /** The bytes that were given, when there was nothing to change. */
  readonly bytes: Uint8Array;
  readonly hidden: readonly HiddenData[];
}

/** How an SVG, and a style sheet, within an SVG are cleaned. */
export interface Within {
  /** @param fragment the name of the element in it that is meant; empty for none */
  svg(bytes: Uint8Array, fragment: string): Promise<Cleaned | RefusalReason>;
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
  const fragment = hash < 0 ? '' : address.slice(hash + 1);
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

async function cleanedPicture(container: Container, bytes: Uint8Array): Promise<Cleaned | RefusalReason> {
  const source = memorySource(bytes);
  const result = await container.clean(source);
  if (result.outcome === 'refused') return result.reason;
  if (result.outcome === 'already-clean') return { bytes, hidden: [] };
  const cleaned = pieceSource(result.pieces, source);
  return { bytes: await cleaned.read(0, cleaned.size), hidden: result.removed };
}

/** Instead of what no browser draws. */
const undrawn: Resolved = {
  address: nothing,
  removed: [hiddenItem('other', 'SVG', 'data that are no picture')],
};

/** Cleans what a link holds; what could never be drawn goes. */
export async function resolve({ address, holds }: EmbeddedLink, within: Within): Promise<Resolved> {
  const embedded = parse(address);
  if (!embedded) return undrawn;
  return holds === 'style'
    ? resolveStyle(address, embedded, within)
    : resolvePicture(address, embedded, within);
}

async function resolveStyle(
  address: string,
  { bytes, isPlain }: Embedded,
  within: Within,
): Promise<Resolved> {
  const css = new TextDecoder().decode(bytes);
  const cleaned = await within.style(css);
  if (typeof cleaned === 'string') return cleaned;
  if (cleaned.css === css && isPlain) return { address, removed: [] };
  return { address: addressOf('text/css', new TextEncoder().encode(cleaned.css)), removed: [] };
}

async function resolvePicture(address: string, embedded: Embedded, within: Within): Promise<Resolved> {
  const { type, bytes, fragment, isPlain } = embedded;
  const head = bytes.subarray(0, headLength);
  const container = pictures.find((candidate) => candidate.matches(head, bytes.length));
  const format = signatureOf(head, bytes.length);
  const isSvg = format === 'svg' || type === 'image/svg+xml';
  if (!container && isSvg) return resolveSvg(address, embedded, within);
  // Of pictures nobody knows how to clean none may stay, and none may go unseen.
  if (!container && format) return 'unsupported';
  const isFont = fontSignatures.some((signature) => startsWith(head, signature));
  if (!container && !isFont) return undrawn;
  const cleaned = container ? await cleanedPicture(container, bytes) : { bytes, hidden: [] };
  if (typeof cleaned === 'string') return cleaned;
  if (isPlain && fragment === '' && cleaned.bytes === bytes) return { address, removed: [] };
  return { address: addressOf(container?.types[0] ?? 'font/sfnt', cleaned.bytes), removed: cleaned.hidden };
}

async function resolveSvg(address: string, embedded: Embedded, within: Within): Promise<Resolved> {
  const { bytes, fragment, isPlain } = embedded;
  const cleaned = await within.svg(bytes, fragment);
  if (cleaned === 'corrupt') return undrawn;
  if (typeof cleaned === 'string') return cleaned;
  const text = fragment === '' ? '' : new TextDecoder().decode(cleaned.bytes);
  const isNamed = [`"${fragment}"`, `'${fragment}'`].some((name) => text.includes(name));
  if (isPlain && (fragment === '' || isNamed) && cleaned.bytes === bytes) return { address, removed: [] };
  const mark = isNamed ? `#${fragment}` : '';
  return { address: addressOf('image/svg+xml', cleaned.bytes) + mark, removed: cleaned.hidden };
}

function addressOf(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${base64Of(bytes)}`;
}
