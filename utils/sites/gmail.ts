import { byRecipients } from './recipients';
import type { Site } from './site';

/** Gmail, where a person has added it. */
export const gmail: Site = {
  name: 'gmail',
  // The addresses by which other pages open a new message; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  read: byRecipients(['to', 'cc', 'bcc']),
};
