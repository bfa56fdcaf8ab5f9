import { latin1Of } from '../bytes/text';
import type { RefusalReason } from './clean-result';

/** An SVG as text, without byte order mark and XML declaration, and what is written before it: both in UTF-8. */
export interface SvgText {
  readonly text: string;
  /** Byte order mark and XML declaration as they will be. */
  readonly prolog: string;
}

/** So far the XML declaration is looked for, in bytes. */
const declarationLength = 256;

/** XML 1.0, 2.8: nothing else may stand in it. */
const declaration =
  /^<\?xml(\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+'))(\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/;

/** 2.2: what is no character in XML. */
const noCharacter = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * The encoding by byte order mark, then by the first character, then as declared (XML 1.0, F), else UTF-8. One
 * that is declared as UTF-16 but could be read is UTF-8, as browsers take it.
 */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  if (first === 0xef) return 'utf-8';
  const head = latin1Of(bytes.subarray(0, declarationLength));
  const declared =
    /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return /^(?:utf-?16|ucs-2|iso-10646-ucs-2|us-ascii|ascii)/.test(declared) ? 'utf-8' : declared;
}

function decoderFor(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    // No encoding of that name.
    return null;
  }
}

/** The text of an SVG; the reason when its bytes are no text in their encoding, or no XML. */
export function decodeSvg(bytes: Uint8Array): SvgText | RefusalReason {
  const encoding = encodingOf(bytes);
  const decoder = decoderFor(encoding);
  if (!decoder) return 'unsupported';
  let whole: string;
  try {
    whole = decoder.decode(bytes);
  } catch {
    return 'corrupt';
  }
  const hasMark = whole.startsWith('\ufeff');
  const text = hasMark ? whole.slice(1) : whole;
  if (noCharacter.test(text)) return 'corrupt';
  const mark = hasMark && encoding === 'utf-8' ? '\ufeff' : '';
  if (!/^<\?xml\s/.test(text)) return { text, prolog: mark };
  const [written, version = '', encoded, standalone = ''] = declaration.exec(text) ?? [];
  if (written === undefined) return 'corrupt';
  const isUtf8 = encoded === undefined || /=\s*["']utf-?8["']$/i.test(encoded);
  const prolog = isUtf8 ? written : `<?xml${version} encoding="UTF-8"${standalone}?>`;
  return { text: text.slice(written.length), prolog: mark + prolog };
}
