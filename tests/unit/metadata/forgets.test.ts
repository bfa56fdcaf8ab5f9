import { expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { cleanFile } from '../../../utils/metadata/clean-file';
import { makePhoto } from '../../fixtures/jpeg';
import { reachable } from './virtual-file';

/** Nothing of a file stays in memory when its cleaning is over, however many there were. */

const photo = makePhoto();

async function cleanMany(times: number): Promise<number> {
  for (let round = 0; round < times; round++) await cleanFile(memorySource(photo), { name: '', type: '' });
  return reachable();
}

test('a thousand photos leave nothing behind', async () => {
  const before = await cleanMany(500);
  const after = await cleanMany(1_000);
  // Code that is compiled meanwhile takes a few hundred bytes for each; values that are kept take ten thousand.
  expect(after - before).toBeLessThan(1_000 * 2_000);
});
