import type { HiddenKind } from './hidden-data';

/**
 * Style sheets and style attributes (CSS Syntax 3, by its tokens): comments, outside links and Inkscape's own
 * properties go; all else stays as written. What selectors and links name is noted, since only that must keep its name.
 */

/** What style and links of a document speak of. */
export class Names {
  readonly ids = new Set<string>();
  readonly classes = new Set<string>();
  readonly attributes = new Set<string>();
  /** Whether it counts where elements stand among others: where one went, an empty one stays. */
  structural = false;

  /** A fragment of an address, which may be percent-encoded. */
  addFragment(fragment: string): void {
    this.ids.add(fragment);
    if (!fragment.includes('%')) return;
    try {
      this.ids.add(decodeURIComponent(fragment));
    } catch {
      // Not encoded after all.
    }
  }
}

/** A link to data in the document itself, to be looked into. */
export interface EmbeddedLink {
  readonly address: string;
  readonly holds: 'picture' | 'style';
  /** As it stands there. */
  readonly written: string;
  /** How another address is put into its place. */
  wrap(address: string): string;
}

export type StylePart = string | EmbeddedLink;

export type Tell = (kind: HiddenKind, label: string, value?: string) => void;

/** What an outside link becomes: one that every browser knows to lead nowhere (CSS Values 4, 4.5.4). */
export const nothing = 'about:invalid';

const identifier = /(?:[-\w\u0080-\uffff]+|\\[\dA-Fa-f]{1,6}[ \t\r\n\f]?|\\[^\dA-Fa-f\n]){1,500}/y;
const spaces = /[ \t\r\n\f]*/y;

/** Functions whose strings are addresses (CSS Images 4). */
const linking: ReadonlySet<string> = new Set([
  'image-set',
  '-webkit-image-set',
  'image',
  'src',
  'cross-fade',
]);

/** Selectors that go by the place among others (Selectors 4, 13 and 14). */
const structuralClass = /^(?:nth-|first-|last-|only-|empty$|has$)/;

function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([\dA-Fa-f]{1,6})[ \t\r\n\f]?|\n|([\s\S]))/gu, (_, hex, other) => {
    if (hex === undefined) return other ?? '';
    const code = Number.parseInt(hex, 16);
    return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
  });
}

/** Cleans a style sheet, or the declarations of a style attribute, in one pass. */
export function cleanStyle(css: string, names: Names, tell: Tell): readonly StylePart[] {
  return new StyleCleaner(css, names, tell).clean();
}

class StyleCleaner {
  private readonly css: string;
  private readonly names: Names;
  private readonly tell: Tell;
  private readonly parts: StylePart[] = [];
  private at = 0;
  /** What is written up to here is among the parts. */
  private written = 0;
  /** Whether a declaration may begin here. */
  private isFresh = true;
  /** For each open bracket, whether strings in it are addresses. */
  private readonly brackets: boolean[] = [];

  constructor(css: string, names: Names, tell: Tell) {
    this.css = css;
    this.names = names;
    this.tell = tell;
  }

  clean(): readonly StylePart[] {
    while (this.at < this.css.length) this.step();
    this.replace(this.at);
    return this.parts;
  }

  private step(): void {
    const { css, at } = this;
    const character = css[at] ?? '';
    if (/[ \t\r\n\f]/.test(character)) this.at++;
    else if (css.startsWith('/*', at)) this.comment();
    else if (character === '"' || character === "'") this.string();
    else if (character === '@') this.atRule();
    else if (character === '#') this.named(this.names.ids);
    else if (character === '.') this.named(this.names.classes);
    else if (character === '[') this.attribute();
    else if (this.match(identifier, at) !== '') this.word();
    else this.mark(character);
  }

  private match(expression: RegExp, at: number): string {
    expression.lastIndex = at;
    return expression.exec(this.css)?.[0] ?? '';
  }

  /** Takes over what is written before `start`, and puts the parts where all up to now stands. */
  private replace(start: number, ...parts: readonly StylePart[]): void {
    if (start > this.written) this.parts.push(this.css.slice(this.written, start));
    for (const part of parts) if (part !== '') this.parts.push(part);
    this.written = this.at;
  }

  /** Two words that a comment parts must stay two: an empty one does that. */
  private comment(): void {
    const start = this.at;
    const end = this.css.indexOf('*/', start + 2);
    this.at = end < 0 ? this.css.length : end + 2;
    const content = this.css.slice(start + 2, end < 0 ? undefined : end).trim();
    if (content !== '') this.tell('text', 'comment', content);
    const isApart = (neighbour: string | undefined) =>
      neighbour === undefined || /[\s{};:,()]/.test(neighbour);
    this.replace(start, isApart(this.css[start - 1]) || isApart(this.css[this.at]) ? '' : '/**/');
  }

  /** Behind the string that begins at a position. */
  private stringEnd(start: number): number {
    const quote = this.css[start];
    let at = start + 1;
    for (; at < this.css.length; at++) {
      const character = this.css[at];
      if (character === '\\') at++;
      else if (character === quote) return at + 1;
      else if (character === '\n') return at;
    }
    return Math.min(at, this.css.length);
  }

  private string(): void {
    const start = this.at;
    this.at = this.stringEnd(start);
    this.isFresh = false;
    if (this.brackets.at(-1) !== true) return;
    const value = withoutEscapes(this.css.slice(start + 1, this.at).replace(/["']$/, ''));
    this.link(value, start, 'picture', (address) => `"${address}"`);
  }

  /** Judges the address that stands from `start` up to now. */
  private link(value: string, start: number, holds: EmbeddedLink['holds'], wrap: EmbeddedLink['wrap']): void {
    const address = value.trim();
    if (address === '') return;
    if (address.startsWith('#')) this.names.addFragment(address.slice(1));
    else if (address === nothing) return;
    else if (/^data:/i.test(address)) {
      this.replace(start, { address, holds, written: this.css.slice(start, this.at), wrap });
    } else {
      this.tell('other', 'link', address);
      this.replace(start, wrap(nothing));
    }
  }

  private atRule(): void {
    const start = this.at++;
    const word = this.match(identifier, this.at);
    this.at += word.length;
    this.isFresh = false;
    if (withoutEscapes(word).toLowerCase() === 'import') this.importRule(start);
  }

  private importRule(start: number): void {
    this.skipSpace();
    const address = this.address();
    const from = this.at;
    this.skipTo(';}');
    const rest = this.css.slice(from, this.at).replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
    if (this.css[this.at] === ';') this.at++;
    this.isFresh = true;
    if (address !== null && /^data:/i.test(address)) {
      const wrap = (other: string) => `@import url(${other})${rest};`;
      this.replace(start, { address, holds: 'style', written: wrap(address), wrap });
      return;
    }
    if (address) this.tell('other', 'link', address);
    this.replace(start);
  }

  /** The address as a string or url() from here on; null when there is none. */
  private address(): string | null {
    const start = this.at;
    const first = this.css[start];
    if (first === '"' || first === "'") {
      this.at = this.stringEnd(start);
      return withoutEscapes(this.css.slice(start + 1, this.at - 1)).trim();
    }
    const word = this.match(identifier, start);
    if (withoutEscapes(word).toLowerCase() !== 'url' || this.css[start + word.length] !== '(') return null;
    this.at = start + word.length + 1;
    return this.bracketed();
  }

  /** The address of url(), whose bracket is open; ends behind the closing one. */
  private bracketed(): string {
    this.at += this.match(spaces, this.at).length;
    const start = this.at;
    const first = this.css[start];
    const isQuoted = first === '"' || first === "'";
    if (isQuoted) this.at = this.stringEnd(start);
    const stop = this.at;
    while (this.at < this.css.length && this.css[this.at] !== ')')
      this.at += this.css[this.at] === '\\' ? 2 : 1;
    const end = Math.min(this.at, this.css.length);
    this.at = Math.min(end + 1, this.css.length);
    return withoutEscapes(isQuoted ? this.css.slice(start + 1, stop - 1) : this.css.slice(start, end)).trim();
  }

  /** White space and comments. */
  private skipSpace(): void {
    for (;;) {
      this.at += this.match(spaces, this.at).length;
      if (!this.css.startsWith('/*', this.at)) return;
      const end = this.css.indexOf('*/', this.at + 2);
      this.at = end < 0 ? this.css.length : end + 2;
    }
  }

  /** To one of these marks, outside of strings and brackets. */
  private skipTo(marks: string): void {
    let depth = 0;
    while (this.at < this.css.length) {
      const character = this.css[this.at] ?? '';
      if (depth === 0 && marks.includes(character)) return;
      if (character === '(') depth++;
      if (character === ')') depth = Math.max(0, depth - 1);
      if (character === '"' || character === "'") this.at = this.stringEnd(this.at);
      else this.at += character === '\\' ? 2 : 1;
    }
    this.at = Math.min(this.at, this.css.length);
  }

  /** A mark and the name behind it: of an element by id, of a class. */
  private named(names: Set<string>): void {
    const word = this.match(identifier, this.at + 1);
    if (word !== '') names.add(withoutEscapes(word));
    this.at += 1 + word.length;
    this.isFresh = false;
  }

  private attribute(): void {
    this.at++;
    const start = this.at + this.match(spaces, this.at).length;
    const first = this.css[start] === '*' ? '*' : this.match(identifier, start);
    const bar = start + first.length;
    // A namespace before it, but not the operator that looks like one.
    const isPrefix = this.css[bar] === '|' && this.css[bar + 1] !== '=';
    const word = isPrefix ? this.match(identifier, bar + 1) : first;
    if (word !== '') this.names.attributes.add(withoutEscapes(word));
    this.isFresh = false;
  }

  private word(): void {
    const start = this.at;
    const word = this.match(identifier, start);
    const name = withoutEscapes(word).toLowerCase();
    this.at += word.length;
    if (this.isFresh && name.startsWith('-inkscape-')) {
      this.skipTo(';}');
      if (this.css[this.at] === ';') this.at++;
      this.tell('edit-history', 'Inkscape');
      this.replace(start);
      return;
    }
    if (structuralClass.test(name) && this.css[start - 1] === ':') this.names.structural = true;
    this.isFresh = false;
    if (this.css[this.at] !== '(') return;
    this.at++;
    if (name === 'url') {
      this.link(this.bracketed(), start, 'picture', (address) => `url(${address})`);
      return;
    }
    this.brackets.push(linking.has(name));
    if (name !== 'attr') return;
    this.skipSpace();
    this.names.attributes.add(withoutEscapes(this.match(identifier, this.at)));
  }

  private mark(character: string): void {
    if (character === '(') this.brackets.push(this.brackets.at(-1) === true);
    else if (character === ')') this.brackets.pop();
    else if (character === '+' || character === '~') this.names.structural = true;
    if (character === '{' || character === ';' || character === '}') {
      this.isFresh = true;
      this.brackets.length = 0;
    } else this.isFresh = false;
    this.at += character === '\\' ? 2 : 1;
  }
}
