import type { Words } from '../i18n/words';
import { type Fact, gathered } from './fact';

export type ParentsId = keyof Words['helpPanel']['parents']['all'];

/** One thing that parents may want to know. */
export interface ParentsPage {
  readonly id: ParentsId;
  /** Where it comes from; null for what is said of Safi itself. */
  readonly fact: Fact | null;
}

const checked = gathered;

/** What is needed at once comes first. */
export const parentsPages: readonly ParentsPage[] = [
  { id: 'say-first', fact: { source: 'guides', checked, confidence: 'high' } },
  { id: 'never', fact: { source: 'guides-and-study', checked, confidence: 'high' } },
  { id: 'signs', fact: { source: 'guides', checked, confidence: 'high' } },
  { id: 'agreements', fact: { source: 'judgement', checked, confidence: 'medium' } },
  { id: 'together', fact: null },
  { id: 'promise', fact: null },
];
