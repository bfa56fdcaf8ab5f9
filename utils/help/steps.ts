import type { Words } from '../i18n/words';
import { type Fact, gathered } from './fact';

export type StepId = keyof Words['helpPanel']['steps']['all'];

export interface Step extends Fact {
  readonly id: StepId;
}

const told = { source: 'guides', checked: gathered, confidence: 'high' } as const;

/** In the order in which they are taken: evidence comes before anything that may erase it. */
export const steps: readonly Step[] = [
  { id: 'no-pay', ...told },
  { id: 'send-nothing', ...told },
  { id: 'stop-replying', ...told },
  { id: 'evidence', ...told },
  { id: 'tell-one', ...told },
  { id: 'report', ...told },
  { id: 'in-app', ...told },
  { id: 'take-down', ...told },
  { id: 'accounts', ...told },
  { id: 'rescuers', source: 'press', checked: gathered, confidence: 'high' },
];
