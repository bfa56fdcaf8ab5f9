import type { Container } from './container';
import { docTypeOf, planMatroska } from './matroska-plan';
import { planned } from './plan';

/** WebM: the WebM Container Guidelines; Matroska of a DocType of its own. */
export const webm: Container = planned(
  {
    name: 'webm',
    types: ['video/webm', 'audio/webm'],
    extensions: ['webm', 'weba'],
    matches: (head) => docTypeOf(head) === 'webm',
  },
  planMatroska,
);
