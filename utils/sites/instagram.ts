import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Instagram. Posts, stories and reels are made in a dialog without an address of its own, and are public; a direct
 * conversation may have two people or more.
 */
export const instagram: Site = {
  name: 'instagram',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress(
    [
      [/^\/direct\/t\/(\d+)/, 'unknown'],
      [/^\/direct(?:\/|$)/, 'unknown'],
    ],
    'public',
  ),
};
