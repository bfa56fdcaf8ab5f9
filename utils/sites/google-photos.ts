import { byAddress } from './by-address';
import type { Site } from './site';

/**
 * Google Photos, where a person has added it. A place that is shared says so in its address; everything else is that
 * person's own, today. It is an archive: nothing that goes there is cleaned without a question.
 */
export const googlePhotos: Site = {
  name: 'google-photos',
  // Addresses as the facts of that month have them; no account could be looked at.
  seen: '2026-11-01',
  attach: null,
  send: null,
  composer: null,
  asksAlways: true,
  read: byAddress([[/^\/(?:u\/\d+\/)?share\/([^/]+)/, 'group']], 'unknown'),
};
