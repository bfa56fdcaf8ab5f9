import { tidy } from './readable';

/**
 * The tokens of an XML text (XML 1.0, fifth edition), one at a time and without any state: what is not well-formed
 * is no token. Whether tags match, and names are declared, is for the reader to see.
 */

export interface Attribute {
  /** White space before it. */
  readonly space: string;
  readonly name: string;
  readonly quote: string;
  /** As written between the quotes. */
  readonly raw: string;
  /** As written, with name and quotes. */
  readonly written: string;
}

export interface OpenTag {
  readonly kind: 'open';
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** What closes it as written: white space, a slash when it is empty, the bracket. */
  readonly tail: string;
  readonly isEmpty: boolean;
  readonly end: number;
}

/** Everything else by what is between its marks. */
export interface PlainToken {
  readonly kind: 'text' | 'cdata' | 'comment' | 'instruction' | 'close';
  readonly content: string;
  readonly end: number;
}

export type Token = OpenTag | PlainToken;

/** More than any element has. */
const maximumAttributes = 5000;

const nameStart =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF' +
  '\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';

/** Name (section 2.3), as the source of an expression with the flag u. */
export const namePattern = `[${nameStart}][${nameStart}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040]*`;

const name = new RegExp(namePattern, 'uy');
const space = /[ \t\r\n]*/y;
const equals = /[ \t\r\n]*=[ \t\r\n]*/y;

/** What an expression with the flag y finds at a position; null for nothing. */
function match(expression: RegExp, text: string, at: number): string | null {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? null;
}

/** The token at a position that is not the end; null when there is none, and the text is not well-formed. */
export function readToken(text: string, at: number): Token | null {
  if (text[at] !== '<') return readText(text, at);
  switch (text[at + 1]) {
    case '/':
      return readClose(text, at);
    case '?':
      return readInstruction(text, at);
    case '!':
      if (text.startsWith('<!--', at)) return readComment(text, at);
      return text.startsWith('<![CDATA[', at) ? between('cdata', text, at + 9, ']]>') : null;
    default:
      return readOpen(text, at);
  }
}

function between(kind: PlainToken['kind'], text: string, start: number, mark: string): PlainToken | null {
  const end = text.indexOf(mark, start);
  return end < 0 ? null : { kind, content: text.slice(start, end), end: end + mark.length };
}

function readText(text: string, at: number): PlainToken | null {
  const next = text.indexOf('<', at);
  const end = next < 0 ? text.length : next;
  const content = text.slice(at, end);
  return content.includes(']]>') ? null : { kind: 'text', content, end };
}

function readComment(text: string, at: number): PlainToken | null {
  const token = between('comment', text, at + 4, '--');
  return token && text[token.end] === '>' ? { ...token, end: token.end + 1 } : null;
}

function readInstruction(text: string, at: number): PlainToken | null {
  const target = match(name, text, at + 2);
  if (target === null || target.toLowerCase() === 'xml') return null;
  return between('instruction', text, at + 2, '?>');
}

function readClose(text: string, at: number): PlainToken | null {
  const content = match(name, text, at + 2);
  if (content === null) return null;
  const end = at + 2 + content.length;
  const after = end + (match(space, text, end) ?? '').length;
  return text[after] === '>' ? { kind: 'close', content, end: after + 1 } : null;
}

function readOpen(text: string, start: number): OpenTag | null {
  const element = match(name, text, start + 1);
  if (element === null) return null;
  const attributes: Attribute[] = [];
  const names = new Set<string>();
  for (let at = start + 1 + element.length; attributes.length <= maximumAttributes; ) {
    const before = match(space, text, at) ?? '';
    const next = at + before.length;
    const isEmpty = text[next] === '/';
    if (isEmpty || text[next] === '>') {
      const end = next + (isEmpty ? 2 : 1);
      if (text[end - 1] !== '>') return null;
      return { kind: 'open', name: element, attributes, tail: text.slice(at, end), isEmpty, end };
    }
    const attribute = before === '' ? null : readAttribute(text, next, before);
    if (!attribute || names.has(attribute.name)) return null;
    names.add(attribute.name);
    attributes.push(attribute);
    at = next + attribute.written.length;
  }
  return null;
}

function readAttribute(text: string, start: number, before: string): Attribute | null {
  const attribute = match(name, text, start);
  if (attribute === null) return null;
  const sign = match(equals, text, start + attribute.length);
  if (sign === null) return null;
  const opening = start + attribute.length + sign.length;
  const quote = text[opening] ?? '';
  if (quote !== '"' && quote !== "'") return null;
  const closing = text.indexOf(quote, opening + 1);
  if (closing < 0) return null;
  const raw = text.slice(opening + 1, closing);
  if (raw.includes('<')) return null;
  return { space: before, name: attribute, quote, raw, written: text.slice(start, closing + 1) };
}

/** Section 4.6. */
const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** References (section 4.1) resolved; null when one is none, or of an entity that is not declared. */
export function decodeReferences(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  let isRight = true;
  const decoded = raw.replace(/&(?:#(\d{1,9});|#x([\dA-Fa-f]{1,8});|(\w+);)?/g, (_, decimal, hex, entity) => {
    const character = entity
      ? predefined.get(entity)
      : characterOf(decimal ? Number(decimal) : Number.parseInt(hex, 16));
    if (character === undefined) isRight = false;
    return character ?? '';
  });
  return isRight ? decoded : null;
}

/** Section 2.2; undefined for what is no character. */
export function characterOf(code: number): string | undefined {
  const isControl = code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code);
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  if (!(code <= 0x10ffff) || isControl || isSurrogate || code === 0xfffe || code === 0xffff) return undefined;
  return String.fromCodePoint(code);
}

/** The value of an attribute, white space in it as readers have it (section 3.3.3); null as above. */
export function attributeValue(raw: string): string | null {
  return decodeReferences(raw.replace(/\r\n|[\t\r\n]/g, ' '));
}

/** Text as it is written between tags. */
export function encodeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** A value as it is written between quotes. */
export function encodeValue(value: string): string {
  return encodeText(value)
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');
}

/** A name that may be long or hostile, to be shown. */
export function shownName(text: string): string {
  return tidy(text).slice(0, 60);
}
