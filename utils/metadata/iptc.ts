import { latin1Of, startsWith } from '../bytes/text';

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

export interface Dataset {
  /** Number within record 2, the application record. */
  readonly number: number;
  readonly text: string;
}

export interface PhotoshopData {
  readonly datasets: readonly Dataset[];
  readonly hasThumbnail: boolean;
}

/** Reads what can be read of an APP13 payload; broken resources end the reading, not the cleaning. */
export function readPhotoshop(payload: Uint8Array): PhotoshopData {
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
