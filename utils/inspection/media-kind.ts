import type { ByteSource } from '../bytes/byte-source';
import { familyOf } from '../metadata/isobmff-brands';
import { headLength, signatureOf } from '../metadata/signatures';
import { isSoundOnly } from './sound-only';

/** By which way a file is looked at. A video has the type by which a browser takes it. */
export type MediaKind =
  | { readonly kind: 'picture' | 'svg' | 'sound' }
  | { readonly kind: 'video'; readonly type: string };

/** Formats of videos; browsers decode the first two, and some of them the third. */
const videoTypes: Readonly<Record<string, string>> = {
  isobmff: 'video/mp4',
  matroska: 'video/webm',
  ogg: 'video/ogg',
  avi: 'video/x-msvideo',
  mpeg: 'video/mpeg',
};

/** By its bytes, whatever name and type say. What cannot be told is tried as a picture. */
export async function mediaKind(source: ByteSource): Promise<MediaKind> {
  const head = await source.read(0, Math.min(headLength, source.size));
  const format = signatureOf(head, source.size) ?? '';
  if (format === 'svg') return { kind: 'svg' };
  const type = videoTypes[format];
  const family = familyOf(head);
  if (type === undefined || family === 'heif' || family === 'avif' || family === 'raw')
    return { kind: 'picture' };
  return (await isSoundOnly(source)) ? { kind: 'sound' } : { kind: 'video', type };
}
