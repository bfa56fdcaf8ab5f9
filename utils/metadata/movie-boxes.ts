import type { ByteSource } from '../bytes/byte-source';
import type { ByteWindow } from '../bytes/byte-window';
import { latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';
import type { Blanking } from './blanking';
import type { RefusalReason } from './clean-result';
import { type HiddenData, hiddenItem } from './hidden-data';
import { type Box, boxesBetween } from './isobmff-box';
import { describeBox } from './movie-hidden';
import { isZero } from './pieces';
import { tidy } from './readable';
import { timeText } from './time-text';

/** The boxes of a movie that stay, ISO 14496-12, 8, and what of them is blanked; all others go. */

/** What the rules work on. */
export interface Work {
  readonly source: ByteSource;
  readonly view: ByteWindow;
  readonly blanking: Blanking;
}

type Outcome = Promise<RefusalReason | null>;
export type Rule = 'keep' | ((box: Box, work: Work) => Outcome);
export type Rules = Readonly<Record<string, Rule>>;

/** Applies the rules to every box between two positions; a box without a rule goes. */
export async function applyRules(start: number, end: number, rules: Rules, work: Work): Outcome {
  const found = await boxesBetween(work.view, start, end);
  if (!found) return 'too-large';
  for (const box of found.boxes) {
    const rule = Object.hasOwn(rules, box.type) ? rules[box.type] : undefined;
    if (rule === 'keep') continue;
    const refusal = rule ? await rule(box, work) : await dropBox(box, work);
    if (refusal) return refusal;
  }
  return blankRest(found.end, end, work.source, work.blanking);
}

/** QuickTime ends some lists by four zeros; anything longer is a box that is broken. */
export async function blankRest(start: number, end: number, source: ByteSource, blanking: Blanking): Outcome {
  if (end - start >= 8 && !(await isZero(source, start, end))) return 'corrupt';
  blanking.zero(start, end, unusedBytes);
  return null;
}

export function within(rules: Rules): Rule {
  return ({ data, end }, work) => applyRules(data, end, rules, work);
}

export async function dropBox(box: Box, { source, view, blanking }: Work): Promise<null> {
  await blanking.drop(box, () => describeBox(box, source, view));
  return null;
}

export async function unusedBytes(): Promise<readonly HiddenData[]> {
  return [hiddenItem('other', 'MP4', 'unused bytes')];
}

/** Creation and modification time follow version and flags, in 32 bits or, in version 1, in 64. */
function times(reserved: (wide: boolean) => readonly (readonly [number, number])[]): Rule {
  return async (box, { source, blanking }) => {
    const { data, end } = box;
    const wide =
      viewOf(await source.read(data, data + 4)).byteLength === 4 && (await isVersionOne(box, source));
    const length = wide ? 16 : 8;
    if (end - data < 4 + length) return 'corrupt';
    blanking.zero(data + 4, data + 4 + length, async () => [
      hiddenItem('time', 'MP4', `${box.type} creation_time`, await timeOf(data + 4, wide, source)),
    ]);
    for (const [from, to] of reserved(wide)) {
      if (data + to <= end) blanking.zero(data + from, data + to, unusedBytes);
    }
    return null;
  };
}

async function isVersionOne({ data }: Box, source: ByteSource): Promise<boolean> {
  return (await source.read(data, data + 1))[0] === 1;
}

/** Seconds between the epochs of 1904 and 1970. */
const epoch = 2_082_844_800;

async function timeOf(at: number, wide: boolean, source: ByteSource): Promise<string | undefined> {
  const view = viewOf(await source.read(at, at + 8));
  const seconds = wide ? Number(view.getBigUint64(0)) : view.getUint32(0);
  return timeText(seconds - epoch);
}

const movieHeader = times((wide) =>
  wide
    ? [
        [38, 48],
        [84, 108],
      ]
    : [
        [26, 36],
        [72, 96],
      ],
);
const trackHeader = times((wide) =>
  wide
    ? [
        [24, 28],
        [36, 44],
      ]
    : [
        [16, 20],
        [24, 32],
      ],
);
const mediaHeader = times(() => []);

/** 8.4.3: a handler's maker and name. */
export const handlerRule: Rule = async ({ data, end }, { source, blanking }) => {
  if (end - data < 24) return 'corrupt';
  blanking.zero(data, data + 4);
  blanking.zero(data + 12, data + 24);
  blanking.zero(data + 24, end, async () => {
    const name = tidy(latin1Of(await source.read(data + 24, Math.min(end, data + 280))));
    return [hiddenItem('device', 'MP4', 'hdlr', name)];
  });
  return null;
};

/** A list of boxes begins with its version, flags that it has none of, and how many there are: no more than these. */
export async function blankListHead(
  { data, end }: Pick<Box, 'data' | 'end'>,
  highestVersion: number,
  entries: number,
  source: ByteSource,
  blanking: Blanking,
): Promise<void> {
  const head = viewOf(await source.read(data, Math.min(data + 8, end)));
  if (head.byteLength < 8) return;
  const written = viewOf(new Uint8Array(8));
  written.setUint8(0, Math.min(head.getUint8(0), highestVersion));
  written.setUint32(4, Math.min(head.getUint32(4), entries));
  if (written.getBigUint64(0) === head.getBigUint64(0)) return;
  blanking.replace(data, new Uint8Array(written.buffer));
  blanking.tell(unusedBytes);
}

/** 8.7.2: where the samples are; outside of the file they could be anywhere, and nothing could be checked. */
const dataReferences: Rule = async ({ data, end }, { source, view, blanking }) => {
  const found = await boxesBetween(view, data + 8, end);
  if (!found) return 'too-large';
  await blankListHead({ data, end }, 0, found.boxes.length, source, blanking);
  for (const entry of found.boxes) {
    const head = await source.read(entry.data, Math.min(entry.data + 4, entry.end));
    const isInside = ((head[3] ?? 0) & 1) === 1;
    if (!isInside && !(await isZero(source, entry.data + 4, entry.end))) return 'unsupported';
    blanking.zero(entry.data + 4, entry.end, async () => [hiddenItem('text', 'MP4', 'dref')]);
  }
  return blankRest(found.end, end, source, blanking);
};

/** 8.4.6: a language tag, if it is one. */
const extendedLanguage: Rule = async (box, work) => {
  const text = latin1Of(await work.source.read(box.data + 4, Math.min(box.end, box.data + 64)));
  return box.end - box.data < 64 && /^[A-Za-z0-9-]{1,35}\0?$/.test(text) ? null : dropBox(box, work);
};

const sampleTable: Rules = {
  // Entries are blanked with their track, which knows of what kind they are.
  stsd: 'keep',
  ...Object.fromEntries(
    'stts ctts cslg stss stps stsz stz2 stsc stco co64 sbgp sgpd subs sdtp stsh padb stdp'
      .split(' ')
      .map((type) => [type, 'keep'] as const),
  ),
};

const mediaInformation: Rules = {
  vmhd: 'keep',
  smhd: 'keep',
  nmhd: 'keep',
  hdlr: handlerRule,
  dinf: within({ dref: dataReferences }),
  stbl: within(sampleTable),
};

const media: Rules = {
  mdhd: mediaHeader,
  hdlr: handlerRule,
  elng: extendedLanguage,
  minf: within(mediaInformation),
};

/** Of a track that stays; what it refers to is looked at with the other tracks. */
export const trackRules: Rules = {
  tkhd: trackHeader,
  edts: within({ elst: 'keep' }),
  tref: 'keep',
  mdia: within(media),
  tapt: within({ clef: 'keep', prof: 'keep', enof: 'keep' }),
  clip: within({ crgn: 'keep' }),
  load: 'keep',
};

/** Of a movie but its tracks. */
export const movieRules: Rules = {
  mvhd: movieHeader,
  iods: 'keep',
  ctab: 'keep',
  mvex: within({ mehd: 'keep', trex: 'keep', leva: 'keep' }),
};

/** Of a fragment's track; `tfxd` and the like, in `uuid`, say when it was recorded. */
export const fragmentRules: Rules = Object.fromEntries(
  'tfhd tfdt trun sbgp sgpd subs sdtp'.split(' ').map((type) => [type, 'keep'] as const),
);
