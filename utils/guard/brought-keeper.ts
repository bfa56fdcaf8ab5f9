import type { Brought } from './import-keeper';
import { openKeeperHere } from './keeper-script';

/**
 * The keeper as a script, for the frames of Firefox that may load no module: the background brings it, beside
 * share-guard, see import-keeper.ts.
 */
(globalThis as Brought).safiKeeper = openKeeperHere;
