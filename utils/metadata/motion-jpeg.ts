import type { ByteSource } from '../bytes/byte-source';
import type { SparseWindow } from '../bytes/sparse-window';
import { latin1Of, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import type { Range, RefusalReason } from './clean-result';
import { eachOnce, type HiddenData } from './hidden-data';
import { type Edit, zerosOver } from './in-place';
import { describeSegments } from './jpeg-hidden';
import { isApplication, marker } from './jpeg-marker';
import type { Segment } from './jpeg-structure';
import { isZero } from './pieces';

/**
 * Motion JPEG: video whose frames are JPEG pictures, ITU-T T.81, in any container. What segments of applications and
 * comments say before the scan is zeroed where it stands, so that no frame changes its length; what decoders go by
 * stays. Only the heads of frames are read: nothing behind a scan is looked for.
 */

/** More segments than any camera writes before a scan. */
const maximumSegments = 200;

/** Of so many is told what they say. */
const maximumTold = 16;

/** A frame is one picture or two fields of one. */
const maximumFields = 2;

/** Of short segments all is at hand, in bytes. */
const shortPayload = 1 << 12;

/** JFIF: up to its thumbnail. AVI1: polarity and lengths of fields (OpenDML 2.0). QuickTime: Motion-JPEG A. Adobe. */
const kept: readonly { readonly begins: string; readonly length: number }[] = [
  { begins: 'JFIF\0', length: 12 },
  { begins: 'AVI1', length: 14 },
  { begins: '\0\0\0\0mjpg', length: 40 },
  { begins: 'Adobe', length: 12 },
  { begins: 'LJIF', length: 11 },
  { begins: 'colr', length: 5 },
  { begins: 'xfrm', length: 5 },
  // By these comments decoders know which way up a frame is, how wide its pixels are, and the order of fields.
  ...['Intel(R) JPEG Library, version 1', 'Metasoft MJPEG Codec', 'MULTISCOPE II'].map((begins) => ({
    begins,
    length: begins.length,
  })),
  { begins: 'AVID', length: 13 },
];

/** The one comment that counts only when nothing else stands in it. */
const matrix = /^CS=ITU601\0*$/;

/** Where AVI1 and Motion-JPEG A say how far the second field is from the first, from the payload on. */
const nextField = { AVI1: 6, mjpg: 16 } as const;

/** The frames of all tracks of a file. */
export class MotionJpeg {
  private readonly source: ByteSource;
  private readonly view: SparseWindow;
  private readonly edits: Edit[];
  private readonly told: Omit<Segment, 'payload'>[] = [];

  /** @param edits what is found is added to them */
  constructor(source: ByteSource, view: SparseWindow, edits: Edit[]) {
    this.source = source;
    this.view = view;
    this.edits = edits;
  }

  /** Whether a picture begins there. */
  async isFrame(start: number): Promise<boolean> {
    return startsWith(await this.view.at(start, 3), '\xff\xd8\xff');
  }

  /** Zeros what one frame hides; nothing, where it is no picture. */
  async blankFrame({ start, end }: Range): Promise<RefusalReason | null> {
    let field: number | null = start;
    for (let count = 0; count < maximumFields && field !== null && field < end; count++) {
      if (!(await this.isFrame(field))) return null;
      const next: number | RefusalReason | null = await this.blankField(field, end);
      if (typeof next === 'string') return next;
      field = next !== null && next > field ? next : null;
    }
    return null;
  }

  /** @returns where the other field begins; null where there is none */
  private async blankField(start: number, end: number): Promise<number | RefusalReason | null> {
    let next: number | null = null;
    let at = start + 2;
    for (let count = 0; count < maximumSegments; count++) {
      const [first, code = 0, high = 0, low = 0] = await this.view.at(at, 4);
      if (at + 4 > end || first !== 0xff || code === marker.SOS || code === marker.EOI) return next;
      const length = (high << 8) | low;
      if (code === 0xff) at += 1;
      else if (length < 2) return next;
      else {
        const segment = { code, start: at + 4, end: Math.min(at + 2 + length, end) };
        if (isApplication(code)) next = (await this.blankSegment(segment, start)) ?? next;
        at += 2 + length;
      }
    }
    return 'unsupported';
  }

  /** @returns where it says that the other field begins */
  private async blankSegment(
    { code, start, end }: Range & { readonly code: number },
    field: number,
  ): Promise<number | null> {
    const payload = (await this.view.at(start, shortPayload)).slice(0, Math.max(0, end - start));
    const from = start + keptLength(payload);
    if (from < end && !(await this.isZero(payload.subarray(from - start), start + payload.length, end))) {
      this.edits.push(zerosOver(from, end));
      if (this.told.length < maximumTold) this.told.push({ kind: 'segment', code, start, end });
    }
    return fieldAfter(payload, field);
  }

  private async isZero(first: Uint8Array, rest: number, end: number): Promise<boolean> {
    return first.every((byte) => byte === 0) && isZero(this.source, rest, end);
  }

  /** What was hidden in the first of the frames that hid anything. */
  async describe(): Promise<readonly HiddenData[]> {
    const segments: Segment[] = [];
    for (const { code, start, end, kind } of this.told)
      segments.push({ kind, code, start, end, payload: await this.source.read(start, end) });
    return eachOnce(await describeSegments(segments));
  }
}

/** How much of a segment decoders go by. */
function keptLength(payload: Uint8Array): number {
  if (payload.length < 64 && matrix.test(latin1Of(payload))) return payload.length;
  return kept.find(({ begins }) => startsWith(payload, begins))?.length ?? 0;
}

function fieldAfter(payload: Uint8Array, field: number): number | null {
  const at = startsWith(payload, 'AVI1')
    ? nextField.AVI1
    : startsWith(payload, 'mjpg', 4)
      ? nextField.mjpg
      : null;
  if (at === null || payload.length < at + 4) return null;
  const length = viewOf(payload).getUint32(at);
  return length > 0 ? field + length : null;
}
