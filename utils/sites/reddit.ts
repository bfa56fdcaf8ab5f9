import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Reddit: posts are public; a chat may have two people or more.
 */
export const reddit: Site = {
  name: 'reddit',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress([[/^\/(?:chat|room|message)(?:\/|$)/, 'unknown']], 'public'),
};
