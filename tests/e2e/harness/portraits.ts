import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MadeFile, makeFile } from './files';

/**
 * Pictures of people for the tests of what Safi sees: those that a dependency of the tests brings for its own, which
 * are no part of this project.
 */

const folder = join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');

/** How many faces are in each, by its number. */
export const facesIn = { 1: 3, 2: 3, 3: 3, 4: 4, 5: 5, 6: 4 } as const;

export function portrait(number: keyof typeof facesIn): MadeFile {
  return makeFile(`IMG_${number}.jpg`, readFileSync(join(folder, `sample${number}.jpg`)));
}
