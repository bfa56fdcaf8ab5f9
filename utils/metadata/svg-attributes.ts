import { cleanStyle, type Names, nothing } from './svg-css';
import type { Report } from './svg-hidden';
import {
  animationElements,
  htmlAttributes,
  keptNamespaces,
  mathAttributes,
  namedElements,
  namespaces,
  svgAttributes,
} from './svg-names';
import { asWritten, embeddedAttribute, type Part, styledAttribute, withValue } from './svg-parts';
import { declarations, type KeptElement, type ReadAttribute } from './svg-prefixes';
import { shownName } from './svg-tokens';

/** What becomes of the attributes of an element that stays. */

/** Elements whose link is to a picture, or a font. */
const loading: ReadonlySet<string> = new Set([
  'image',
  'feImage',
  'img',
  'input',
  'font-face-uri',
  'color-profile',
]);

const known: Readonly<Record<string, ReadonlySet<string>>> = {
  [namespaces.svg]: svgAttributes,
  [namespaces.html]: htmlAttributes,
  [namespaces.math]: mathAttributes,
};

/** What may hold addresses, or comments, among values that are style of one property. */
const addressing = /url|image|src|cross-fade|\\|\/\*/i;

/** Features as SVG 1.1 names them (appendix O.2); whoever has another one in mind writes what he likes. */
const feature = /^(?:http:\/\/www\.w3\.org\/TR\/SVG\d*\/feature#|org\.w3c\.(?:svg|dom))[\w.-]*$/;

/** Extensions that browsers know; elements that want another one are not drawn. */
const extensions: ReadonlySet<string> = new Set([namespaces.html, namespaces.math]);

/** One that no viewer has, so that what was not drawn is not. */
const unknownExtension = 'none';

/** Whether an element is drawn by what extensions it wants (SVG 2, 5.8). */
export function wantsUnknownExtension({ attributes }: KeptElement): boolean {
  const wanted = attributes.find(
    ({ namespace, local }) => namespace === '' && local === 'requiredExtensions',
  );
  return (
    wanted?.value
      .trim()
      .split(/\s+/)
      .some((extension) => !extensions.has(extension)) === true
  );
}

export class AttributeCleaner {
  private readonly names: Names;
  private readonly report: Report;

  constructor(names: Names, report: Report) {
    this.names = names;
    this.report = report;
  }

  /** The attributes of an element, in their order. */
  clean(element: KeptElement): Part[] {
    return element.attributes.flatMap((attribute) => this.cleanOne(attribute, element));
  }

  private cleanOne(read: ReadAttribute, element: KeptElement): readonly Part[] {
    const { attribute, namespace, local, value } = read;
    if (namespace === declarations) {
      if (value === '' || keptNamespaces.has(value)) return [asWritten(attribute)];
      return this.foreign(read, value);
    }
    if (namespace === namespaces.xlink) {
      return local === 'href' ? this.link(read, element) : this.dropped(read);
    }
    if (namespace === namespaces.xml) {
      if (local === 'id') return [{ kind: 'id', id: value, attribute }];
      return local === 'space' || local === 'lang' ? [asWritten(attribute)] : this.dropped(read);
    }
    return namespace === '' ? this.plain(read, element) : this.foreign(read, namespace);
  }

  private plain(read: ReadAttribute, element: KeptElement): readonly Part[] {
    const { attribute, local, value } = read;
    if (local === 'id') return [{ kind: 'id', id: value, attribute }];
    if (local === 'class') return [{ kind: 'class', value, attribute }];
    if (local === 'style') return this.style(read);
    const isHtml = element.namespace === namespaces.html;
    if (local === 'href' || (isHtml && (local === 'src' || local === 'background')))
      return this.link(read, element);
    if (local === 'requiredExtensions' && wantsUnknownExtension(element)) {
      if (value !== unknownExtension) this.report.tell('edit-history', 'requiredExtensions', value);
      return [withValue(attribute, unknownExtension)];
    }
    if (
      local === 'requiredFeatures' &&
      !value
        .trim()
        .split(/\s+/)
        .every((one) => feature.test(one))
    ) {
      return this.dropped(read);
    }
    const isKnown =
      known[element.namespace]?.has(local) || (local === 'name' && namedElements.has(element.local));
    if (!isKnown)
      return local.startsWith('on') ? this.dropped(read) : [{ kind: 'unknown', value, attribute }];
    if (element.namespace === namespaces.svg && animationElements.has(element.local)) {
      return this.animated(read, element);
    }
    return addressing.test(value) ? this.style(read) : [asWritten(attribute)];
  }

  private style({ attribute, value }: ReadAttribute): readonly Part[] {
    return styledAttribute(attribute, value, cleanStyle(value, this.names, this.report.tell));
  }

  private foreign({ attribute, value }: ReadAttribute, namespace: string): readonly Part[] {
    this.report.foreignAttribute(namespace, attribute.name, value);
    return [];
  }

  private dropped({ attribute, value }: ReadAttribute): readonly Part[] {
    const isText = !/^(?:on|xlink:(?:type|show|actuate)$)/.test(attribute.name);
    this.report.tell(isText ? 'text' : 'other', shownName(attribute.name), isText ? value : '');
    return [];
  }

  /** A link within the document stays, and so does what holds its own data; outside ones lead nowhere. */
  private link(read: ReadAttribute, { local: element }: KeptElement): readonly Part[] {
    const { attribute, value } = read;
    const address = value.trim();
    if (address.startsWith('#')) this.names.addFragment(address.slice(1));
    if (address === '' || address.startsWith('#') || address === nothing) return [asWritten(attribute)];
    const isLoading = loading.has(element) || read.local !== 'href' || animationElements.has(element);
    if (isLoading && /^data:/i.test(address)) return embeddedAttribute(attribute, value);
    this.report.tell('other', 'link', value);
    // What is loaded from nowhere shows as broken; a relative address, which is none without a base, as nothing.
    if (isLoading) return /^[a-z][\w+.-]*:/i.test(address) ? [withValue(attribute, nothing)] : [];
    return [withValue(attribute, '#')];
  }

  /** SMIL: what begins another, and values that may be links. */
  private animated(read: ReadAttribute, element: KeptElement): readonly Part[] {
    const { attribute, local, value } = read;
    if (local === 'begin' || local === 'end') {
      for (const time of value.split(';')) this.addTimed(time.trim());
    }
    if (local === 'attributeName' && /^on/i.test(value.trim())) return this.dropped(read);
    if (!['values', 'to', 'from', 'by'].includes(local)) return [asWritten(attribute)];
    const animates = element.attributes
      .find((other) => other.attribute.name === 'attributeName')
      ?.value.trim();
    if (!/(?:^|:)href$/.test(animates ?? '')) {
      return addressing.test(value) ? this.style(read) : [asWritten(attribute)];
    }
    if (local !== 'values') return this.link(read, element);
    const each = value.split(';').map((one) => one.trim());
    for (const one of each) if (one.startsWith('#')) this.names.addFragment(one.slice(1));
    const isInside = (one: string) => one === '' || one.startsWith('#');
    if (each.every(isInside)) return [asWritten(attribute)];
    this.report.tell('other', 'link', value);
    return [withValue(attribute, each.map((one) => (isInside(one) ? one : '#')).join(';'))];
  }

  /** "id.event", where dots of the id itself may be escaped (SMIL 3, 5.4.2): any beginning may be the id. */
  private addTimed(time: string): void {
    const words = time.slice(0, 1000).split('.').slice(0, 8);
    for (let count = 1; count < words.length; count++) {
      this.names.ids.add(words.slice(0, count).join('.').replaceAll('\\', '').trim());
    }
  }
}
