import { scriptsFor } from './injected-scripts';
import { readAccess } from './site-access';

let turn: Promise<void> = Promise.resolve();

/**
 * Makes the scripts that the browser injects those of the sites that are added at this moment: none when there are
 * none. Called again while it is at work, it starts anew afterwards.
 */
export function registerAdded(): Promise<void> {
  turn = turn.then(register, register);
  return turn;
}

async function register(): Promise<void> {
  const { scripting } = chrome;
  const { added } = await readAccess();
  const wanted = added.length > 0 ? scriptsFor(added) : [];
  const there = (await scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const stale = there.filter((id) => !wanted.some((script) => script.id === id));
  const known = wanted.filter(({ id }) => there.includes(id));
  const fresh = wanted.filter(({ id }) => !there.includes(id));
  if (stale.length > 0) await scripting.unregisterContentScripts({ ids: stale });
  // In place, so that no page that is opened meanwhile goes without.
  if (known.length > 0) await scripting.updateContentScripts(known);
  if (fresh.length > 0) await scripting.registerContentScripts(fresh);
}
