import { check, type Verdict } from './check';
import { type Mutation, mutate } from './mutate';
import { Random } from './random';
import type { Seed } from './seeds';

/** One input of a run: which seed, what is done to it, and what came of it. */

export interface Input {
  readonly seed: string;
  readonly format: string;
  readonly mutations: readonly Mutation[];
  readonly bytes: Uint8Array;
}

/** Long files cost more and find less. */
const longShare = 12;
const isLong = ({ bytes }: Seed) => bytes.length > 1 << 17;

/**
 * The input of this number: always the same for the same seeds. Each format has as many, more or less.
 * @param run the number that the whole run hangs on
 */
export function inputOf(
  run: number,
  number: number,
  seeds: readonly Seed[],
  formats: readonly string[],
): Input {
  const random = new Random(run, number);
  const format = random.of(formats);
  const own = seeds.filter((seed) => seed.format === format);
  const wanted = random.below(longShare) === 0 ? own : own.filter((seed) => !isLong(seed));
  const seed = random.of(wanted.length > 0 ? wanted : own);
  return { seed: seed.name, format: seed.format, ...mutate(seed, seeds, random) };
}

export async function runInput({
  bytes,
  format,
}: Input): Promise<Verdict & { readonly milliseconds: number }> {
  const begin = performance.now();
  const verdict = await check(bytes, format);
  return { ...verdict, milliseconds: performance.now() - begin };
}
