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
  const registered = await scripting.getRegisteredContentScripts();
  const ids = registered.map(({ id }) => id);
  if (added.length === 0) {
    if (ids.length > 0) await scripting.unregisterContentScripts({ ids });
    return;
  }
  const scripts = scriptsFor(added);
  if (ids.length > 0) await scripting.updateContentScripts(scripts);
  else await scripting.registerContentScripts(scripts);
}
