import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Discord. A server's channel says so in its address; a direct conversation may have several people.
 */
export const discord: Site = {
  name: 'discord',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress(
    [
      [/^\/channels\/@me\/(\d+)/, 'unknown'],
      [/^\/channels\/(\d+\/\d+)/, 'group'],
    ],
    'unknown',
  ),
};
