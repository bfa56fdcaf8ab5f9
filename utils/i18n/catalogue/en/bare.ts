import type { BareWords } from '../../bare-words';

/** What Safi says in a page when there is no guard frame to say it. */
export const bareWords: BareWords = {
  interrupted: 'Safi stopped before it could look at the file',
  changed: 'The chat changed, so nothing was sent',
  updated: 'Safi was updated. Until the page is reloaded, it protects nothing here',
  notSent: 'Nothing has been sent yet.',
  retry: 'Try again',
  notNow: 'Not now',
  sendOriginal: 'Send as it is, not cleaned',
  close: 'Close',
};

/** Asked by the browser's own dialog when nothing of Safi can be loaded any more; every language is in it. */
export const plainQuestion =
  'Safi does not work on this page until it is reloaded. Send the file as it is, not cleaned?';
