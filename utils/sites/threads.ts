import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Threads: posts are public; a conversation may have two people or more.
 */
export const threads: Site = {
  name: 'threads',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress([[/^\/messages(?:\/|$)/, 'unknown']], 'public'),
};
