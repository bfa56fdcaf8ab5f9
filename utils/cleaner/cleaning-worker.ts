import { blobSource } from '../bytes/blob-source';
import type { ByteSource } from '../bytes/byte-source';
import { type Clean, type FromCleaning, parseClean } from '../channel/cleaning-channel';
import { cleanFile } from '../metadata/clean-file';

/**
 * The worker that cleans the files of the cleaner's page, one after the other, so that the page stays quick and one
 * file can be given up. Built as a module of its own, `/cleaning-worker.js`.
 */

/** How often it tells how far it is, in milliseconds. */
const tellEvery = 100;

function say(message: FromCleaning): void {
  postMessage(message);
}

/** The same source, which tells how much of it was read. */
function counted(source: ByteSource, id: number): ByteSource {
  let bytes = 0;
  let told = performance.now();
  return {
    size: source.size,
    async read(start, end) {
      const some = await source.read(start, end);
      bytes += some.length;
      if (performance.now() - told >= tellEvery) {
        told = performance.now();
        say({ type: 'read', id, bytes });
      }
      return some;
    },
  };
}

async function clean({ id, file }: Clean): Promise<void> {
  const { name, type } = file;
  const result = await cleanFile(counted(blobSource(file), id), { name, type });
  say({ type: 'done', id, result });
}

addEventListener('message', ({ data }) => {
  const asked = parseClean(data);
  // A bug of ours ends the worker's work on this file: the page hears of the error.
  if (asked) clean(asked).catch(reportError);
});
