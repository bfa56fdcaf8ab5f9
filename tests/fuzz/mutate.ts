import { flat, type Part } from './parts/part';
import { partsOf } from './parts/parts-of';
import type { Random } from './random';
import type { Seed } from './seeds';

/**
 * What is done to a well-formed file. A mutation is all it takes to do it again: positions and bytes, nothing of chance.
 * Positions are those of the file as the mutations before it left it.
 */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  /** These bytes stand there, in hexadecimal. */
  | { readonly kind: 'write'; readonly at: number; readonly hex: string }
  | { readonly kind: 'cut'; readonly start: number; readonly end: number }
  /** A stretch of a seed, or of the file itself when it names none, put in or written over what is there. */
  | {
      readonly kind: 'splice';
      readonly at: number;
      readonly from: string | null;
      readonly start: number;
      readonly end: number;
      readonly over: boolean;
    };

/** Longer than this no input grows, in bytes. */
const longest = 1 << 21;

export function apply(bytes: Uint8Array, mutation: Mutation, seedNamed: (name: string) => Seed): Uint8Array {
  const { kind } = mutation;
  if (kind === 'cut') return joined(bytes.subarray(0, mutation.start), bytes.subarray(mutation.end));
  if (kind === 'splice') {
    const { at, from, start, end, over } = mutation;
    const part = (from === null ? bytes : seedNamed(from).bytes).subarray(start, end);
    return joined(bytes.subarray(0, at), part, bytes.subarray(over ? at + part.length : at));
  }
  const written = bytes.slice();
  if (mutation.at >= written.length) return written;
  if (kind === 'flip') written[mutation.at] = (written[mutation.at] ?? 0) ^ (1 << mutation.bit);
  else written.set(Buffer.from(mutation.hex, 'hex').subarray(0, written.length - mutation.at), mutation.at);
  return written;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const length = Math.min(
    parts.reduce((sum, part) => sum + part.length, 0),
    longest,
  );
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part.subarray(0, length - at), at);
    at = Math.min(at + part.length, length);
  }
  return bytes;
}

interface Situation {
  readonly bytes: Uint8Array;
  readonly format: string;
  readonly parts: readonly Part[];
  readonly seeds: readonly Seed[];
  readonly random: Random;
}

type Mutator = (situation: Situation) => Mutation | null;

const flip: Mutator = ({ bytes, random }) => ({
  kind: 'flip',
  at: random.below(bytes.length),
  bit: random.below(8),
});

/** A bit of a head: of a type, a length, a flag. */
const flipHead: Mutator = ({ parts, random }) => {
  if (parts.length === 0) return null;
  const { start, data } = random.of(parts);
  return { kind: 'flip', at: start + random.below(Math.max(1, data - start)), bit: random.below(8) };
};

const truncate: Mutator = ({ bytes, random }) => ({
  kind: 'cut',
  start: random.below(bytes.length),
  end: bytes.length,
});

const remove: Mutator = ({ bytes, random }) => {
  const start = random.below(bytes.length);
  return { kind: 'cut', start, end: Math.min(bytes.length, start + 1 + random.below(64)) };
};

/** A length that is too small, too large, off by little, or so large that it counts as negative or wraps. */
const lengthField: Mutator = ({ bytes, parts, random }) => {
  const fields = parts.flatMap(({ length }) => (length ? [length] : []));
  if (fields.length === 0) return null;
  const { at, width, littleEndian } = random.of(fields);
  const own = Buffer.from(bytes.subarray(at, at + width));
  const digits = littleEndian ? own : own.reverse();
  const now = BigInt(`0x${digits.toString('hex') || '0'}`);
  const whole = 1n << BigInt(width * 8);
  const near = BigInt(random.below(33) - 16);
  const choices = [
    0n,
    1n,
    7n,
    8n,
    now + near,
    now + near,
    now * 2n,
    whole - 1n,
    whole >> 1n,
    (whole >> 1n) - 1n,
  ];
  const value =
    (random.of([...choices, BigInt(bytes.length), BigInt(bytes.length) - BigInt(at)]) + whole) % whole;
  const hex = value.toString(16).padStart(width * 2, '0');
  const written = Buffer.from(hex, 'hex');
  return { kind: 'write', at, hex: (littleEndian ? written.reverse() : written).toString('hex') };
};

/** Any number of the file, replaced by one that parsers find hard. */
const number: Mutator = ({ bytes, random }) => {
  const hard = [
    '00',
    'ff',
    '7f',
    '80',
    '0000',
    'ffff',
    '00000000',
    'ffffffff',
    '7fffffff',
    '80000000',
    '01000000',
  ];
  return {
    kind: 'write',
    at: random.below(bytes.length),
    hex: random.of([...hard, '00000001', '00'.repeat(8), 'ff'.repeat(8)]),
  };
};

/** A part once more, before, in or behind any other: doubled, nested, out of order. */
const duplicate: Mutator = ({ parts, random }) => {
  if (parts.length === 0) return null;
  const { start, next } = random.of(parts);
  const other = random.of(parts);
  const at = random.of([other.start, other.data, other.end, other.next]);
  return { kind: 'splice', at, from: null, start, end: next, over: false };
};

const removePart: Mutator = ({ parts, random }) => {
  if (parts.length === 0) return null;
  const { start, next } = random.of(parts);
  return { kind: 'cut', start, end: next };
};

/** A part under the name of another one. */
const rename: Mutator = ({ bytes, parts, random }) => {
  if (parts.length === 0) return null;
  const [part, other] = [random.of(parts), random.of(parts)];
  const length = Math.min(8, other.data - other.start);
  return { kind: 'write', at: part.start, hex: hexOf(bytes.subarray(other.start, other.start + length)) };
};

/** The bytes of one part over those of another, whose length stays. */
const overwrite: Mutator = ({ parts, random }) => {
  if (parts.length === 0) return null;
  const [from, to] = [random.of(parts), random.of(parts)];
  const length = Math.min(from.next - from.data, to.next - to.data);
  return { kind: 'splice', at: to.data, from: null, start: from.data, end: from.data + length, over: true };
};

const spliceWithin: Mutator = ({ bytes, random }) => {
  const start = random.below(bytes.length);
  const end = Math.min(bytes.length, start + 1 + random.below(256));
  return {
    kind: 'splice',
    at: random.below(bytes.length),
    from: null,
    start,
    end,
    over: random.below(2) === 0,
  };
};

/** A part of another file, of this format half of the time. */
const spliceBetween: Mutator = ({ bytes, format, parts, seeds, random }) => {
  const same = seeds.filter((seed) => seed.format === format);
  const other = random.of(random.below(2) === 0 && same.length > 0 ? same : seeds);
  const theirs = flat(partsOf(other.format, other.bytes));
  if (theirs.length === 0 || other.bytes.length > 1 << 16) return null;
  const { start, next } = random.of(theirs);
  const at =
    parts.length > 0 && random.below(4) > 0 ? placeIn(random.of(parts), random) : random.below(bytes.length);
  return { kind: 'splice', at, from: other.name, start, end: next, over: random.below(4) === 0 };
};

function placeIn({ start, data, end, next }: Part, random: Random): number {
  return random.of([start, data, end, next]);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

const mutators: readonly Mutator[] = [
  ...[flip, flip, flipHead, flipHead, truncate, remove, lengthField, lengthField, number],
  ...[duplicate, removePart, rename, overwrite, spliceWithin, spliceBetween],
];

/** A file out of a seed, and how it came about. */
export function mutate(
  seed: Seed,
  seeds: readonly Seed[],
  random: Random,
): { readonly bytes: Uint8Array; readonly mutations: readonly Mutation[] } {
  const mutations: Mutation[] = [];
  let { bytes } = seed;
  const wanted = 1 + (random.below(2) === 0 ? 0 : random.below(6));
  const named = (name: string) => seedNamed(seeds, name);
  for (let tries = 0; mutations.length < wanted && tries < 30 && bytes.length > 0; tries++) {
    const parts = flat(partsOf(seed.format, bytes));
    const mutation = random.of(mutators)({ bytes, format: seed.format, parts, seeds, random });
    if (!mutation) continue;
    mutations.push(mutation);
    bytes = apply(bytes, mutation, named);
  }
  return { bytes, mutations };
}

/** Throws when there is none of that name: a replay of other seeds. */
export function seedNamed(seeds: readonly Seed[], name: string): Seed {
  const seed = seeds.find((candidate) => candidate.name === name);
  if (!seed) throw new Error(`there is no seed named ${name}`);
  return seed;
}
