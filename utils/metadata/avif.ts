import type { Container } from './container';
import { planPictures } from './heif';
import { familyOf } from './isobmff-brands';
import { planned } from './plan';

/** AVIF 1.1: HEIF whose pictures are coded by AV1, under a name and type of its own. */
export const avif: Container = planned(
  {
    name: 'avif',
    types: ['image/avif', 'image/avif-sequence'],
    extensions: ['avif', 'avifs'],
    matches: (head) => familyOf(head) === 'avif',
  },
  planPictures,
);
