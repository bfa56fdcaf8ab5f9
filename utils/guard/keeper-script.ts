import { generic } from '../sites/generic';
import type { Site } from '../sites/site';
import { answerExtension } from './answer-extension';
import { createKeeper, type Keeper } from './keeper';
import { leaveWhenUnwanted } from './leave-when-unwanted';
import { loadSite } from './load-site';
import { receiveRelays } from './relay';
import type { GuardSide, OpenKeeper } from './share-guard';
import { webExtension } from './web-extension';

/** The page of the guard frame on listed sites. */
const listedFrame = '/guard-frame.html';

/** The keeper in this window, of a site. */
export function keeperOf(site: Site, guard: GuardSide, framePage = listedFrame): Keeper {
  return createKeeper(window, site, guard, webExtension(window, framePage));
}

/** The keeper in a page: a module of its own in the extension, which share-guard loads by its address. */
export const openKeeper: OpenKeeper = (guard, framePage) => openFor(loadSite(window), guard, framePage);

/** The keeper in a frame that may load no module, adapters neither: who gets it there the top document knows. */
export const openKeeperHere: OpenKeeper = (guard, framePage) =>
  openFor(Promise.resolve(generic), guard, framePage);

async function openFor(loading: Promise<Site>, guard: GuardSide, framePage?: string): Promise<Keeper> {
  const [site] = await Promise.all([loading, leaveWhenUnwanted(window, guard.life)]);
  const keeper = keeperOf(site, guard, framePage);
  const relays = receiveRelays(guard.hold);
  const status = () =>
    ({
      type: 'status',
      hooks: guard.hooked(),
      frame: keeper.works(),
      isolated: !import.meta.env.FIREFOX && window.crossOriginIsolated,
    }) as const;
  // A guard that has left answers nobody.
  if (!guard.life.signal.aborted) answerExtension(status, relays.expect, guard.life.signal);
  return {
    ...keeper,
    hear(event) {
      relays.hear(event);
      keeper.hear(event);
    },
  };
}
