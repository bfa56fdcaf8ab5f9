import { latin1Of, startsWith } from '../bytes/text';

/**
 * What else is a picture, a video or such sound, by the first bytes, the declared type or the extension: what
 * cannot be cleaned is refused, never passed. What is found nowhere here is none of ours.
 */

/** So many bytes of a file are enough for every signature. */
export const headLength = 4096;

/** ISO base media files (ISO 14496-12): box types that stand first in a file without `ftyp`. */
const firstBoxes = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot', 'moof', 'styp', 'uuid', 'sidx'];

/** Signatures at the beginning, by format. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  png: ['\x89PNG\r\n\x1a\n', '\x8aMNG\r\n', '\x8bJNG\r\n'],
  gif: ['GIF87a', 'GIF89a'],
  tiff: ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'],
  raw: ['FUJIFILMCCD-RAW', 'IIRO', 'IIRS', 'MMOR', 'IIU\0', 'FOVb', '\0MRM'],
  'jpeg-xr': ['II\xbc'],
  'jpeg-xl': ['\xff\x0a', '\0\0\0\x0cJXL \r\n\x87\n'],
  'jpeg-2000': ['\0\0\0\x0cjP  \r\n\x87\n', '\xff\x4f\xff\x51'],
  photoshop: ['8BPS'],
  icon: ['\0\0\x01\0', '\0\0\x02\0'],
  matroska: ['\x1a\x45\xdf\xa3'],
  flash: ['FLV\x01'],
  asf: ['\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
  mpeg: ['\0\0\x01\xba', '\0\0\x01\xb3'],
  openexr: ['\x76\x2f\x31\x01'],
  hdr: ['#?RADIANCE', '#?RGBE'],
  jng: ['\x8bJNG'],
  flif: ['FLIF'],
  bpg: ['BPG\xfb'],
  netpbm: ['P1\n', 'P2\n', 'P3\n', 'P4\n', 'P5\n', 'P6\n', 'P7\n'],
  xcf: ['gimp xcf '],
  postscript: ['%!PS-Adobe-3.0 EPSF'],
};

/** Extensions of pictures and videos. */
const extensions: ReadonlySet<string> = new Set(
  (
    'jpg jpeg jpe jfif jif mpo jps insp png apng mng jng webp gif heic heif hif heics avif avifs avci tif tiff btf dng cr2 cr3 ' +
    'crw nef nrw arw srf sr2 raf orf rw2 rwl pef srw x3f 3fr fff iiq mrw kdc dcr erf mef mos raw bmp dib svg svgz ico cur ' +
    'psd psb jp2 j2k jpf jpx jpm jpc jxl jxr wdp hdp exr hdr tga pcx pbm pgm ppm pnm xcf ' +
    'mp4 m4v m4a m4b mov qt 3gp 3gpp 3g2 3gp2 webm mkv mka mk3d avi divx mpg mpeg mpe m2v mts m2ts ts vob flv f4v wmv asf ogv ' +
    'insv lrv dv mxf rm rmvb'
  ).split(' '),
);

/** Extensions that other files have too: only the bytes can tell. */
const ambiguous: ReadonlySet<string> = new Set(['ts', 'raw', 'hdr', 'mos', 'fff', 'rm', 'jpc', 'pcx']);

/**
 * Which format of pictures or videos the first bytes are those of; null for none.
 * @param size of the whole file, in bytes
 */
export function signatureOf(head: Uint8Array, size: number): string | null {
  for (const [format, signatures] of Object.entries(beginnings)) {
    if (signatures.some((signature) => startsWith(head, signature))) return format;
  }
  if (startsWith(head, 'RIFF')) {
    if (startsWith(head, 'WEBP', 8)) return 'webp';
    if (startsWith(head, 'AVI ', 8)) return 'avi';
    return startsWith(head, 'RMMP', 8) || startsWith(head, 'ACON', 8) ? 'riff' : null;
  }
  if (startsWith(head, 'ftyp', 4) || isFirstBox(head, size)) return 'isobmff';
  if (startsWith(head, 'OggS') && latin1Of(head).includes('theora')) return 'ogg';
  if (isBitmap(head)) return 'bmp';
  if (isTransportStream(head)) return 'mpeg';
  return isSvg(head) ? 'svg' : null;
}

/** Without `ftyp` a text could begin like a box, so its length must fit the file (ISO 14496-12, 4.2). */
export function isFirstBox(head: Uint8Array, size: number): boolean {
  if (!firstBoxes.some((type) => startsWith(head, type, 4))) return false;
  const length = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  return length < 2 || (length >= 8 && length <= size);
}

/** "BM", and a header whose length is one of those that exist. */
function isBitmap(head: Uint8Array): boolean {
  const headers = [12, 16, 40, 52, 56, 64, 108, 124];
  return startsWith(head, 'BM') && headers.includes(head[14] ?? 0) && head[15] === 0;
}

/** MPEG-2 transport stream: a sync byte every 188 bytes, or every 192 after four bytes of time code. */
function isTransportStream(head: Uint8Array): boolean {
  return [
    [0, 188],
    [4, 192],
  ].some(([start = 0, step = 0]) => [0, 1, 2].every((packet) => head[start + packet * step] === 0x47));
}

/** An <svg> element before any other, after a prolog of comments, a doctype and processing instructions. */
function isSvg(head: Uint8Array): boolean {
  const utf16 = head[0] === 0xff || head[0] === 0xfe;
  const text = utf16 ? latin1Of(head).replaceAll('\0', '') : latin1Of(head);
  const start = text
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  return /^\s*(?:<!DOCTYPE\s+svg[^>]*(?:\[[\s\S]*?\]\s*)?>\s*)?<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]/i.test(start);
}

/** The lower-case extension of a name, without the dot; empty when it has none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether a file says of itself that it is a picture or video. */
export function isDeclaredPicture({ name, type }: { readonly name: string; readonly type: string }): boolean {
  const [top = ''] = type.toLowerCase().split('/');
  if (top === 'image' || top === 'video') return true;
  const extension = extensionOf(name);
  return extensions.has(extension) && !ambiguous.has(extension);
}
