import type { FormatRecord } from '../metadata/container';

/**
 * Neutral names for one share: names tell dates, places and persons too. `photo-1.jpg`, `video-2.mp4`, counted
 * over the whole share; the extension stays when it belongs to the format found in the bytes, else follows them.
 */
export function neutralName(position: number, original: string, format: FormatRecord): string {
  const dot = original.lastIndexOf('.');
  const own = dot < 0 ? '' : original.slice(dot + 1).toLowerCase();
  const extension = format.extensions.includes(own) ? own : format.extensions[0];
  const kind = format.types[0]?.startsWith('video/') ? 'video' : 'photo';
  return `${kind}-${position}.${extension}`;
}

/** The declared type when it is one of the format's, else the format's own. */
export function matchingType(declared: string, format: FormatRecord): string {
  return format.types.includes(declared) ? declared : (format.types[0] ?? declared);
}
