import { namespaces } from './svg-names';
import { type Attribute, attributeValue, type OpenTag } from './svg-tokens';

/** An attribute that was read: its namespace (empty for none), local name and value. */
export interface ReadAttribute {
  readonly attribute: Attribute;
  readonly namespace: string;
  readonly local: string;
  readonly value: string;
}

/** An element by what its names mean. */
export interface KeptElement {
  readonly namespace: string;
  readonly local: string;
  readonly attributes: readonly ReadAttribute[];
}

/** What prefixes meant outside of an element. */
export type Outer = readonly (readonly [string, string | undefined])[];

/** Namespace of the attributes that declare one. */
export const declarations = 'http://www.w3.org/2000/xmlns/';

/** What prefixes mean (Namespaces in XML 1.0), at the place of the document that is read. */
export class Prefixes {
  private readonly meanings = new Map<string, string>([
    ['', ''],
    ['xml', namespaces.xml],
  ]);
  /** Programs of old wrote no namespace; then what has none is meant to be SVG. */
  private isBare = false;

  /** What names without prefix mean. */
  usual(): string {
    return this.meanings.get('') ?? '';
  }

  /** The element with its names, whose declarations hold from here on; null when one is not declared. */
  enter({ name, attributes }: OpenTag, isRoot: boolean): { element: KeptElement; outer: Outer } | null {
    const outer: [string, string | undefined][] = [];
    const values: string[] = [];
    for (const { name: attribute, raw } of attributes) {
      const value = attributeValue(raw);
      if (value === null) return null;
      values.push(value);
      const prefix = declared(attribute);
      if (prefix === null || prefix === 'xml') continue;
      if (prefix !== '' && value === '') return null;
      outer.push([prefix, this.meanings.get(prefix)]);
      this.meanings.set(prefix, value);
    }
    const own = this.qualified(name, true);
    if (!own) return null;
    if (isRoot) this.isBare = own.namespace === '';
    const read: ReadAttribute[] = [];
    for (const [index, attribute] of attributes.entries()) {
      const found = this.qualified(attribute.name, false);
      if (!found) return null;
      read.push({ attribute, ...found, value: values[index] ?? '' });
    }
    const namespace = own.namespace === '' && this.isBare ? namespaces.svg : own.namespace;
    return { element: { namespace, local: own.local, attributes: read }, outer };
  }

  /** Ends what the declarations of an element hold for. */
  leave(outer: Outer): void {
    for (const [prefix, before] of [...outer].reverse()) {
      if (before === undefined) this.meanings.delete(prefix);
      else this.meanings.set(prefix, before);
    }
  }

  private qualified(name: string, isElement: boolean): { namespace: string; local: string } | null {
    const colon = name.indexOf(':');
    if (colon < 0) {
      if (isElement) return { namespace: this.usual(), local: name };
      return { namespace: name === 'xmlns' ? declarations : '', local: name };
    }
    const prefix = name.slice(0, colon);
    const local = name.slice(colon + 1);
    if (prefix === '' || local === '' || local.includes(':')) return null;
    if (!isElement && prefix === 'xmlns') return { namespace: declarations, local };
    const namespace = this.meanings.get(prefix);
    return namespace === undefined ? null : { namespace, local };
  }
}

/** The prefix that an attribute declares; null when it is none of those. */
function declared(attribute: string): string | null {
  if (attribute === 'xmlns') return '';
  return attribute.startsWith('xmlns:') ? attribute.slice(6) : null;
}
