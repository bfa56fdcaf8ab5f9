import type { BrowserContext, Page } from '@playwright/test';
import { bareCard } from './harness/bare-card';
import type { Background } from './harness/browsers/driver';
import { driverOf } from './harness/browsers/drivers';
import { expect, test } from './harness/extension';
import { latin1, photo, secrets } from './harness/files';
import { card } from './harness/guard';
import { isGuardFrame } from './harness/guard-frame';
import { pickFiles } from './harness/picks';
import { openRoutePage, type RoutePage } from './harness/route-page';

/** Where Safi works, as a person decides it: sites that are added and removed, and switched off. */

const host = 'added.example';
const url = `https://${host}/`;

/**
 * The popup is opened as a page here, which does not let it know the address of the tab as a click on its icon does:
 * the permission to know of all tabs stands in for that.
 */
function knowingTabs(manifest: string): string {
  const { permissions, ...rest } = JSON.parse(manifest);
  return JSON.stringify({ ...rest, permissions: [...permissions, 'tabs'] });
}

test.use({ changes: { 'manifest.json': knowingTabs } });

const body = `<input type="file" class="spot"><script>
  document.querySelector('input').onchange = (event) => give(event.target.files);
</script>`;

const open = (page: Page, at = url, headers = {}): Promise<RoutePage> =>
  openRoutePage(page, body, headers, at);

const pick = (page: Page) =>
  pickFiles(page, () => page.locator('input').click(), [photo('IMG_20261118_163204.jpg').path]);

interface Popup {
  readonly page: Page;
  says(state: string): Promise<void>;
  press(action: string): Promise<void>;
}

/** The popup over a tab, as a page of its own. */
async function openPopup(
  context: BrowserContext,
  background: Background,
  address: (path: string) => string,
  over: string,
): Promise<Popup> {
  const tab = await background.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((one) => one.url?.startsWith(wanted))?.id ?? -1;
  }, over);
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(address(`popup.html?lang=en&tab=${tab}`));
  return {
    page,
    says: (state) => expect(page.locator('[data-state]')).toHaveAttribute('data-state', state),
    press: (action) => page.locator(`[data-action="${action}"]`).click(),
  };
}

/** A share goes to the page as if there were no Safi: at once, trusted, every byte of it. */
async function expectUntouched(page: Page, route: RoutePage, share: number): Promise<void> {
  const { sha256, name } = photo('IMG_20261118_163204.jpg');
  await pick(page);
  const given = await route.given(share);
  expect(given.at(-1)).toMatchObject({ name, sha256 });
  const { events } = await route.record();
  expect(events.filter(({ type }) => type === 'change').at(-1)).toMatchObject({ isTrusted: true, files: 1 });
  expect(page.frames().filter(isGuardFrame)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
}

/** Whether a page gets at any file of the extension by the address that is always the same. */
const reachable = (page: Page, address: (path: string) => string) =>
  page.evaluate(
    (files) =>
      Promise.all(
        files.map((file) =>
          fetch(file).then(
            ({ ok }) => ok,
            () => false,
          ),
        ),
      ),
    ['guard-frame.html', 'guard-frame-any.html', 'keeper.js', 'keeper-any.js', 'sites/gmail.js'].map(address),
  );

const registered = (background: Background) =>
  background.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);

/** The popup's own button; the browser's question is answered beforehand. */
async function add(page: Page, popup: Popup, background: Background): Promise<void> {
  await driverOf(page).allowSite(page.context(), host);
  await popup.press('add-site');
  await popup.says('reload');
  await expect.poll(() => registered(background)).toBe(2);
}

test.afterEach(async ({ background }) => {
  await background.evaluate((pattern) => chrome.permissions.remove({ origins: [pattern] }), `${url}*`);
});

test('a site is added, shared on, and removed: then nothing of Safi is left there', async ({
  page,
  context,
  background,
  extensionUrl,
  browserUnderTest,
}) => {
  test.slow();
  const route = await open(page);
  await test.step('before: nothing of Safi is there, and no page can find it', async () => {
    await expectUntouched(page, route, 1);
    expect(await registered(background)).toBe(0);
    if (browserUnderTest === 'chromium') {
      expect(await reachable(page, extensionUrl)).toEqual([false, false, false, false, false]);
      await expect(driverOf(page).inShareGuard(page, '1')).rejects.toThrow('does not run');
    }
  });

  const popup = await openPopup(context, background, extensionUrl, url);
  await test.step('added: the popup says what is missing', async () => {
    await popup.says('not-added');
    await add(page, popup, background);
    await expect(popup.page.locator('[data-state]')).toContainText(host);
  });

  await test.step('shared on: asked about as for a group, and cleaned', async () => {
    await page.reload();
    await popup.page.reload();
    await popup.says('protected');
    await pick(page);
    const asked = await card(page);
    expect(await asked.root.locator('[data-audience]').getAttribute('data-audience')).toBe('unknown');
    await route.sawNothing();
    await asked.choose('send-clean');
    const [file] = await route.given(1);
    expect(file?.name).toBe('photo-1.jpg');
    for (const secret of secrets) expect(latin1(file?.bytes ?? '')).not.toContain(secret);
    if (browserUnderTest === 'chromium') {
      expect(await reachable(page, extensionUrl)).toEqual([false, false, false, false, false]);
    }
  });

  await test.step('removed: at once, and after the page is loaded again', async () => {
    await popup.press('remove-site');
    await popup.says('not-added');
    await expect.poll(() => registered(background)).toBe(0);
    await expect.poll(() => page.frames().filter(isGuardFrame).length).toBe(0);
    await expectUntouched(page, route, 2);
    const later = await context.newPage();
    await expectUntouched(later, await open(later), 1);
    if (browserUnderTest === 'chromium') {
      await expect(driverOf(later).inShareGuard(later, '1')).rejects.toThrow('does not run');
    }
    await later.close();
  });
  await popup.page.close();
});

test('removed in the browser’s own settings: the page is let go and the popup says so @chromium-only', async ({
  page,
  context,
  background,
  extensionUrl,
}) => {
  await open(page);
  const popup = await openPopup(context, background, extensionUrl, url);
  await add(page, popup, background);
  const route = await open(page);
  await popup.page.reload();
  await popup.says('protected');

  await driverOf(page).withdrawSite(context, host);
  // Nobody touches the popup.
  await popup.says('not-added');
  await expect.poll(() => registered(background)).toBe(0);
  await expectUntouched(page, route, 1);
});

test('a page that shuts itself off: the popup says so, and nothing goes unasked @chromium-only', async ({
  page,
  context,
  background,
  extensionUrl,
}) => {
  await open(page);
  const popup = await openPopup(context, background, extensionUrl, url);
  await add(page, popup, background);
  const route = await open(page, url, {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  await popup.page.reload();
  await popup.says('isolated');
  await pick(page);
  const bare = await bareCard(page);
  await route.sawNothing();
  await bare.press('not-now');
  expect((await route.record()).given).toEqual([]);
});

test('a frame of an added site lets nobody in without a token of its own @chromium-only', async ({
  page,
  context,
  background,
  extensionUrl,
}) => {
  await open(page);
  const popup = await openPopup(context, background, extensionUrl, url);
  await add(page, popup, background);
  await open(page);
  // What no page can know, told by share-guard: the address, and a token that is true but another document's.
  const address = await driverOf(page).inShareGuard(page, "chrome.runtime.getURL('guard-frame-any.html')");
  expect(new URL(String(address)).host).not.toBe(new URL(extensionUrl('')).host);
  const other = await context.newPage();
  await open(other);
  const token = await driverOf(other).inShareGuard(other, "chrome.runtime.sendMessage({ type: 'token' })");
  const own = await driverOf(page).inShareGuard(page, "chrome.runtime.sendMessage({ type: 'token' })");
  const answers = await page.evaluate(
    async ([src, tokens]) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const said: string[] = [];
      // The last one is let in; whoever was answered before it would stand before it.
      await new Promise<void>((resolve) => {
        for (const [at, token] of tokens.entries()) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => {
            said.push(`${at}: ${data.type}`);
            if (at === tokens.length - 1) resolve();
          };
          frame.contentWindow?.postMessage({ type: 'knock', token, lifeline: 'x' }, '*', [port2]);
        }
      });
      return said;
    },
    [String(address), ['made up', token, own]] as const,
  );
  expect(answers).toEqual(['2: ready']);
  await other.close();
});

test('a popup that stays open follows its tab', async ({ page, context, background, extensionUrl }) => {
  await open(page);
  const popup = await openPopup(context, background, extensionUrl, url);
  await popup.says('not-added');
  await open(page, 'https://web.telegram.org/a/');
  await popup.says('protected');
  await page.goto('about:blank');
  await popup.says('closed');
  await expect(popup.page.locator('[data-state] button')).toHaveCount(0);
});

test('in the settings a site is added by its address, once, and what cannot be added is said', async ({
  page,
  context,
  background,
  extensionUrl,
}) => {
  await driverOf(page).allowSite(context, host);
  await page.goto(extensionUrl('options.html?lang=en'));
  const said = page.locator('[data-outcome]');
  for (const [typed, outcome] of [
    ['http://plain.example', 'no-address'],
    ['localhost:3000', 'no-address'],
    ['*.added.example', 'no-address'],
    ['facebook.com', 'already'],
    [`${url}some/page?at=1`, 'added'],
    [host, 'already'],
    [`https://${host}:8443/`, 'already'],
  ] as const) {
    await page.locator('[data-setting="host"]').fill(typed);
    await expect(said).toHaveCount(0);
    await page.locator('[data-action="add-typed-site"]').click();
    await expect(said, typed).toHaveAttribute('data-outcome', outcome);
  }
  const added = page.locator('[data-added]');
  await expect(added).toHaveCount(1);
  await expect(added).toHaveAttribute('data-added', host);
  await expect.poll(() => registered(background)).toBe(2);
  await added.locator('[data-action="remove-site"]').click();
  await expect(added).toHaveCount(0);
  await expect.poll(() => registered(background)).toBe(0);
});

test('switched off on a listed site: nothing is held, and the popup can turn it on again', async ({
  page,
  context,
  background,
  extensionUrl,
}) => {
  const listed = 'https://web.telegram.org/a/';
  const route = await open(page, listed);
  const popup = await openPopup(context, background, extensionUrl, listed);
  await popup.says('protected');
  await popup.press('site-off');
  await popup.says('off');
  await expectUntouched(page, route, 1);
  await expectUntouched(page, await open(page, listed), 1);

  await popup.press('site-on');
  await popup.says('reload');
  await page.reload();
  await popup.page.reload();
  await popup.says('protected');
  await pick(page);
  await (await card(page)).choose('not-now');
});
