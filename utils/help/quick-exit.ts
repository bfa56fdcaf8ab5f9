/**
 * Shift pressed three times, alone, is the quick exit: no character key, no shortcut of a browser or a reader, and
 * fewer times than what turns on sticky keys.
 */

export const pressesToExit = 3;

/** Milliseconds in which the next press must come. */
export const nextPressWithin = 5_000;

export interface Presses {
  readonly count: number;
  /** Whether Shift is down and nothing else was done since. */
  readonly alone: boolean;
}

export const noPresses: Presses = { count: 0, alone: false };

/** What of a keyboard event counts here. */
interface Key {
  readonly type: string;
  readonly key: string;
  readonly repeat: boolean;
}

/** The presses after a keyboard event. Any other key, or Shift with one, begins again. */
export function pressesAfter({ count, alone }: Presses, { type, key, repeat }: Key): Presses {
  if (key !== 'Shift') return noPresses;
  if (type === 'keydown') return repeat ? { count, alone } : { count, alone: true };
  return alone ? { count: count + 1, alone: false } : noPresses;
}
