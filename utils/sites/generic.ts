import type { Site } from './site';

/** Any site without an adapter of its own: nobody can say who gets it, so it counts as a group. */
export const generic: Site = {
  name: 'generic',
  seen: null,
  attach: null,
  send: null,
  composer: null,
  read: () => ({ audience: { kind: 'unknown' }, chatId: null, title: null }),
};
