import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Facebook. A group says so in its address; of a conversation nobody can say by its address whether it has two people or
 * more. A conversation that is open in a corner of another page counts as that page does, which is wider.
 */
export const facebook: Site = {
  name: 'facebook',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress(
    [
      [/^\/groups\/([^/]+)/, 'group'],
      [/^\/messages\/(?:e2ee\/)?t\/(\d+)/, 'unknown'],
      [/^\/messages(?:\/|$)/, 'unknown'],
    ],
    'public',
  ),
};
