import { latin1Of, startsWith } from '../bytes/text';
import { type HiddenData, type HiddenKind, hiddenItem } from './hidden-data';
import { tidy } from './readable';

/**
 * IPTC-IIM in Photoshop image resources: Adobe Photoshop File Formats, "Image Resource Blocks"; IPTC-IIM 4.2.
 */
export const photoshopIdentifier = 'Photoshop 3.0\0';

/** Image resource ids. */
const iptcResource = 0x0404;
const thumbnailResources: readonly number[] = [0x0409, 0x040c];

/** More resources than Photoshop writes. */
const maximumResources = 500;

/** More datasets than any caption holds. */
const maximumDatasets = 2000;

/** IPTC-IIM 4.2, record 2: dataset numbers by what they tell. */
const kinds: Readonly<Record<number, [HiddenKind, string]>> = {
  5: ['text', 'ObjectName'],
  25: ['text', 'Keywords'],
  55: ['time', 'DateCreated'],
  80: ['person', 'By-line'],
  85: ['person', 'By-lineTitle'],
  90: ['place', 'City'],
  92: ['place', 'Sub-location'],
  95: ['place', 'Province-State'],
  101: ['place', 'Country'],
  105: ['text', 'Headline'],
  110: ['person', 'Credit'],
  116: ['person', 'CopyrightNotice'],
  118: ['person', 'Contact'],
  120: ['text', 'Caption'],
  122: ['person', 'Writer'],
};

interface Dataset {
  /** Number within record 2, the application record. */
  readonly number: number;
  readonly text: string;
}

interface PhotoshopData {
  readonly datasets: readonly Dataset[];
  readonly hasThumbnail: boolean;
}

/**
 * What Photoshop's image resources tell.
 * @param payload begins with the Photoshop identifier
 */
export function describePhotoshop(payload: Uint8Array): readonly HiddenData[] {
  const { datasets, hasThumbnail } = readPhotoshop(payload);
  const items = itemsOf(datasets);
  if (hasThumbnail) items.push(hiddenItem('thumbnail', 'Photoshop', 'thumbnail'));
  return [...items, hiddenItem('edit-history', 'Photoshop', 'image resources')];
}

/** What bare IPTC-IIM tells, without image resources around it. */
export function describeIptc(iptc: Uint8Array): readonly HiddenData[] {
  return itemsOf(readDatasets(iptc));
}

function itemsOf(datasets: readonly Dataset[]): HiddenData[] {
  return datasets.flatMap(({ number, text }) => {
    const [kind, label] = kinds[number] ?? [];
    return kind && label ? [hiddenItem(kind, 'IPTC', label, tidy(text))] : [];
  });
}

/** Reads what can be read; broken resources end the reading, not the cleaning. */
function readPhotoshop(payload: Uint8Array): PhotoshopData {
  const datasets: Dataset[] = [];
  let hasThumbnail = false;
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  let at = photoshopIdentifier.length;
  for (let count = 0; count < maximumResources && startsWith(payload, '8BIM', at); count++) {
    if (at + 7 > payload.length) break;
    const id = view.getUint16(at + 4);
    // The name is a Pascal string, padded to even length.
    const nameLength = 1 + (payload[at + 6] ?? 0);
    const data = at + 6 + nameLength + (nameLength % 2) + 4;
    if (data > payload.length) break;
    const length = view.getUint32(data - 4);
    if (data + length > payload.length) break;
    hasThumbnail ||= thumbnailResources.includes(id);
    if (id === iptcResource) datasets.push(...readDatasets(payload.subarray(data, data + length)));
    at = data + length + (length % 2);
  }
  return { datasets, hasThumbnail };
}

/** IIM 1.4: tag marker 0x1C, record, dataset, two-byte length. */
function readDatasets(bytes: Uint8Array): Dataset[] {
  const datasets: Dataset[] = [];
  let at = 0;
  for (let count = 0; count < maximumDatasets && bytes[at] === 0x1c && at + 5 <= bytes.length; count++) {
    const [, record = 0, number = 0, high = 0, low = 0] = bytes.subarray(at, at + 5);
    const length = (high << 8) | low;
    // The high bit announces an extended length, which captions do not need.
    if (length > 0x7fff || at + 5 + length > bytes.length) break;
    if (record === 2) datasets.push({ number, text: decode(bytes.subarray(at + 5, at + 5 + length)) });
    at += 5 + length;
  }
  return datasets;
}

/** UTF-8 where it is, else Latin-1. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return latin1Of(bytes);
  }
}
