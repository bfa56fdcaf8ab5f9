/** Side by side: every contender once a round, in turning order, so that all see the same state of the machine. */

export interface Contender {
  readonly name: string;
  /** Makes ready what is not measured. */
  prepare?(): Promise<void>;
  run(): Promise<unknown>;
}

export interface Timing {
  readonly name: string;
  readonly runs: number;
  /** Milliseconds; the best is what the others come to where the machine has nothing else to do. */
  readonly best: number;
  readonly median: number;
  readonly p95: number;
}

/** Rounds that are not counted: code gets warm, and files get into the cache of the system. */
const usualWarmUps = 3;

/** A contender that has taken so long in all, in milliseconds, does no more rounds. */
const patience = 4_000;

/** What takes so long, in milliseconds, is counted from the first time on: it is not to be had for nothing. */
const slow = 500;

/** @param rounds for contenders that are not slow; of a single one there is no warm-up */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<readonly Timing[]> {
  const warmUps = rounds > 1 ? usualWarmUps : 0;
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -warmUps; round < rounds; round++) {
    const turn = (round + warmUps) % contenders.length;
    for (const contender of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
      const taken = times.get(contender.name) ?? [];
      if (taken.reduce((sum, time) => sum + time, 0) > patience) continue;
      await contender.prepare?.();
      const begin = performance.now();
      await contender.run();
      const time = performance.now() - begin;
      if (round >= 0 || time > slow) taken.push(time);
    }
  }
  return contenders.map(({ name }) => timingOf(name, times.get(name) ?? []));
}

function timingOf(name: string, times: readonly number[]): Timing {
  const sorted = [...times].sort((first, second) => first - second);
  return {
    name,
    runs: sorted.length,
    best: sorted[0] ?? Number.NaN,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
  };
}

/** Nearest rank; the mean of the two in the middle for a median of an even number. */
export function quantile(sorted: readonly number[], share: number): number {
  const rank = sorted.length * share;
  if (share === 0.5 && Number.isInteger(rank)) return ((sorted[rank - 1] ?? 0) + (sorted[rank] ?? 0)) / 2;
  return sorted[Math.max(0, Math.ceil(rank) - 1)] ?? Number.NaN;
}
