import type { Words } from '../i18n/words';
import { type Fact, gathered } from './fact';

export type ServiceId = keyof Words['helpPanel']['places']['services'];

/** A way to have pictures taken down; which fits depends on the picture. */
export interface Service extends Fact {
  readonly id: ServiceId;
  /** As it is typed; none where the way is the platform's own report. */
  readonly address?: string;
}

export const services: readonly Service[] = [
  {
    id: 'take-it-down',
    address: 'takeitdown.ncmec.org',
    source: 'service',
    checked: gathered,
    confidence: 'high',
  },
  { id: 'stopncii', address: 'stopncii.org', source: 'service', checked: gathered, confidence: 'high' },
  { id: 'privacy', source: 'guides', checked: gathered, confidence: 'high' },
];
