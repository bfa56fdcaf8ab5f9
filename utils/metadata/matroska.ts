import { startsWith } from '../bytes/text';
import type { Container } from './container';
import { docTypeOf, planMatroska, signature } from './matroska-plan';
import { planned } from './plan';

/** Matroska: RFC 9559. Whatever is EBML and does not say that it is WebM is tried as this. */
export const matroska: Container = planned(
  {
    name: 'matroska',
    types: ['video/x-matroska', 'audio/x-matroska', 'video/matroska', 'audio/matroska'],
    extensions: ['mkv', 'mka', 'mk3d'],
    matches: (head) => startsWith(head, signature) && docTypeOf(head) !== 'webm',
  },
  planMatroska,
);
