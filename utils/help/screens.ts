import { communityPolice, emergency, type Hotline, nationalSecurity } from './hotlines';

/** The help panel's screens; controls that lead to one carry its id in `data-go`. */
export type HelpScreen = 'first' | 'know' | 'line-known' | 'line-unknown' | 'line-both' | 'limits';

/** Where Back leads from each screen; null from the first. */
export const backFrom: Readonly<Record<HelpScreen, HelpScreen | null>> = {
  first: null,
  know: 'first',
  'line-known': 'know',
  'line-unknown': 'know',
  'line-both': 'know',
  limits: 'first',
};

/** A screen with numbers to call. */
export type LineScreen = Extract<HelpScreen, `line-${string}`>;

/** Which lines a screen shows; the emergency line stands beside each. */
export const linesOf: Readonly<Record<LineScreen, readonly Hotline[]>> = {
  'line-known': [communityPolice, emergency],
  'line-unknown': [nationalSecurity, emergency],
  'line-both': [communityPolice, nationalSecurity, emergency],
};

export function isLineScreen(screen: HelpScreen): screen is LineScreen {
  return Object.hasOwn(linesOf, screen);
}
