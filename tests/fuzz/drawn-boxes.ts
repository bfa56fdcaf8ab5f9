import { type Part, type Range, view } from './parts/part';

/** What files of boxes are drawn by: samples of tracks, data of items, and the numbers that say how to. */

const whole = Number.POSITIVE_INFINITY;

/** By type of box: the longest data. Tables are as long as there are samples. */
const limits: Readonly<Record<string, number>> = {
  ...each(
    'stts ctts cslg stss stps stsz stz2 stsc stco co64 sbgp sgpd subs sdtp stsh padb stdp elst trun',
    whole,
  ),
  ...each('iloc ipma pitm altr dimg auxl prem base exbl pred tbas evir sidx ssix tfra ctab leva', whole),
  ...each('mvhd tkhd mdhd vmhd smhd nmhd trex tfhd tfdt mehd mfhd mfro load clef prof enof', 120),
  ...each('iods crgn elng', 64),
  ...{ ftyp: whole, styp: whole, sync: 400, hint: 400, cdsc: 400, dpnd: 400 },
};

/** What sample entries and items have to set up a decoder and a screen. */
const settings: ReadonlySet<string> = new Set(
  (
    'avcC avcE hvcC hvcE lhvC mvcC mvcP svcC vvcC evcC av1C vpcC apvC jpgC j2kH dvcC dvvC dvwC esds glbl d263 colr nclx ' +
    'pasp clap fiel gama btrt bitr mdcv clli SmDm CoLL cclv amve ndwt reve st3d sv3d vexu hfov auxi ccst hdlc jp2h chan ' +
    'chnl SA3D dmix dac3 dec3 dac4 dmlp dOps dfLa alac ddts damr daev samr dwmc devc dsmv dqcp dfxp srat pcmC mhaC dapt frma ' +
    'enda rtmp ispe pixi irot imir auxC a1op a1lx lsel tols oinf iscl rloc rref uncC cmpd cpat snuc cloc splz disi'
  ).split(' '),
);

function each(types: string, limit: number): Record<string, number> {
  return Object.fromEntries(types.split(' ').map((type) => [type, limit]));
}

export function drawnOfBoxes(bytes: Uint8Array, parts: readonly Part[]): readonly Range[] {
  const ranges: Range[] = parts
    .filter(({ type, data, end }) => settings.has(type) || end - data <= (limits[type] ?? 0))
    .map(({ data, end }) => ({ start: data, end }));
  const entries = parts.filter(({ type }) => type === 'stsd').flatMap(({ children }) => children);
  for (const entry of entries) ranges.push(...drawnOfEntry(bytes, entry));
  ranges.push(...samples(bytes, parts), ...fragments(bytes, parts), ...items(bytes, parts));
  return ranges;
}

/** The numbers of a sample entry: all but reserved bytes, vendor and name; and what follows that is no box. */
function drawnOfEntry(_: Uint8Array, { data, end, children }: Part): readonly Range[] {
  const first = children[0]?.start ?? end;
  const last = children.at(-1)?.end ?? end;
  const fixed = [
    { start: data + 6, end: data + 12 },
    { start: data + 16, end: Math.min(data + 42, first) },
    { start: Math.min(data + 74, first), end: first },
  ];
  return [...fixed, { start: last, end }];
}

/** By the table of each track: chunk after chunk, ISO 14496-12, 8.7. */
function samples(bytes: Uint8Array, parts: readonly Part[]): readonly Range[] {
  const numbers = view(bytes);
  return parts
    .filter(({ type }) => type === 'stbl')
    .flatMap(({ children }) => {
      const find = (...types: readonly string[]) => children.find(({ type }) => types.includes(type));
      const [sizes, offsets, runs] = [find('stsz', 'stz2'), find('stco', 'co64'), find('stsc')];
      if (!sizes || !offsets || !runs) return [];
      const get = (at: number, width: number) =>
        at + width <= bytes.length ? numberAt(numbers, at, width) : 0;
      const wide = offsets.type === 'co64' ? 8 : 4;
      const chunkCount = Math.min(get(offsets.data + 4, 4), 100_000);
      const runCount = Math.min(get(runs.data + 4, 4), 100_000);
      const sample = sampleSizes(sizes, get);
      const ranges: Range[] = [];
      let index = 0;
      let run = 0;
      for (let chunk = 1; chunk <= chunkCount; chunk++) {
        while (run + 1 < runCount && get(runs.data + 8 + (run + 1) * 12, 4) <= chunk) run++;
        let at = get(offsets.data + 8 + (chunk - 1) * wide, wide);
        const count = get(runs.data + 8 + run * 12 + 4, 4);
        for (let each = 0; each < count && index < 100_000; each++, index++) {
          const length = sample(index);
          if (length === null) break;
          ranges.push({ start: at, end: at + length });
          at += length;
        }
      }
      return joined(ranges);
    });
}

function sampleSizes(
  sizes: Part,
  get: (at: number, width: number) => number,
): (index: number) => number | null {
  const same = sizes.type === 'stsz' ? get(sizes.data + 4, 4) : 0;
  const count = get(sizes.data + 8, 4);
  const bits = sizes.type === 'stsz' ? 32 : get(sizes.data + 7, 1);
  return (index) => {
    if (index >= count) return null;
    if (same > 0) return same;
    if (bits === 4) {
      const both = get(sizes.data + 12 + (index >> 1), 1);
      return index % 2 === 0 ? both >> 4 : both & 15;
    }
    return get(sizes.data + 12 + (index * bits) / 8, bits / 8);
  };
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const made: Range[] = [];
  for (const range of ranges) {
    const last = made.at(-1);
    if (last && last.end === range.start) made[made.length - 1] = { start: last.start, end: range.end };
    else made.push(range);
  }
  return made;
}

/** By the runs of each fragment, 8.8. */
function fragments(bytes: Uint8Array, parts: readonly Part[]): readonly Range[] {
  const numbers = view(bytes);
  const get = (at: number, width: number) => (at + width <= bytes.length ? numberAt(numbers, at, width) : 0);
  const defaults = new Map(
    parts
      .filter(({ type }) => type === 'trex')
      .map(({ data }) => [get(data + 4, 4), get(data + 16, 4)] as const),
  );
  const ranges: Range[] = [];
  for (const moof of parts.filter(({ type }) => type === 'moof')) {
    let before = moof.start;
    for (const { children } of moof.children.filter(({ type }) => type === 'traf')) {
      const header = children.find(({ type }) => type === 'tfhd');
      if (!header) continue;
      const flags = get(header.data, 4) & 0xffffff;
      let at = header.data + 8;
      const base = flags & 1 ? get(at, 8) : flags & 0x20000 ? moof.start : before;
      if (flags & 1) at += 8;
      for (const bit of [2, 8]) if (flags & bit) at += 4;
      const size = flags & 0x10 ? get(at, 4) : (defaults.get(get(header.data + 4, 4)) ?? 0);
      let place = base;
      for (const trun of children.filter(({ type }) => type === 'trun')) {
        const own = get(trun.data, 4) & 0xffffff;
        const count = Math.min(get(trun.data + 4, 4), 100_000);
        let field = trun.data + 8;
        if (own & 1) {
          place = base + (get(field, 4) | 0);
          field += 4;
        }
        if (own & 4) field += 4;
        const step = [0x100, 0x200, 0x400, 0x800].filter((bit) => own & bit).length * 4;
        const lengthAt = own & 0x100 ? 4 : 0;
        const from = place;
        for (let index = 0; index < count; index++)
          place += own & 0x200 ? get(field + index * step + lengthAt, 4) : size;
        ranges.push({ start: from, end: place });
      }
      before = place;
    }
  }
  return ranges;
}

/** By the locations of the items that are there, 8.11.3. */
function items(bytes: Uint8Array, parts: readonly Part[]): readonly Range[] {
  const meta = parts.find(({ type }) => type === 'meta');
  const iloc = meta?.children.find(({ type }) => type === 'iloc');
  if (!meta || !iloc) return [];
  const numbers = view(bytes);
  let at = iloc.data;
  const next = (width: number) => {
    at += width;
    return at <= iloc.end ? numberAt(numbers, at - width, width) : 0;
  };
  const version = next(4) >>> 24;
  const widths = next(2);
  const [offsetWidth, lengthWidth, baseWidth, indexWidth] = [12, 8, 4, 0].map((bit) => (widths >> bit) & 15);
  const count = next(version < 2 ? 2 : 4);
  const idat = meta.children.find(({ type }) => type === 'idat');
  const ranges: Range[] = [];
  for (let item = 0; item < count && at < iloc.end; item++) {
    next(version < 2 ? 2 : 4);
    const method = version > 0 ? next(2) & 15 : 0;
    next(2);
    const base = next(baseWidth ?? 0);
    const extents = next(2);
    // An extent may have no fields at all: then it is all of its source, and the box may end before it.
    for (let extent = 0; extent < extents && at <= iloc.end; extent++) {
      if (version > 0) next(indexWidth ?? 0);
      const start = base + next(offsetWidth ?? 0) + (method === 1 ? (idat?.data ?? 0) : 0);
      const length = next(lengthWidth ?? 0);
      const end = method === 1 ? (idat?.end ?? 0) : bytes.length;
      ranges.push({ start, end: length === 0 ? end : Math.min(start + length, end) });
    }
  }
  return ranges;
}

function numberAt(numbers: DataView, at: number, width: number): number {
  if (width === 1) return numbers.getUint8(at);
  if (width === 2) return numbers.getUint16(at);
  if (width === 4) return numbers.getUint32(at);
  return width === 8 ? Number(numbers.getBigUint64(at)) : 0;
}
