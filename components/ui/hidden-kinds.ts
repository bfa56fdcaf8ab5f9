import type { HiddenData, HiddenKind } from '../../utils/metadata/hidden-data';
import type { IconName } from './icon';

/** The order in which kinds are told: what betrays most comes first. */
export const kindOrder: readonly HiddenKind[] = [
  'place',
  'device',
  'time',
  'person',
  'text',
  'thumbnail',
  'edit-history',
  'other',
];

export const kindIcons: Readonly<Record<HiddenKind, IconName>> = {
  place: 'map-pin',
  time: 'clock',
  device: 'smartphone',
  person: 'user-round',
  text: 'file-text',
  thumbnail: 'image',
  'edit-history': 'history',
  other: 'layers',
};

export interface KindRow {
  readonly kind: HiddenKind;
  /** Different values, the first one first. */
  readonly values: readonly string[];
}

/** One row for each kind of hidden data, values without repetition. */
export function rowsByKind(hidden: readonly HiddenData[]): readonly KindRow[] {
  return kindOrder.flatMap((kind) => {
    const ofKind = hidden.filter((item) => item.kind === kind);
    if (ofKind.length === 0) return [];
    // The name a person knows the device by comes before its maker and its software.
    const told = [...ofKind].sort((a, b) => Number(b.label === 'Model') - Number(a.label === 'Model'));
    const values = told.flatMap(({ value }) => (value === undefined ? [] : [value]));
    return [{ kind, values: [...new Set(values)] }];
  });
}
