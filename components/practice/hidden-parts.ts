import piexif from 'piexifjs';
import { crc32 } from '../../utils/bytes/crc32';
import { bytesOf, latin1Of, startsWith } from '../../utils/bytes/text';

/** Puts into freshly encoded pictures what phones and programs hide in them. */

/** EXIF (CIPA DC-008) as a phone writes it; of a thumbnail the JPEG's bytes. */
export interface PhoneData {
  readonly model: string;
  /** "2026:11:12 16:32:04", the clock of the camera. */
  readonly time: string;
  /** Decimal degrees, north and east. */
  readonly place: readonly [number, number];
  /** How the stored rows are to be turned; see TIFF tag 0x0112. */
  readonly orientation?: number;
  readonly thumbnail?: Uint8Array;
}

/** Degrees as the rationals that EXIF wants: degrees, minutes, hundredths of a second. */
function rationals(degrees: number): [number, number][] {
  const minutes = (degrees % 1) * 60;
  return [
    [Math.floor(degrees), 1],
    [Math.floor(minutes), 1],
    [Math.round((minutes % 1) * 6000), 100],
  ];
}

/** EXIF with its identifier, as piexifjs writes it: a text of bytes. */
function exifOf({ model, time, place: [north, east], orientation, thumbnail }: PhoneData): string {
  const { ImageIFD, ExifIFD, GPSIFD } = piexif;
  return piexif.dump({
    '0th': {
      [ImageIFD.Make]: 'Samsung',
      [ImageIFD.Model]: model,
      [ImageIFD.Software]: 'A145FXXU4BWL1',
      ...(orientation ? { [ImageIFD.Orientation]: orientation } : {}),
    },
    Exif: { [ExifIFD.DateTimeOriginal]: time },
    GPS: {
      [GPSIFD.GPSLatitudeRef]: 'N',
      [GPSIFD.GPSLatitude]: rationals(north),
      [GPSIFD.GPSLongitudeRef]: 'E',
      [GPSIFD.GPSLongitude]: rationals(east),
    },
    ...(thumbnail ? { '1st': {}, thumbnail: latin1Of(thumbnail) } : {}),
  });
}

export function hideInJpeg(picture: Uint8Array, data: PhoneData): Uint8Array {
  return bytesOf(piexif.insert(exifOf(data), latin1Of(picture)));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** W3C PNG 11.3.3.2: tEXt chunks, put behind the header. */
export function hideInPng(picture: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const headerEnd = 8 + 25;
  const chunks = Object.entries(texts).map(([keyword, text]) => {
    const typed = bytesOf(`tEXt${keyword}\0${text}`);
    const chunk = new Uint8Array(typed.length + 8);
    const view = new DataView(chunk.buffer);
    view.setUint32(0, typed.length - 4);
    chunk.set(typed, 4);
    view.setUint32(typed.length + 4, crc32(typed));
    return chunk;
  });
  return joined(picture.subarray(0, headerEnd), ...chunks, picture.subarray(headerEnd));
}

/** RFC 9649: a chunk of type and length, padded to an even one. */
function webpChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + data.length + (data.length % 2));
  chunk.set(bytesOf(type));
  new DataView(chunk.buffer).setUint32(4, data.length, true);
  chunk.set(data, 8);
  return chunk;
}

/** RFC 9649 2.7: an EXIF chunk at the end, announced in VP8X, which a simple file is given for it. */
export function hideInWebp(picture: Uint8Array, side: number, data: PhoneData): Uint8Array {
  const exifFlag = 0x08;
  const body = picture.slice(12);
  const extended = startsWith(body, 'VP8X');
  if (extended) body[8] = (body[8] ?? 0) | exifFlag;
  const last = side - 1;
  const size = [last & 0xff, (last >> 8) & 0xff, last >> 16];
  const head = extended ? [] : [webpChunk('VP8X', Uint8Array.of(exifFlag, 0, 0, 0, ...size, ...size))];
  const exif = webpChunk('EXIF', bytesOf(exifOf(data)).subarray('Exif\0\0'.length));
  const parts = joined(bytesOf('WEBP'), ...head, body, exif);
  return webpChunk('RIFF', parts);
}
