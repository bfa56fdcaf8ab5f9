/** What a piece of hidden data tells about a person. */
export type HiddenKind =
  | 'place'
  | 'time'
  | 'device'
  | 'person'
  | 'text'
  | 'thumbnail'
  | 'edit-history'
  | 'other';

/** One thing that was hidden in a file, as a person would want to know it. Never stored, never logged. */
export interface HiddenData {
  readonly kind: HiddenKind;
  /** The carrier by its standard's name: 'EXIF', 'XMP', 'IPTC', 'COM', 'trailer'… */
  readonly source: string;
  /** The field by its standard's name: 'GPSLatitude', 'Model', 'dc:creator'… */
  readonly label: string;
  /** Readable value, at most 200 characters. Place: decimal degrees "36.34, 43.13"; time: "YYYY-MM-DD HH:MM". */
  readonly value?: string;
}

export function hiddenItem(kind: HiddenKind, source: string, label: string, value?: string): HiddenData {
  return { kind, source, label, ...(value ? { value } : {}) };
}

/** Each kind, source and label once; the first one counts, as it does for readers. */
export function eachOnce(items: readonly HiddenData[]): readonly HiddenData[] {
  const seen = new Set<string>();
  return items.filter(({ kind, source, label }) => {
    const key = [kind, source, label].join('\0');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
