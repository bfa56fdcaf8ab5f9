import { generic } from '../sites/generic';
import { adapterAt } from '../sites/hosts';
import type { Site } from '../sites/site';
import { importModule } from './import-module';

/** Folder of the adapters in the built extension, each a module that exports one thing: itself. */
export const adapterFolder = 'sites';

/** The place of a window's document; one without an address of its own counts as the one it came from. */
export function placeOf({ origin, location }: Window): Pick<Location, 'hostname' | 'pathname'> {
  const { hostname, pathname } =
    URL.canParse(origin) && location.hostname === '' ? new URL(origin) : location;
  return { hostname, pathname };
}

/** The adapter for the place where a window is; the generic one where there is none. Rejects when Safi is gone. */
export async function loadSite(window: Window): Promise<Site> {
  const name = adapterAt(placeOf(window));
  if (name === null) return generic;
  const address = chrome.runtime.getURL(`${adapterFolder}/${name}.js`);
  const module = (await importModule(window, address)) as Readonly<Record<string, Site>>;
  return Object.values(module)[0] ?? generic;
}
