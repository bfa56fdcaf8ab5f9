import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Messenger by itself; since April 2026 it leads to Facebook's messages. A conversation's address tells nothing of how many
 * are in it.
 */
export const messenger: Site = {
  name: 'messenger',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress([[/^\/(?:e2ee\/)?t\/(\d+)/, 'unknown']], 'unknown'),
};
