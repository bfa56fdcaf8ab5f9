import { bytesOf, latin1Of, startsWith } from '../bytes/text';
import { xmpIdentifier } from './xmp';

/**
 * What an HDR gain map needs besides its picture: the numbers of Adobe's gain map XMP (Ultra HDR image format 1.1,
 * "GainMap metadata"), read and written anew so that nothing else comes with them. Those of ISO 21496-1:
 * `gain-map-iso.ts`.
 */

const gainMapNamespace = 'http://ns.adobe.com/hdr-gain-map/1.0/';
const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Names of the numbers, each one value or one for each of three channels. */
const names: readonly string[] = [
  'Version',
  'BaseRenditionIsHDR',
  'GainMapMin',
  'GainMapMax',
  'Gamma',
  'OffsetSDR',
  'OffsetHDR',
  'HDRCapacityMin',
  'HDRCapacityMax',
];

/** A number or a truth value; nothing that could tell anything. */
const harmless = /^(?:[+-]?\d{1,12}(?:\.\d{1,17})?(?:[eE][+-]?\d{1,3})?|True|False)$/;

type Numbers = ReadonlyMap<string, readonly string[]>;

/** The gain map numbers in an XMP packet; null when it is not one of a gain map. */
function readNumbers(packet: string): Numbers | null {
  const prefix = new RegExp(`xmlns:([A-Za-z][\\w-]{0,30})\\s*=\\s*["']${gainMapNamespace}["']`).exec(
    packet,
  )?.[1];
  if (!prefix) return null;
  const numbers = new Map<string, readonly string[]>();
  for (const name of names) {
    const values = valuesOf(packet, `${prefix}:${name}`);
    if (values.length > 0 && values.every((value) => harmless.test(value))) numbers.set(name, values);
  }
  return numbers.has('Version') ? numbers : null;
}

/** As an attribute, as an element's text, or as a sequence of one or three. */
function valuesOf(packet: string, name: string): readonly string[] {
  const attribute = new RegExp(`\\s${name}\\s*=\\s*["']([^"']{0,40})["']`).exec(packet)?.[1];
  if (attribute !== undefined) return [attribute.trim()];
  const open = packet.indexOf(`<${name}>`);
  const close = packet.indexOf(`</${name}>`, open);
  if (open < 0 || close < 0) return [];
  const content = packet.slice(open + name.length + 2, close);
  const items = [...content.matchAll(/<rdf:li>([^<]{0,40})<\/rdf:li>/g)].map(([, value = '']) =>
    value.trim(),
  );
  return items.length > 0 ? items.slice(0, 3) : [content.trim()];
}

function packetOf(attributes: string, content: string): Uint8Array {
  return bytesOf(
    `${xmpIdentifier}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${rdfNamespace}">` +
      `<rdf:Description rdf:about="" xmlns:hdrgm="${gainMapNamespace}"${attributes}>${content}` +
      '</rdf:Description></rdf:RDF></x:xmpmeta>',
  );
}

/**
 * The XMP of a gain map with its numbers alone, identifier included.
 * @param payload of an APP1 segment
 * @returns null when it holds none
 */
export function numbersOnly(payload: Uint8Array): Uint8Array | null {
  const numbers = startsWith(payload, xmpIdentifier) ? readNumbers(latin1Of(payload)) : null;
  // The picture's own XMP has the version only: it is not that of a gain map.
  if (!numbers?.has('GainMapMax')) return null;
  let attributes = '';
  let content = '';
  for (const [name, values] of numbers) {
    if (values.length === 1) attributes += ` hdrgm:${name}="${values[0]}"`;
    else {
      const items = values.map((value) => `<rdf:li>${value}</rdf:li>`).join('');
      content += `<hdrgm:${name}><rdf:Seq>${items}</rdf:Seq></hdrgm:${name}>`;
    }
  }
  return packetOf(attributes, content);
}

/** Whether the XMP of a picture says that a gain map comes with it. */
export function announcesGainMap(payload: Uint8Array): boolean {
  return startsWith(payload, xmpIdentifier) && readNumbers(latin1Of(payload)) !== null;
}

/**
 * The XMP of a picture that a gain map follows, identifier included (Ultra HDR 1.1, "GContainer").
 * @param length of the gain map, in bytes
 */
export function directoryOf(length: number): Uint8Array {
  const item = (attributes: string) =>
    `<rdf:li rdf:parseType="Resource"><Container:Item ${attributes} Item:Mime="image/jpeg"/></rdf:li>`;
  return packetOf(
    ' xmlns:Container="http://ns.google.com/photos/1.0/container/"' +
      ' xmlns:Item="http://ns.google.com/photos/1.0/container/item/" hdrgm:Version="1.0"',
    '<Container:Directory><rdf:Seq>' +
      item('Item:Semantic="Primary"') +
      item(`Item:Semantic="GainMap" Item:Length="${length}"`) +
      '</rdf:Seq></Container:Directory>',
  );
}
