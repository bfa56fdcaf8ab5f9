import type { Words } from '../i18n/words';
import { type Fact, gathered } from './fact';

export type LawId = keyof Words['helpPanel']['places']['laws'];

export interface Law extends Fact {
  readonly id: LawId;
  /** No lawyer has seen the sentences yet. */
  readonly reviewed: boolean;
}

export const laws: readonly Law[] = [
  { id: 'threat-with-demand', source: 'law', checked: gathered, confidence: 'high', reviewed: false },
  { id: 'other-threats', source: 'law', checked: gathered, confidence: 'medium', reviewed: false },
  { id: 'kurdistan', source: 'kurdistan', checked: gathered, confidence: 'high', reviewed: false },
  { id: 'posting', source: 'judgement', checked: gathered, confidence: 'medium', reviewed: false },
];
