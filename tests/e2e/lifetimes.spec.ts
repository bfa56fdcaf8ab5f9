import { rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { makePhoto } from '../fixtures/jpeg';
import { expectClean } from './harness/arrivals';
import { bareCard } from './harness/bare-card';
import { expect, test } from './harness/extension';
import { latin1, photo, secrets } from './harness/files';
import { card } from './harness/guard';
import { openChooser, pickFiles } from './harness/picks';
import { openRoutePage, type RoutePage, routeUrl, spot } from './harness/route-page';
import { recorder } from './pages/recorder';

/** What may happen while a share is held: nothing passes, nothing is lost without a word. */

const input = `<input type="file" class="spot"><script>use(document.querySelector('input'));</script>`;

const pick = (page: Page, path: string) => pickFiles(page, () => page.mouse.click(spot.x, spot.y), [path]);

/** A page with a pick that is held, and the card that asks about it. */
async function hold(page: Page) {
  const route = await openRoutePage(page, input);
  const original = photo();
  await pick(page, original.path);
  return { route, original, asked: await card(page) };
}

for (const [change, apply] of [
  ['written anew', (path: string) => writeFileSync(path, makePhoto().slice(0, -1))],
  ['thrown away', rmSync],
] as const) {
  for (const choice of ['send-clean', 'send-original'] as const) {
    const tag = change === 'written anew' ? '@chromium-only' : [];
    test(`the file is ${change} on its disk, then ${choice}: the card says that it cannot be read`, {
      tag,
    }, async ({ page }) => {
      const route = await openRoutePage(page, input);
      const original = photo();
      await pick(page, original.path);
      const asked = await card(page);
      await expect.poll(() => asked.level()).toBe('ask');
      apply(original.path);
      await asked.choose(choice);
      const refused = await card(page);
      await expect.poll(() => refused.level()).toBe('refused');
      await refused.choose('not-now');
      await route.said('closed');
      expect((await route.record()).given).toEqual([]);
    });
  }
}

test('another picture is written over the file: nothing of it goes that was not cleaned', async ({
  page,
}) => {
  const { route, original, asked } = await hold(page);
  // The same length, what is hidden at other places.
  const moved = makePhoto();
  moved.copyWithin(600, 2, moved.length - 600);
  moved.fill(0xff, 2, 600);
  writeFileSync(original.path, moved);
  await asked.choose('send-clean');
  const next = await card(page);
  await next.choose((await next.level()) === 'ask' ? 'send-clean' : 'not-now');
  await next.gone();
  await expect.poll(async () => (await route.record()).reading).toBe(0);
  for (const { bytes } of (await route.record()).given) {
    for (const secret of secrets) expect(latin1(bytes)).not.toContain(secret);
  }
});

test('the page would go elsewhere: the browser asks, and what is held stays held', async ({ page }) => {
  const { route, original, asked } = await hold(page);
  const dialog = page.waitForEvent('dialog');
  await page.evaluate(() => {
    setTimeout(() => location.assign('/elsewhere'));
  });
  const leave = await dialog;
  expect(leave.type()).toBe('beforeunload');
  await leave.dismiss();
  await asked.choose('send-clean');
  expectClean((await route.given(1))[0], original);
  // Nothing is held any more.
  await page.reload();
});

test('the tab is about to be closed: the browser asks, and what is held stays held', async ({ page }) => {
  const { route, original, asked } = await hold(page);
  const dialog = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const leave = await dialog;
  expect(leave.type()).toBe('beforeunload');
  await leave.dismiss();
  expect((await route.record()).given).toEqual([]);
  await asked.choose('send-clean');
  expectClean((await route.given(1))[0], original);
  // Nothing is held any more.
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
});

test('the page goes elsewhere: nothing was given', async ({ page }) => {
  const route = await openRoutePage(page, input);
  await pick(page, photo().path);
  await card(page);
  page.once('dialog', (leave) => void leave.accept());
  const given = await page.evaluate(() => {
    const { record } = window as unknown as { record: { given: unknown[] } };
    addEventListener('pagehide', () => sessionStorage.setItem('given', `${record.given.length}`));
    return record.given.length;
  });
  expect(given).toBe(0);
  await page.reload();
  expect(await page.evaluate(() => sessionStorage.getItem('given'))).toBe('0');
  expect((await route.record()).given).toEqual([]);
});

test('the page makes up that it goes: what is held stays held', async ({ page }) => {
  const { route, original, asked } = await hold(page);
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await asked.choose('send-clean');
  expectClean((await route.given(1))[0], original);
});

test('a page that is opened again: a pick is held as before', async ({ page }) => {
  const elsewhere = `${routeUrl}elsewhere`;
  await page.context().route(elsewhere, (request) => request.fulfill({ body: 'elsewhere' }));
  const route = await openRoutePage(page, input);
  await pick(page, photo().path);
  await (await card(page)).choose('not-now');
  await route.said('closed');
  await page.goto(elsewhere);
  await page.goto(routeUrl);
  const original = photo();
  await pick(page, original.path);
  const asked = await card(page);
  await asked.choose('send-clean');
  expectClean((await route.given(1))[0], original);
});

/** The first pick of a page is held as ever, and its clean copy goes. */
async function heldThenClean(route: RoutePage): Promise<void> {
  const original = photo();
  await pick(route.page, original.path);
  const asked = await card(route.page);
  expect((await route.record()).given).toEqual([]);
  await asked.choose('send-clean');
  expectClean((await route.given(1))[0], original);
}

/** Leaves the page for another one, which the browser keeps as it is, and comes back to it. */
async function leaveAndReturn(page: Page): Promise<void> {
  const elsewhere = 'https://elsewhere.example/';
  await page.context().route(elsewhere, (request) => request.fulfill({ body: 'elsewhere' }));
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
  });
  await page.goto(elsewhere);
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
  // Nothing is loaded, and nobody hears of that.
  await page.waitForURL(routeUrl, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as { persisted?: boolean }).persisted === true);
}

test('a page that comes back as it was left, not loaded: a pick is held as before @chromium-only', async ({
  page,
}) => {
  const route = await openRoutePage(page, input);
  await leaveAndReturn(page);
  await heldThenClean(route);
});

for (const module of ['keeper.js', 'sites/whatsapp.js']) {
  test(`the same while ${module} was under way, which then never comes @chromium-only`, async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    let loads = 0;
    const begun = new Promise<void>((resolve) => {
      session.on('Fetch.requestPaused', ({ requestId }) => {
        loads += 1;
        resolve();
        // What is begun anew comes.
        if (loads > 1) void session.send('Fetch.continueRequest', { requestId });
      });
    });
    await session.send('Fetch.enable', { patterns: [{ urlPattern: `chrome-extension://*/${module}*` }] });
    const route = await openRoutePage(page, input);
    await begun;
    await leaveAndReturn(page);
    await heldThenClean(route);
    expect(loads).toBe(2);
  });
}

test('the document is opened anew: it is said, and nothing was given', async ({ page }) => {
  const route = await openRoutePage(page, input);
  await pick(page, photo().path);
  await card(page);
  await page.evaluate(() => {
    document.open();
    document.write('<p>another page</p>');
    document.close();
  });
  const bare = await bareCard(page);
  expect(await bare.actions()).toContain('retry');
  await bare.press('not-now');
  // Whom the page had told to listen, it has told so no more.
  expect((await route.record()).given).toEqual([]);
});

const frame = (name: string, left: number) =>
  `<iframe name="${name}" style="position:fixed;left:${left}px;top:0;width:160px;height:80px;border:0"></iframe>
  <script>frames['${name}'].document.write(${JSON.stringify(
    `<style>.spot { position: fixed; inset: 0; width: 160px; height: 80px }</style><body><script>${recorder}</script>${input}`,
  ).replaceAll('</', '<\\/')}); frames['${name}'].document.close();</script>`;

test('two frames share at the same time: one question after the other, to each its own', async ({ page }) => {
  const route = await openRoutePage(page, frame('one', 0) + frame('two', 300));
  const [first, second] = [photo('first.jpg'), photo('second.jpg')];
  const one = await openChooser(page, () => page.mouse.click(spot.x, spot.y));
  const two = await openChooser(page, () => page.mouse.click(300 + spot.x, spot.y));
  await one.pick([first.path]);
  await two.pick([second.path]);
  await (await card(page)).choose('not-now');
  await route.said('closed');
  const next = await card(page);
  expect((await route.record()).given).toEqual([]);
  await next.choose('send-original');
  expect((await route.given(1)).map(({ name }) => name)).toEqual(['second.jpg']);
});

test('the frame that shares goes away: it is said, and nothing was given', async ({ page }) => {
  const route = await openRoutePage(page, frame('one', 0));
  await pick(page, photo().path);
  const asked = await card(page);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await asked.choose('send-clean');
  await expect(asked.frame.locator('[data-action="close"]')).toBeVisible();
  expect((await route.record()).given).toEqual([]);
});

test('the focus comes back to where it was, and the page may act for the person', async ({ page }) => {
  const route = await openRoutePage(
    page,
    `<input id="words">${input.replace('use(', 'document.getElementById("words").focus(); use(')}<script>
      document.querySelector('.spot').addEventListener('change', () =>
        setTimeout(() => say([document.activeElement.id, navigator.userActivation.isActive]), 50));
      document.querySelector('.spot').addEventListener('mousedown', (event) => event.preventDefault());
    </script>`,
  );
  await pick(page, photo().path);
  await (await card(page)).choose('send-clean');
  await route.said('words,true');
});
