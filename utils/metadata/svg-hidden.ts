import { type HiddenData, type HiddenKind, hiddenItem } from './hidden-data';
import { tidy } from './readable';
import { namespaces } from './svg-names';
import { shownName } from './svg-tokens';

/** What is hidden in an SVG, for people. Only the report depends on it. */

/** Editors by what their namespaces contain. */
const editors: readonly (readonly [string, string])[] = [
  ['inkscape.org', 'Inkscape'],
  ['sodipodi', 'Inkscape'],
  ['openswatchbook', 'Inkscape'],
  ['ns.adobe.com', 'Adobe'],
  ['bohemiancoding.com', 'Sketch'],
  ['serif.com', 'Affinity'],
  ['figma.com', 'Figma'],
  ['vectornator', 'Vectornator'],
  ['krita', 'Krita'],
  ['boxy-svg', 'Boxy SVG'],
  ['corel.com', 'CorelDRAW'],
  ['w3.org/1999/02/22-rdf', 'RDF'],
  ['purl.org/dc', 'Dublin Core'],
  ['creativecommons.org', 'Creative Commons'],
  ['web.resource.org/cc', 'Creative Commons'],
];

/** RDF properties (Dublin Core, XMP) by local name. */
const properties: ReadonlyMap<string, HiddenKind> = new Map([
  ['creator', 'person'],
  ['contributor', 'person'],
  ['publisher', 'person'],
  ['rights', 'person'],
  ['Artist', 'person'],
  ['title', 'text'],
  ['description', 'text'],
  ['subject', 'text'],
  ['identifier', 'text'],
  ['source', 'text'],
  ['relation', 'text'],
  ['coverage', 'place'],
  ['GPSLatitude', 'place'],
  ['GPSLongitude', 'place'],
  ['City', 'place'],
  ['Country', 'place'],
  ['date', 'time'],
  ['CreateDate', 'time'],
  ['ModifyDate', 'time'],
  ['MetadataDate', 'time'],
  ['CreatorTool', 'device'],
  ['Make', 'device'],
  ['Model', 'device'],
  ['Thumbnails', 'thumbnail'],
  ['DocumentID', 'edit-history'],
  ['InstanceID', 'edit-history'],
  ['OriginalDocumentID', 'edit-history'],
  ['History', 'edit-history'],
]);

/** Kinds whose values say nothing to people. */
const wordless: ReadonlySet<HiddenKind> = new Set(['thumbnail', 'edit-history']);

/** Attributes of editors that hold paths, names and versions, by local name. */
const telling: ReadonlyMap<string, HiddenKind> = new Map([
  ['docname', 'text'],
  ['export-filename', 'text'],
  ['absref', 'text'],
  ['docbase', 'text'],
  ['version', 'device'],
]);

/** A comment that names the program. */
const program =
  /generator|creat(?:ed|or)|exported|made (?:with|by|in)|inkscape|illustrator|sketch|figma|corel|affinity/i;

export function editorOf(namespace: string): string {
  return editors.find(([part]) => namespace.includes(part))?.[1] ?? shownName(namespace || 'no namespace');
}

/** A path within somebody's home tells who that is. */
function kindOfPath(path: string): HiddenKind {
  return /(?:home|users|documents and settings)[/\\]/i.test(path) ? 'person' : 'text';
}

/** More than anybody reads; at least the first ones are told. */
const mostItems = 500;

/** What goes while a document is read: each kind and label once, whatever their number. */
export class Report {
  private readonly found = new Map<string, HiddenData>();

  tell = (kind: HiddenKind, label: string, value = '', source = 'SVG'): void => {
    const key = `${kind} ${source} ${label}`;
    const known = this.found.get(key);
    if (known && (known.value !== undefined || value === '')) return;
    if (this.found.size >= mostItems) return;
    // Nothing longer is shown, however long a comment is.
    this.found.set(key, hiddenItem(kind, source, label, tidy(value.slice(0, 1000))));
  };

  add(items: readonly HiddenData[]): void {
    for (const item of items) {
      const key = `${item.kind} ${item.source} ${item.label}`;
      if (!this.found.has(key) && this.found.size < mostItems) this.found.set(key, item);
    }
  }

  comment(content: string): void {
    this.tell(program.test(content.slice(0, 1000)) ? 'device' : 'text', 'comment', content);
  }

  /** An attribute in a namespace that is none of those that draw. */
  foreignAttribute(namespace: string, name: string, value: string): void {
    const local = name.slice(name.indexOf(':') + 1);
    const kind = telling.get(local);
    if (kind === undefined) this.tell('edit-history', editorOf(namespace));
    else this.tell(kind === 'text' ? kindOfPath(value) : kind, shownName(name), value);
  }

  /** A property of RDF, as an attribute or with its text; whether it is one. */
  property(name: string, value: string): void {
    const kind = propertyKind(name);
    if (kind) this.tell(kind, shownName(name), wordless.has(kind) ? '' : value, 'RDF');
  }

  items(): readonly HiddenData[] {
    return [...this.found.values()];
  }
}

/** What a property of RDF tells, by its name; undefined when nothing is known of it. */
export function propertyKind(name: string): HiddenKind | undefined {
  const colon = name.indexOf(':');
  return colon < 0 ? undefined : properties.get(name.slice(colon + 1));
}

/** How an element that goes is spoken of; null for one of an editor, which is named by its namespace. */
export function labelOf(namespace: string, local: string): readonly [HiddenKind, string] {
  const isOwn = namespace === namespaces.svg || namespace === namespaces.html || namespace === '';
  if (!isOwn) return ['edit-history', editorOf(namespace)];
  return [local === 'title' || local === 'desc' ? 'text' : 'other', shownName(local)];
}
