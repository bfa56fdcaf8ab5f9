import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Messages by Google: texts with one and with several have the same kind of address.
 */
export const googleMessages: Site = {
  name: 'google-messages',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress([[/^\/web\/conversations\/([^/]+)/, 'unknown']], 'unknown'),
};
