import type { HelpScreen } from './screen';

/** The screens that lie behind somebody, the one in sight last. It lives in memory, and goes round in no circle. */
export type Trail = readonly [HelpScreen, ...HelpScreen[]];

export const trailStart: Trail = ['first'];

export function screenOf(trail: Trail): HelpScreen {
  return trail.at(-1) ?? trail[0];
}

/** Where Back leads; null from the first screen. */
export function behind(trail: Trail): HelpScreen | null {
  return trail.at(-2) ?? null;
}

/** What is read one after the other. */
const rows = ['step-', 'lesson-', 'parents-'];

const rowOf = (screen: HelpScreen) => rows.find((row) => screen.startsWith(row));

/**
 * On to a screen: back to it when it lies behind already; a step, a lesson or a page for parents takes the place of
 * the one before.
 */
export function travel(trail: Trail, to: HelpScreen): Trail {
  const at = trail.indexOf(to);
  if (at >= 0) return [trail[0], ...trail.slice(1, at + 1)];
  const row = rowOf(to);
  const replaces = row !== undefined && row === rowOf(screenOf(trail));
  const [first, ...rest] = trail;
  return [first, ...(replaces ? rest.slice(0, -1) : rest), to];
}
