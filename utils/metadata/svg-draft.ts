import type { RefusalReason } from './clean-result';
import { AttributeCleaner, wantsUnknownExtension } from './svg-attributes';
import { cleanStyle, type Names } from './svg-css';
import { labelOf, propertyKind, type Report } from './svg-hidden';
import {
  goneHtmlElements,
  htmlElements,
  keptNamespaces,
  mathElements,
  namespaces,
  svgElements,
  textElements,
} from './svg-names';
import { type Part, styledContent } from './svg-parts';
import { declarations, type KeptElement, type Outer, Prefixes } from './svg-prefixes';
import { attributeValue, decodeReferences, type OpenTag, type PlainToken, readToken } from './svg-tokens';

/** An SVG in parts: what draws, and what is still to be decided or looked into. */
export interface Draft {
  readonly parts: readonly Part[];
  readonly names: Names;
  readonly report: Report;
}

/** Namespaces of attributes that are no editor's. */
const ownNamespaces: ReadonlySet<string> = new Set([...keptNamespaces, declarations]);

/** Browsers read no deeper. */
const maximumDepth = 5000;

/** What becomes of an element: it stays, goes with all that is in it, or stays as a plain span of text. */
type Fate = 'kept' | 'gone' | 'span';

interface Frame {
  readonly name: string;
  readonly namespace: string;
  readonly fate: Fate;
  /** Whether characters in it are drawn. */
  readonly isText: boolean;
  /** The style that was gathered; null outside of style elements. */
  readonly style: { raw: string; text: string } | null;
  /** How the topmost element that goes is spoken of. */
  readonly root: { readonly label: ReturnType<typeof labelOf>; text: string; isEmpty: boolean } | null;
  /** The property that is told of, and its text so far. */
  readonly property: { readonly name: string; text: string } | null;
  /** What prefixes meant outside. */
  readonly outer: Outer;
}

/**
 * Reads a text that is an SVG, entities written out.
 * @param text without XML declaration and document type
 */
export function draftOf(text: string, report: Report, names: Names): Draft | RefusalReason {
  const reader = new Reader(report, names);
  for (let at = 0; at < text.length; ) {
    const token = readToken(text, at);
    if (!token) return 'corrupt';
    const refusal =
      token.kind === 'open'
        ? reader.open(token)
        : token.kind === 'close'
          ? reader.close(token.content, text.slice(at, token.end))
          : reader.plain(token, text.slice(at, token.end));
    if (refusal) return refusal;
    at = token.end;
  }
  return reader.isWhole() ? { parts: reader.parts, names, report } : 'corrupt';
}

class Reader {
  readonly parts: Part[] = [];
  private readonly report: Report;
  private readonly names: Names;
  private readonly attributes: AttributeCleaner;
  private readonly frames: Frame[] = [];
  private readonly prefixes = new Prefixes();
  private hasRoot = false;
  /** Style sheets that instructions before the root link to, which hold themselves. */
  private readonly sheets: string[] = [];

  constructor(report: Report, names: Names) {
    this.report = report;
    this.names = names;
    this.attributes = new AttributeCleaner(names, report);
  }

  isWhole(): boolean {
    return this.hasRoot && this.frames.length === 0;
  }

  open(tag: OpenTag): RefusalReason | null {
    const parent = this.frames.at(-1);
    if (!parent && this.hasRoot) return 'corrupt';
    if (this.frames.length >= maximumDepth) return 'too-large';
    const read = this.prefixes.enter(tag, !parent);
    if (!read) return 'corrupt';
    const { element, outer } = read;
    if (!parent) {
      if (element.local !== 'svg' || element.namespace !== namespaces.svg) return 'corrupt';
      this.hasRoot = true;
    }
    const fate = parent?.fate === 'gone' ? 'gone' : this.fateOf(element, parent);
    const frame =
      fate === 'gone' ? this.gone(tag, element, parent, outer) : this.kept(tag, element, parent, fate, outer);
    if (tag.isEmpty) this.leave(frame, '');
    else this.frames.push(frame);
    if (!parent && !tag.isEmpty) this.addSheets(frame);
    return null;
  }

  private fateOf(element: KeptElement, parent: Frame | undefined): Fate {
    const { namespace, local } = element;
    if (!parent) return 'kept';
    if (parent.style) return 'gone';
    const isOwn = namespace === namespaces.svg || namespace === namespaces.html;
    if (isOwn && local === 'style') return isStyleSheet(element) ? 'kept' : 'gone';
    if (namespace === namespaces.svg) {
      if (local === 'foreignObject' && wantsUnknownExtension(element)) return 'gone';
      return svgElements.has(local) ? 'kept' : 'gone';
    }
    if (!isHtmlIn(parent)) return 'gone';
    if (namespace === namespaces.math) return mathElements.has(local) ? 'kept' : 'gone';
    if (namespace === namespaces.html && htmlElements.has(local)) return 'kept';
    if (namespace === namespaces.html && goneHtmlElements.has(local)) return 'gone';
    // What nobody knows is drawn as the text in it.
    return this.prefixes.usual() === namespaces.html ? 'span' : 'gone';
  }

  private kept(
    tag: OpenTag,
    element: KeptElement,
    parent: Frame | undefined,
    fate: Fate,
    outer: Outer,
  ): Frame {
    const { namespace, local } = element;
    const isSpan = fate === 'span';
    const asElement = isSpan ? { ...element, namespace: namespaces.html } : element;
    if (isSpan) this.report.tell(...labelOf(namespace, local));
    this.parts.push(isSpan ? '<span' : `<${tag.name}`, ...this.attributes.clean(asElement), tag.tail);
    const isSvg = namespace === namespaces.svg;
    const isText = isSvg
      ? local !== 'svg' && (parent?.isText === true || textElements.has(local) || local === 'foreignObject')
      : true;
    return {
      name: tag.name,
      namespace: isSvg && local !== 'foreignObject' ? namespaces.svg : namespaces.html,
      fate,
      isText,
      style: local === 'style' ? { raw: '', text: '' } : null,
      root: null,
      property: null,
      outer,
    };
  }

  private gone(tag: OpenTag, element: KeptElement, parent: Frame | undefined, outer: Outer): Frame {
    const isTop = parent?.fate !== 'gone';
    if (isTop) this.parts.push({ kind: 'place', written: this.placeIn(parent) });
    else if (parent.root) parent.root.isEmpty = false;
    for (const { namespace, attribute, value } of element.attributes) {
      this.report.property(attribute.name, value);
      if (namespace !== '' && !ownNamespaces.has(namespace))
        this.report.foreignAttribute(namespace, attribute.name, value);
    }
    const root = isTop
      ? { label: labelOf(element.namespace, element.local), text: '', isEmpty: tag.attributes.length === 0 }
      : (parent?.root ?? null);
    const isProperty = !parent?.property && propertyKind(tag.name) !== undefined;
    return {
      name: tag.name,
      namespace: element.namespace,
      fate: 'gone',
      isText: false,
      style: null,
      root,
      property: isProperty ? { name: tag.name, text: '' } : (parent?.property ?? null),
      outer,
    };
  }

  /** An empty element that draws nothing, in the parent's own namespace. */
  private placeIn(parent: Frame | undefined): string {
    if (!parent || parent.style) return '';
    const colon = parent.name.indexOf(':');
    const prefix = colon < 0 ? '' : parent.name.slice(0, colon + 1);
    return parent.namespace === namespaces.svg ? `<${prefix}metadata/>` : `<${prefix}span/>`;
  }

  close(name: string, written: string): RefusalReason | null {
    const frame = this.frames.pop();
    if (frame?.name !== name) return 'corrupt';
    this.leave(frame, frame.fate === 'span' ? '</span>' : written);
    return null;
  }

  private leave(frame: Frame, written: string): void {
    this.prefixes.leave(frame.outer);
    if (frame.fate === 'gone') {
      this.leaveGone(frame);
      return;
    }
    if (frame.style) {
      const { raw, text } = frame.style;
      this.parts.push(styledContent(raw, text, cleanStyle(text, this.names, this.report.tell)));
    }
    this.parts.push(written);
  }

  private leaveGone({ root, property }: Frame): void {
    const parent = this.frames.at(-1);
    if (property && property !== parent?.property) this.report.property(property.name, property.text);
    if (!root || root === parent?.root || root.isEmpty) return;
    this.report.tell(...root.label, root.label[0] === 'text' ? root.text : '');
  }

  plain(token: PlainToken, written: string): RefusalReason | null {
    const { kind, content } = token;
    const frame = this.frames.at(-1);
    if (kind === 'comment') this.report.comment(content);
    else if (kind === 'instruction') this.instruction(content);
    else return this.characters(kind === 'cdata' ? content : decodeReferences(content), written, frame);
    if (frame?.root) frame.root.isEmpty = false;
    return null;
  }

  private instruction(content: string): void {
    this.report.tell('other', 'processing instruction', content);
    const isStyle =
      !this.hasRoot && /^xml-stylesheet\s/.test(content) && !/type\s*=\s*["'](?!text\/css)/.test(content);
    const [, , raw = ''] = /\shref\s*=\s*(["'])(data:.*?)\1/s.exec(isStyle ? content : '') ?? [];
    const address = attributeValue(raw);
    if (address) this.sheets.push(address.replaceAll('"', '%22').replaceAll('\\', '%5C'));
  }

  /** What an instruction linked to (xml-stylesheet, 3) draws as well from within. */
  private addSheets({ name }: Frame): void {
    const style = `${name.slice(0, name.indexOf(':') + 1)}style`;
    for (const address of this.sheets) {
      const parts = cleanStyle(`@import url("${address}");`, this.names, this.report.tell);
      this.parts.push(`<${style}>`, styledContent('', '', parts), `</${style}>`);
    }
  }

  private characters(text: string | null, written: string, frame: Frame | undefined): RefusalReason | null {
    if (text === null) return 'corrupt';
    const isSpace = /^[ \t\r\n]*$/.test(text);
    if (!frame) {
      if (!/^[ \t\r\n]*$/.test(written)) return 'corrupt';
      this.parts.push(written);
    } else if (frame.fate === 'gone') {
      if (frame.root) frame.root.isEmpty = false;
      for (const held of [frame.property, frame.root])
        if (held && held.text.length < 1000) held.text += text.slice(0, 1000);
    } else if (frame.style) {
      frame.style.raw += written;
      frame.style.text += text;
    } else if (frame.isText || /^[ \t\r\n]*$/.test(written)) this.parts.push(written);
    else if (!isSpace) this.report.tell('text', 'text that is not drawn', text);
    return null;
  }
}

/** Whether HTML within it is drawn. */
function isHtmlIn(parent: Frame): boolean {
  return parent.namespace === namespaces.html;
}

/** CSS by its type, which is the one that is meant when there is none. */
function isStyleSheet({ attributes }: KeptElement): boolean {
  const type =
    attributes
      .find(({ attribute }) => attribute.name === 'type')
      ?.value.trim()
      .toLowerCase() ?? '';
  return type === '' || type === 'text/css';
}
