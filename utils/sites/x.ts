import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * X. The address of a conversation of two is made of both their numbers, that of a group is one number; the newer chat
 * tells nothing by it.
 */
export const x: Site = {
  name: 'x',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byAddress(
    [
      [/^\/messages\/(\d+-\d+)(?:\/|$)/, 'person'],
      [/^\/messages\/(\d+)(?:\/|$)/, 'group'],
      [/^\/(?:messages|i\/chat)(?:\/|$)/, 'unknown'],
      [/^\/i\/communities\/(\d+)/, 'group'],
    ],
    'public',
  ),
};
