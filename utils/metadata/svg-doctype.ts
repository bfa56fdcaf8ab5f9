import type { RefusalReason } from './clean-result';
import { attributeValue, characterOf, encodeValue, namePattern, type OpenTag, readToken } from './svg-tokens';

/**
 * The document type declaration (XML 1.0, 2.8). It goes, and what it says goes into the document: entities as
 * Adobe Illustrator declares them for its namespaces, and default values of attributes. What lies outside of the
 * file (external entities and subset) no browser loads; there it is nothing.
 */

export interface Doctype {
  /** General entities by name; null for an external one. */
  readonly entities: ReadonlyMap<string, string | null>;
  /** Default values by element, encoded, by attribute. */
  readonly defaults: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly end: number;
}

/** Entities within entities; deeper is a loop. */
const maximumDepth = 16;

/** Longest text with all entities in it, in characters. */
const longestText = 32 << 20;

/** What one expansion costs besides its length, so that many empty ones are not for free. */
const expansionCost = 128;

const doctypeHead = new RegExp(
  `<!DOCTYPE[ \\t\\r\\n]+${namePattern}(?:[ \\t\\r\\n]+(?:SYSTEM|PUBLIC[ \\t\\r\\n]+(?:"[^"]*"|'[^']*'))[ \\t\\r\\n]+(?:"[^"]*"|'[^']*'))?[ \\t\\r\\n]*`,
  'uy',
);
const entityDeclaration = new RegExp(
  `^<!ENTITY[ \\t\\r\\n]+(%[ \\t\\r\\n]+)?(${namePattern})[ \\t\\r\\n]+(?:"([^"]*)"|'([^']*)'|SYSTEM|PUBLIC)`,
  'u',
);
const attributeList = new RegExp(`^<!ATTLIST[ \\t\\r\\n]+(${namePattern})[ \\t\\r\\n]`, 'u');
/** One definition (3.3), white space made one, and the space before it. */
const attributeDefault = new RegExp(
  ` ?(${namePattern}) (?:[A-Z]+|(?:NOTATION )?\\([^)]*\\)) (?:#REQUIRED|#IMPLIED|(?:#FIXED )?(?:"([^"]*)"|'([^']*)'))`,
  'guy',
);
const parameterReference = new RegExp(`%(${namePattern});`, 'uy');

/** Reads the declaration at a position. */
export function readDoctype(text: string, start: number): Doctype | RefusalReason {
  doctypeHead.lastIndex = start;
  const head = doctypeHead.exec(text)?.[0];
  if (head === undefined) return 'corrupt';
  const subset = new Subset();
  let at = start + head.length;
  if (text[at] === '[') {
    const end = subset.read(text, at + 1, 0);
    if (end === null || text[end] !== ']') return 'corrupt';
    at = end + 1;
    while (/[ \t\r\n]/.test(text[at] ?? '')) at++;
  }
  if (text[at] !== '>') return 'corrupt';
  return { entities: subset.entities, defaults: subset.defaults, end: at + 1 };
}

/** The internal subset. Of two declarations the first one counts (4.2, 3.3). */
class Subset {
  readonly entities = new Map<string, string | null>();
  readonly defaults = new Map<string, Map<string, string>>();
  private readonly parameters = new Map<string, string | null>();
  private left = longestText;

  /** @returns where it ends: at a bracket, or the end of the text; null when it is not well-formed */
  read(text: string, start: number, depth: number): number | null {
    let at = start;
    while (at < text.length && text[at] !== ']') {
      const next = this.readOne(text, at, depth);
      if (next === null) return null;
      at = next;
    }
    return at;
  }

  private readOne(text: string, at: number, depth: number): number | null {
    if (/[ \t\r\n]/.test(text[at] ?? '')) return at + 1;
    if (text[at] === '%') return this.readParameter(text, at, depth);
    for (const [open, close] of [
      ['<!--', '-->'],
      ['<?', '?>'],
    ] as const) {
      if (!text.startsWith(open, at)) continue;
      const end = text.indexOf(close, at + open.length);
      return end < 0 ? null : end + close.length;
    }
    const end = text.startsWith('<!', at) ? declarationEnd(text, at) : null;
    if (end !== null) this.declare(text.slice(at, end));
    return end;
  }

  private readParameter(text: string, at: number, depth: number): number | null {
    parameterReference.lastIndex = at;
    const [written = '', name = ''] = parameterReference.exec(text) ?? [];
    if (written === '' || depth >= maximumDepth) return null;
    const value = this.parameters.get(name) ?? '';
    this.left -= value.length + expansionCost;
    if (this.left < 0 || this.read(value, 0, depth + 1) !== value.length) return null;
    return at + written.length;
  }

  private declare(declaration: string): void {
    const [, isParameter, name, double, single] = entityDeclaration.exec(declaration) ?? [];
    if (name !== undefined) {
      const known = isParameter ? this.parameters : this.entities;
      const literal = double ?? single;
      if (!known.has(name)) known.set(name, literal === undefined ? null : withCharacters(literal));
      return;
    }
    const [head = '', element = ''] = attributeList.exec(declaration) ?? [];
    if (head !== '') this.declareDefaults(element, declaration.slice(head.length));
  }

  private declareDefaults(element: string, list: string): void {
    const known = this.defaults.get(element) ?? new Map<string, string>();
    for (const [, name = '', double, single] of list
      .trim()
      .replace(/[ \t\r\n]+/g, ' ')
      .matchAll(attributeDefault)) {
      const value = attributeValue(double ?? single ?? '');
      if ((double ?? single) !== undefined && value !== null && !known.has(name))
        known.set(name, encodeValue(value));
    }
    if (known.size > 0) this.defaults.set(element, known);
  }
}

/** Behind the bracket that closes a declaration, outside of quotes; null when there is none. */
function declarationEnd(text: string, start: number): number | null {
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character !== '"' && character !== "'") continue;
    at = text.indexOf(character, at + 1);
    if (at < 0) return null;
  }
  return null;
}

/** 4.4.5: in the value of an entity references to characters are replaced when it is declared. */
function withCharacters(literal: string): string {
  return literal.replace(
    /&#(?:(\d{1,9})|x([\dA-Fa-f]{1,8}));/g,
    (written, decimal, hex) => characterOf(decimal ? Number(decimal) : Number.parseInt(hex, 16)) ?? written,
  );
}

/** Why a text could not be expanded. */
class NotExpanded extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

/** A text with entities and default values written out; the text itself where nothing of both is declared. */
export function expand(
  text: string,
  { entities, defaults }: Doctype,
): { readonly text: string } | RefusalReason {
  if (entities.size === 0 && defaults.size === 0) return { text };
  let left = longestText;
  try {
    return { text: withinContent(text, 0) };
  } catch (error) {
    if (error instanceof NotExpanded) return error.reason;
    throw error;
  }

  function spend(length: number): void {
    left -= length + expansionCost;
    if (left < 0) throw new NotExpanded('too-large');
  }

  function withinContent(content: string, depth: number): string {
    const parts: string[] = [];
    for (let at = 0; at < content.length; ) {
      const token = readToken(content, at);
      if (!token) throw new NotExpanded('corrupt');
      if (token.kind === 'text') parts.push(replaced(token.content, depth, withinContent));
      else if (token.kind === 'open') parts.push(tagOf(token));
      else parts.push(content.slice(at, token.end));
      at = token.end;
    }
    return parts.join('');
  }

  function tagOf({ name, attributes, tail }: OpenTag): string {
    const parts = attributes.map(({ space, name: attribute, quote, raw }) => {
      const value = raw.includes('&') ? replaced(raw, 0, withinValue) : raw;
      return `${space}${attribute}=${quote}${value}${quote}`;
    });
    const own = new Set(attributes.map(({ name: attribute }) => attribute));
    for (const [attribute, value] of defaults.get(name) ?? []) {
      if (own.has(attribute)) continue;
      spend(value.length);
      parts.push(` ${attribute}="${value}"`);
    }
    return `<${name}${parts.join('')}${tail}`;
  }

  /** 4.4.5: quotes in an entity do not end the value it stands in; a bracket is no value (3.1). */
  function withinValue(value: string, depth: number): string {
    if (value.includes('<')) throw new NotExpanded('corrupt');
    return replaced(value, depth, withinValue).replaceAll('"', '&quot;').replaceAll("'", '&apos;');
  }

  function replaced(
    written: string,
    depth: number,
    within: (value: string, depth: number) => string,
  ): string {
    return written.replace(/&([^#;&\s][^;&\s]*);/g, (reference, name: string) => {
      const value = entities.get(name);
      if (value === undefined) return reference;
      if (depth >= maximumDepth) throw new NotExpanded('corrupt');
      if (value === null) {
        if (within === withinValue) throw new NotExpanded('corrupt');
        return '';
      }
      spend(value.length);
      return within(value, depth + 1);
    });
  }
}
