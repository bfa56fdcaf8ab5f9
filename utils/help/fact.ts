import type { Words } from '../i18n/words';

/**
 * How sure a fact is: an official or primary source, or several that agree; one decent source; a weak one, or our
 * own knowledge. The two lower ones are worded as "may". What could not be verified at all has no mark here, so
 * that it cannot be shipped.
 */
export type Confidence = 'high' | 'medium' | 'low';

/** Where something that is told comes from. */
export interface Fact {
  readonly source: keyof Words['sources'];
  /** The day the source was last looked at, YYYY-MM-DD. */
  readonly checked: string;
  readonly confidence: Confidence;
}

/** The day on which the facts were gathered. */
export const gathered = '2026-11-23';
