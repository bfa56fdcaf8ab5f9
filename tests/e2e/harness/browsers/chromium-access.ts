import type { BrowserContext, Worker } from '@playwright/test';

/** Which sites the extension may work on, in Chromium: its own settings and the browser's. */

export async function serviceWorkerOf(context: BrowserContext): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith('chrome-extension:');
  return (
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 15_000 }))
  );
}

/**
 * What the switches on the browser's own page of extensions do. A host that was allowed there is granted to an
 * extension that asks for it without another question, whose dialog no test can reach.
 */
export async function setHostPermission(
  context: BrowserContext,
  way: 'addHostPermission' | 'removeHostPermission',
  host: string,
): Promise<void> {
  const { host: id } = new URL((await serviceWorkerOf(context)).url());
  const settings = await context.newPage();
  await settings.goto('chrome://extensions/');
  await settings.evaluate(
    async ([name, extension, pattern]) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: Record<string, (id: string, host: string) => Promise<void>>;
      };
      await developerPrivate[name]?.(extension, pattern);
    },
    [way, id, `https://${host}/*`] as const,
  );
  await settings.close();
}

/** Adds a site as a person does, in the settings of Safi. */
export async function addSite(context: BrowserContext, host: string): Promise<void> {
  await setHostPermission(context, 'addHostPermission', host);
  const settings = await context.newPage();
  await settings.goto(new URL('/options.html', (await serviceWorkerOf(context)).url()).href);
  await settings.locator('[data-setting="host"]').fill(host);
  await settings.locator('[data-action="add-typed-site"]').click();
  await settings.locator(`[data-added="${host}"]`).waitFor();
  await settings.close();
}
