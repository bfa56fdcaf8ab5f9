import type { EmbeddedLink, StylePart } from './svg-css';
import { type Attribute, encodeText, encodeValue } from './svg-tokens';

/** What a cleaned SVG is made of: text, and what cannot be decided before the whole document was seen. */
export type Part =
  | string
  /** Stays when something refers to it. */
  | { readonly kind: 'id'; readonly id: string; readonly attribute: Attribute }
  /** Of it those names stay that style speaks of. */
  | { readonly kind: 'class'; readonly value: string; readonly attribute: Attribute }
  /** No attribute that draws, unless style speaks of it. */
  | { readonly kind: 'unknown'; readonly value: string; readonly attribute: Attribute }
  /** An empty element in place of one that went, for style that goes by places. */
  | { readonly kind: 'place'; readonly written: string }
  | Styled;

/** Style, or a link, in which something is to be looked into. */
export interface Styled {
  readonly kind: 'styled';
  /** As it stood in the document, and what that means. */
  readonly raw: string;
  readonly text: string;
  readonly parts: readonly StylePart[];
  readonly encode: (text: string) => string;
}

/** An attribute as it stood there. */
export function asWritten({ space, written }: Attribute): string {
  return space + written;
}

/** An attribute with another value. */
export function withValue({ space, name, quote }: Attribute, value: string): string {
  return `${space}${name}=${quote}${encodeValue(value)}${quote}`;
}

/** An attribute whose value is style. */
export function styledAttribute(attribute: Attribute, text: string, parts: readonly StylePart[]): Part[] {
  const { space, name, quote, raw } = attribute;
  const written = parts.every((part) => typeof part === 'string') ? parts.join('') : null;
  if (written === text) return [asWritten(attribute)];
  if (written !== null) return written.trim() === '' ? [] : [withValue(attribute, written)];
  return [`${space}${name}=${quote}`, { kind: 'styled', raw, text, parts, encode: encodeValue }, quote];
}

/** An attribute whose value is an address of data. */
export function embeddedAttribute(attribute: Attribute, value: string): Part[] {
  const address = value.trim();
  const link: EmbeddedLink = { address, holds: 'picture', written: value, wrap: (other) => other };
  return styledAttribute(attribute, value, [link]);
}

/** What stands within a style element. */
export function styledContent(raw: string, text: string, parts: readonly StylePart[]): Part {
  return { kind: 'styled', raw, text, parts, encode: encodeText };
}
