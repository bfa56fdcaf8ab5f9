import type { BrowserContext, Page } from '@playwright/test';
import { adapterAt, listedSites } from '../../utils/sites/hosts';
import { addSite } from './harness/browsers/chromium-access';
import { expect, test } from './harness/extension';
import { type InjectedScript, type InjectedWatch, watchInjected } from './harness/injected';

/**
 * Where Safi is, and where it is not: on each listed site the two small scripts and that site's own adapter; on every
 * other page nothing at all. What it costs `npm run bench -- interception` measures.
 */

const page: InjectedScript['world'] = 'page';
const isolated: InjectedScript['world'] = 'isolated';

const hooks = { path: 'content-scripts/page-hooks.js', world: page };
const guard = { path: 'content-scripts/share-guard.js', world: isolated };
const guardAny = { path: 'content-scripts/share-guard-any.js', world: isolated };
const keeper = { path: 'keeper.js', world: isolated };
const keeperAny = { path: 'keeper-any.js', world: isolated };
const adapter = (name: string | null) => (name ? [{ path: `sites/${name}.js`, world: isolated }] : []);

const nothing = { scripts: [], worlds: 0, listeners: 0, traces: [] };

/** A page without any script. */
async function serve(
  context: BrowserContext,
  addresses: readonly string[],
  body = '<p>a page</p>',
): Promise<void> {
  for (const address of addresses) {
    await context.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
  }
}

async function opened(tab: Page, watch: InjectedWatch, address: string) {
  await tab.goto(address);
  return watch.in();
}

/** All that a top document on a listed or added site comes to have, and no more. */
async function expectWorks(
  watch: InjectedWatch,
  scripts: readonly InjectedScript[],
  where: string,
): Promise<void> {
  // The keeper comes beside the page's own loading.
  await expect.poll(async () => (await watch.in()).scripts, { message: where }).toEqual(scripts);
  const { worlds, listeners, traces } = await watch.in();
  expect({ worlds, traces }, where).toEqual({ worlds: 1, traces: [] });
  // Seen where Safi is, as it would be elsewhere.
  expect(listeners, where).toBeGreaterThan(5);
}

/** Pages of no listed site, some of which look like one. */
const foreign = [
  'https://example.org/',
  'http://localhost:3000/',
  'https://192.168.1.20/',
  'https://facebook.com/',
  'http://www.facebook.com/',
  'https://www.facebook.com.example.org/',
  'https://www.xn--fcebook-2fg.com/',
  'https://example.org/https://www.facebook.com/',
  'https://business.facebook.com/',
  'https://mail.google.com/',
  'https://photos.google.com/',
  'https://drive.google.com/',
  'https://outlook.live.com/',
];

test('on a page of no listed site there is nothing of Safi', async ({ page: tab, context, background }) => {
  await serve(context, foreign);
  const watch = await watchInjected(tab);
  expect(await background.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  for (const address of foreign) {
    expect(await opened(tab, watch, address), address).toEqual(nothing);
  }
});

test('of the browser’s own functions some are replaced on a listed page, and none on any other', async ({
  page: tab,
  context,
}) => {
  const [other, listed] = ['https://example.org/', 'https://web.whatsapp.com/'];
  await serve(context, [other, listed]);
  const watch = await watchInjected(tab);
  await tab.goto(other);
  expect(await watch.replaced()).toEqual([]);
  await tab.goto(listed);
  const replaced = await watch.replaced();
  for (const name of ['EventTarget.dispatchEvent', 'HTMLElement.click', 'Function.toString']) {
    expect(replaced).toContain(`${name} value`);
  }
});

test('a listed page that leads elsewhere takes nothing along', async ({ page: tab, context }) => {
  await serve(
    context,
    ['https://www.facebook.com/l.php'],
    '<script>location.replace("https://example.org/")</script>',
  );
  await serve(context, ['https://example.org/']);
  const watch = await watchInjected(tab);
  await tab.goto('https://www.facebook.com/l.php');
  await tab.waitForURL('https://example.org/');
  expect(await watch.in()).toEqual(nothing);
});

test('on each listed host there are the two scripts, the keeper and the adapter of that site alone', async ({
  page: tab,
  context,
}) => {
  test.slow();
  const hosts = Object.values(listedSites).flat();
  const addresses = [
    ...hosts.map((host) => `https://${host}/`),
    ...['a', 'k'].map((app) => `https://web.telegram.org/${app}/`),
    // The same host, as Chromium holds.
    'https://x.com./home',
    'https://x.com:8443/home',
  ];
  await serve(context, addresses);
  const watch = await watchInjected(tab);
  for (const address of addresses) {
    await tab.goto(address);
    const site = adapter(adapterAt(new URL(address)));
    await expectWorks(watch, [hooks, guard, keeper, ...site], address);
  }
});

test('in frames: each is what its own address makes it', async ({ page: tab, context }) => {
  const top = 'https://example.org/';
  const plugin = 'https://www.facebook.com/plugins/comments.php';
  await serve(
    context,
    [top, 'https://web.whatsapp.com/'],
    `<iframe src="${plugin}"></iframe><iframe srcdoc="<p>one</p>"></iframe>`,
  );
  await serve(context, [plugin]);
  const watch = await watchInjected(tab);
  const isSrcdoc = (url: string) => url === 'about:srcdoc';
  const pluginWatch = async () => {
    const frame = tab.frames().find((one) => one.url() === plugin);
    if (!frame) throw new Error('no frame');
    const inside = await watchInjected(tab, frame);
    await frame.goto(plugin);
    return inside;
  };

  await test.step('a listed site’s frame in a page that is none: there, and only there', async () => {
    expect(await opened(tab, watch, top)).toEqual(nothing);
    expect(await watch.in(isSrcdoc)).toEqual(nothing);
    const inside = await pluginWatch();
    expect((await inside.in()).scripts).toEqual([hooks, guard]);
    await inside.stop();
    expect(await watch.in()).toEqual(nothing);
  });

  await test.step('a frame of a listed page without an address of its own: the scripts, no keeper yet', async () => {
    await tab.goto('https://web.whatsapp.com/');
    expect((await watch.in(isSrcdoc)).scripts).toEqual([hooks, guard]);
  });
});

test('on a site that was added: the same two, and its own adapter; removed, nothing', async ({
  page: tab,
  context,
  background,
}) => {
  test.slow();
  const added = ['added.example', 'mail.google.com'];
  const addresses = added.map((host) => `https://${host}/`);
  await serve(context, [...addresses, 'https://www.added.example/', 'https://x.com/home']);
  for (const host of added) await addSite(context, host);
  const registered = () =>
    background.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts())[0]?.matches);
  await expect.poll(registered).toEqual(addresses.map((address) => `${address}*`));

  const watch = await watchInjected(tab);
  for (const address of addresses) {
    await tab.goto(address);
    const site = adapter(adapterAt(new URL(address)));
    await expectWorks(watch, [hooks, guardAny, keeperAny, ...site], address);
  }
  expect(await opened(tab, watch, 'https://www.added.example/')).toEqual(nothing);
  await tab.goto('https://x.com/home');
  await expectWorks(watch, [hooks, guard, keeper, ...adapter('x')], 'a listed site, as ever');

  const patterns = addresses.map((address) => `${address}*`);
  await background.evaluate((origins) => chrome.permissions.remove({ origins }), patterns);
  await expect.poll(registered).toBeUndefined();
  for (const address of addresses) expect(await opened(tab, watch, address), address).toEqual(nothing);
});
