import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Google Drive, where a person has added it. What others share, and shared drives, say so in the address; everything else
 * is that person's own, today. It is an archive: nothing that goes there is cleaned without a question.
 */
export const googleDrive: Site = {
  name: 'google-drive',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  asksAlways: true,
  read: byAddress([[/^\/drive\/(?:u\/\d+\/)?(?:shared-with-me|shared-drives)(?:\/|$)/, 'group']], 'unknown'),
};
