import type { Verdict } from './check';
import type { Input } from './run-input';
import type { Seed } from './seeds';

/** What a run counts, and what its threads tell each other. */

/** By format: inputs by outcome. */
export type Outcomes = Record<string, Record<string, number>>;

export interface Tally {
  readonly outcomes: Outcomes;
  /** In milliseconds, with its number. */
  readonly slowest: { readonly milliseconds: number; readonly number: number };
}

/** Something that does not hold, and all it takes to see it again. */
export interface Finding {
  readonly run: number;
  readonly number: number;
  readonly input: Input;
  readonly findings: readonly string[];
}

/** What a thread is to do: every `step`th input from `first` to `last`, until that time. */
export interface Order {
  readonly run: number;
  readonly seeds: readonly Seed[];
  readonly formats: readonly string[];
  readonly first: number;
  readonly step: number;
  readonly last: number;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Where each thread says what it is at; this one in its lane. */
  readonly board: SharedArrayBuffer;
  readonly lane: number;
}

/** Of each lane of the board: the number of the input, and when it was begun; 0 between two. */
export const laneLength = 2;
export function slot(lane: number): { readonly number: number; readonly begun: number } {
  return { number: lane * laneLength, begun: lane * laneLength + 1 };
}

/** Milliseconds, as the board has them: never 0. */
export function clockNow(): number {
  return Date.now() & 0x3fffffff || 1;
}

export function emptyTally(): { outcomes: Outcomes; slowest: { milliseconds: number; number: number } } {
  return { outcomes: {}, slowest: { milliseconds: 0, number: -1 } };
}

export function count(
  tally: ReturnType<typeof emptyTally>,
  number: number,
  { format }: Input,
  { outcome, milliseconds }: Verdict & { readonly milliseconds: number },
): void {
  tally.outcomes[format] ??= {};
  const own = tally.outcomes[format];
  own[outcome] = (own[outcome] ?? 0) + 1;
  if (milliseconds > tally.slowest.milliseconds) tally.slowest = { milliseconds, number };
}

export function addTally(total: ReturnType<typeof emptyTally>, part: Tally): void {
  for (const [format, outcomes] of Object.entries(part.outcomes)) {
    total.outcomes[format] ??= {};
    const own = total.outcomes[format];
    for (const [outcome, times] of Object.entries(outcomes)) own[outcome] = (own[outcome] ?? 0) + times;
  }
  if (part.slowest.milliseconds > total.slowest.milliseconds) total.slowest = { ...part.slowest };
}

export function inputsIn({ outcomes }: Tally): number {
  return Object.values(outcomes)
    .flatMap((own) => Object.values(own))
    .reduce((sum, times) => sum + times, 0);
}
