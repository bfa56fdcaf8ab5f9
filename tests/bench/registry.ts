import { inspection } from './inspection';
import { interception } from './interception';
import { metadata } from './metadata';
import type { Subject } from './subject';

export { asText } from './table';

/** Every subject that `npm run bench` knows. */
export const subjects: readonly Subject[] = [metadata, interception, inspection];
