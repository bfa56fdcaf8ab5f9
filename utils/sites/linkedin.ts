import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * LinkedIn. A group says so in its address; a conversation may have two people or more.
 */
export const linkedin: Site = {
  name: 'linkedin',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress(
    [
      [/^\/groups\/(\d+)/, 'group'],
      [/^\/messaging\/thread\/([^/]+)/, 'unknown'],
      [/^\/messaging(?:\/|$)/, 'unknown'],
    ],
    'public',
  ),
};
