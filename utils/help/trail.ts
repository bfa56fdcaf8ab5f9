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

const isStep = (screen: HelpScreen) => screen.startsWith('step-');

/** On to a screen: back to it when it lies behind already; a step takes the place of the step before. */
export function travel(trail: Trail, to: HelpScreen): Trail {
  const at = trail.indexOf(to);
  if (at >= 0) return [trail[0], ...trail.slice(1, at + 1)];
  const replaces = isStep(to) && isStep(screenOf(trail));
  const [first, ...rest] = trail;
  return [first, ...(replaces ? rest.slice(0, -1) : rest), to];
}
