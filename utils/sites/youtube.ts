import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * YouTube and its studio. Who may see an upload is chosen after it: as wide as it can become.
 */
export const youtube: Site = {
  name: 'youtube',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress([], 'public'),
};
