import { gzipSync } from 'node:zlib';
import { heif } from '../fixtures/heif';
import { box, u32 } from '../fixtures/isobmff';
import { join, latin1 } from '../fixtures/jpeg';
import * as jxl from '../fixtures/jxl';
import { fragmented, movie } from '../fixtures/mp4';
import { drawing, edited, svg, utf16 } from '../fixtures/svg';
import { bmpSeeds, gifSeeds, icoSeeds, jpegSeeds, pngSeeds, tiffSeeds, webpSeeds } from './seeds-of-pictures';
import { aviSeeds, matroskaSeeds, webmSeeds } from './seeds-of-videos';

/** Well-formed files of every container, with secrets wherever one can lie; where the picture is coded there is none. */

export interface Seed {
  /** Unique; the container's name comes first. */
  readonly name: string;
  /** The registry's name of the container. */
  readonly format: string;
  readonly bytes: Uint8Array;
}

type Files = Readonly<Record<string, Uint8Array>>;

const secret = latin1('secret');
const tail = join(box('free', secret), latin1('secret tail'));
/** Longer than what is read whole before it is looked at. */
const long = (length = 300_000) => Uint8Array.from({ length }, (_, at) => (at * 31) % 251);

const jxlSeeds: Files = {
  whole: join(jxl.start, jxl.level, jxl.exif, jxl.xml, jxl.codestream, jxl.compressed('Exif'), tail),
  parts: join(
    jxl.start,
    jxl.jpegData,
    jxl.part(0),
    jxl.xml,
    jxl.part(1),
    jxl.part(2, true),
    jxl.compressed('xml '),
  ),
  bare: join([0xff, 0x0a], long(64)),
  long: join(jxl.start, jxl.exif, box('jxlc', [0xff, 0x0a], long()), jxl.xml),
};

const mp4Seeds: Files = {
  last: movie({ gap: 'secret gap', tail: 'secret tail' }),
  first: movie({ order: 'moov-first', version: 1, wideOffsets: true, quickTime: true, gap: 'secret' }),
  large: movie({ largeMdat: true, brands: false, quickTime: true }),
  open: movie({ order: 'moov-first', openMdat: true, tail: 'secret tail' }),
  two: movie({ handlers: ['vide', 'soun'], version: 1 }),
  'fragments-moof': fragmented(),
  'fragments-offset': fragmented({ base: 'offset' }),
  'fragments-none': fragmented({ base: 'none' }),
  long: join(movie({ gap: 'secret gap' }), box('mdat', long()), box('uuid', new Uint8Array(16), secret)),
};

const motion = box('mpvd', latin1('secret video'));
const heifSeeds = (brand: string): Files => ({
  all: heif({ brand, tail: motion, name: "Noor's" }),
  wide: heif({ brand, wide: true, tail: latin1('SEFHsecretSEFT') }),
  few: heif({ brand, ids: [1, 2, 3, 4, 12, 13] }),
  long: heif({ brand, tail: box('mpvd', secret, long()) }),
  sequence: sequence(brand),
});

/** Pictures that follow each other, without one that stands for them: a movie under another brand, as long. */
function sequence(brand: string): Uint8Array {
  const ftyp = box('ftyp', latin1(brand), u32(0), latin1(`msf1${brand}`));
  return join(ftyp, box('free'), movie({ gap: 'secret gap' }).subarray(ftyp.length + 8));
}

const document = new TextEncoder().encode(edited);
const svgSeeds: Files = {
  edited: document,
  wide: utf16(edited),
  compressed: gzipSync(document),
  long: svg(`<desc>secret</desc>${drawing}<path d="${'M1 2L3 4'.repeat(40_000)}"/>`),
};

const files: Readonly<Record<string, Files>> = {
  jpeg: jpegSeeds,
  png: pngSeeds,
  webp: webpSeeds,
  gif: gifSeeds,
  heif: heifSeeds('heic'),
  avif: heifSeeds('avif'),
  mp4: mp4Seeds,
  webm: webmSeeds,
  matroska: matroskaSeeds,
  avi: aviSeeds,
  tiff: tiffSeeds,
  bmp: bmpSeeds,
  ico: icoSeeds,
  jxl: jxlSeeds,
  svg: svgSeeds,
};

export const seeds: readonly Seed[] = Object.entries(files).flatMap(([format, own]) =>
  Object.entries(own).map(([name, bytes]) => ({ name: `${format}-${name}`, format, bytes })),
);
