import { siteFor } from '../sites/registry';
import type { Site } from '../sites/site';
import { answerExtension } from './answer-extension';
import { createKeeper, type Keeper } from './keeper';
import { receiveRelays } from './relay';
import type { GuardSide, LoadKeeper } from './share-guard';
import { webExtension } from './web-extension';

/** The keeper in this window, of a site. */
export function keeperOf(site: Site, guard: GuardSide): Keeper {
  return createKeeper(window, site, guard, webExtension(window));
}

/** The keeper in a page: a module of its own in the extension, which share-guard loads by its address. */
export const openKeeper: LoadKeeper = async (guard) => {
  const keeper = keeperOf(siteFor(location.hostname), guard);
  const relays = receiveRelays(guard.hold);
  const status = () => ({ type: 'status', hooks: guard.hooked(), frame: keeper.works() }) as const;
  answerExtension(status, relays.expect, guard.signal);
  return {
    ...keeper,
    hear(event) {
      relays.hear(event);
      keeper.hear(event);
    },
  };
};
