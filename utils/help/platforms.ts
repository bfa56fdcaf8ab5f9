import type { Words } from '../i18n/words';
import { type Fact, gathered } from './fact';

export type PlatformId = keyof Words['helpPanel']['places']['platforms'];

/** How something is reported on a platform: told in words first, for a website leaves its trace in the history. */
export interface Platform extends Fact {
  readonly id: PlatformId;
  /** Of its page for reports, where one is known; without a scheme, as it is typed. */
  readonly address?: string;
}

export const platforms: readonly Platform[] = [
  { id: 'whatsapp', source: 'platform', checked: gathered, confidence: 'high' },
  {
    id: 'meta',
    address: 'about.meta.com/actions/safety/topics/bullying-harassment/ncii',
    source: 'platform',
    checked: gathered,
    confidence: 'high',
  },
  { id: 'telegram', source: 'reports', checked: gathered, confidence: 'medium' },
  { id: 'snapchat', source: 'reports', checked: gathered, confidence: 'low' },
  { id: 'tiktok', address: 'support.tiktok.com', source: 'platform', checked: gathered, confidence: 'high' },
  {
    id: 'x',
    address: 'help.x.com/rules-and-policies/personal-information',
    source: 'platform',
    checked: gathered,
    confidence: 'high',
  },
  { id: 'discord', source: 'platform', checked: gathered, confidence: 'high' },
  {
    id: 'google',
    address: 'support.google.com/websearch/answer/6302812',
    source: 'platform',
    checked: gathered,
    confidence: 'high',
  },
];
