import { latin1Of } from '../bytes/text';
import type { Items, Property, Reference } from './heif-items';

/** Which items and properties of a HEIF or AVIF file draw the picture that everybody sees. */

/** Coded and derived pictures (23008-12, 23000-22, AVIF 1.1, ISO 21496-1). */
const pictures: readonly string[] =
  'hvc1 hev1 lhv1 av01 avc1 vvc1 evc1 jpeg j2k1 unci mski grid iovl iden tmap sato'.split(' ');

/** References to what a picture is made of. */
const parts: readonly string[] = ['dimg', 'base', 'exbl', 'pred', 'tbas', 'evir'];

/** References that stay between items that do. */
export const references: readonly string[] = [...parts, 'auxl', 'prem'];

/** Auxiliary pictures that are seen: transparency, and the gain map of HDR. Depth, mattes and the like go. */
const auxiliary: readonly string[] = [
  'urn:mpeg:hevc:2015:auxid:1',
  'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha',
  'urn:mpeg:avc:2015:auxid:1',
  'urn:com:apple:photo:2020:aux:hdrgainmap',
];

/** Properties that a decoder or a screen needs. */
const properties: ReadonlySet<string> = new Set(
  (
    'ispe pixi pasp colr hvcC lhvC av1C avcC vvcC evcC jpgC j2kH a1op a1lx lsel tols oinf irot imir clap auxC clli mdcv ' +
    'cclv amve ndwt reve iscl rloc rref uncC cmpd cpat snuc cloc splz disi free'
  ).split(' '),
);

/** What each auxiliary picture is, by its `auxC`. */
export function auxiliaryTypes({
  bytes,
  properties: all,
  associationBoxes,
}: Items): ReadonlyMap<number, string> {
  const types = new Map<number, string>();
  for (const { id, properties: own } of associationBoxes.flatMap(({ associations }) => associations)) {
    const property = own.map(({ index }) => all[index - 1]).find((found) => found?.type === 'auxC');
    if (!property || types.has(id)) continue;
    const { data, end } = property.box;
    const text = latin1Of(bytes.subarray(data + 4, Math.min(end, data + 204)));
    types.set(id, text.split('\0')[0] ?? '');
  }
  return types;
}

/**
 * The numbers of the items that stay: the primary one, what it is made of, and what is seen with it.
 * @returns null when one of them is made of something that is no picture
 */
export function keptItems(all: Items): ReadonlySet<number> | null {
  const types = new Map(all.items.map(({ id, type }) => [id, type] as const));
  const auxiliaries = auxiliaryTypes(all);
  const leads = new Map<number, number[]>();
  const lead = (from: number, to: number) => {
    const known = leads.get(from);
    if (known) known.push(to);
    else leads.set(from, [to]);
  };
  for (const { type, from, to } of all.references) {
    if (parts.includes(type)) for (const id of to) lead(from, id);
    // A tone map is made of the picture and its gain map: it leads to the latter.
    const isSeen =
      (type === 'dimg' && types.get(from) === 'tmap') ||
      (type === 'auxl' && auxiliary.includes(auxiliaries.get(from) ?? ''));
    if (isSeen) for (const id of to) lead(id, from);
  }
  const kept = new Set<number>();
  const waiting = [all.primary];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (kept.has(id) || !pictures.includes(types.get(id) ?? '')) continue;
    kept.add(id);
    waiting.push(...(leads.get(id) ?? []));
  }
  const isWhole = ({ type, from, to }: Reference) =>
    !kept.has(from) || !parts.includes(type) || to.every((id) => kept.has(id));
  return kept.size > 0 && all.references.every(isWhole) ? kept : null;
}

/** The numbers, from 1, of the properties that stay: known ones of items that do. */
export function keptProperties(all: Items, kept: ReadonlySet<number>): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { associations } of all.associationBoxes) {
    for (const { id, properties: own } of associations) {
      if (!kept.has(id)) continue;
      for (const { index } of own) {
        const property: Property | undefined = all.properties[index - 1];
        if (property && properties.has(property.type)) used.add(index);
      }
    }
  }
  return used;
}
