import { siteFor } from '../sites/registry';
import type { Site } from '../sites/site';
import { createKeeper } from './keeper';
import type { LoadKeeper } from './share-guard';
import { webExtension } from './web-extension';

/** The keeper in this window, of a site. */
export function openKeeperOf(site: Site): LoadKeeper {
  return async (readModel, listen, signal) =>
    createKeeper(window, site, readModel, webExtension(window), listen, signal);
}

/** The keeper in a page: a module of its own in the extension, which share-guard loads by its address. */
export const openKeeper: LoadKeeper = openKeeperOf(siteFor(location.hostname));
