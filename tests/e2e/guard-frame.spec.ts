import type { Frame, Page } from '@playwright/test';
import { bareCard } from './harness/bare-card';
import { driverOf } from './harness/browsers/drivers';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card, guardFrame, keeperThere } from './harness/guard';
import { isGuardFrame } from './harness/guard-frame';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** The rules of the guard frame, each on a page that puts it to the test. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };

async function sendClean(page: Page, options: PageOptions, before?: (page: Page) => Promise<void>) {
  const whatsapp = await openWhatsApp(page, options);
  await before?.(page);
  await whatsapp.attach('photos', [photo().path]);
  await (await card(page)).choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expect(received?.name).toBe('photo-1.jpg');
}

/** A token as share-guard gets it. */
function freshToken(page: Page): Promise<unknown> {
  return driverOf(page).inShareGuard(page, "chrome.runtime.sendMessage({ type: 'token' })");
}

/** Puts a guard page of our own into the page, as a hostile site might, and knocks on it with a token. */
async function knockAsPage(
  page: Page,
  framePage: string,
  token: unknown,
): Promise<{ answers: () => Promise<number> }> {
  await page.evaluate(
    async ([src, stolen]) => {
      const iframe = document.createElement('iframe');
      iframe.src = src as string;
      const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve));
      document.body.append(iframe);
      await loaded;
      const { port1, port2 } = new MessageChannel();
      const state = window as unknown as { answers?: unknown[] };
      const answers = state.answers ?? [];
      state.answers = answers;
      port1.onmessage = ({ data }) => answers.push(data);
      iframe.contentWindow?.postMessage({ type: 'knock', token: stolen, lifeline: 'x' }, '*', [port2]);
    },
    [framePage, token] as const,
  );
  return {
    answers: () => page.evaluate(() => (window as unknown as { answers: unknown[] }).answers.length),
  };
}

/** The frame's document is gone: what a crash, or a link that navigates, leaves behind. Nothing tells the page. */
async function killFrame(page: Page): Promise<void> {
  const { frame } = await card(page);
  await frame.evaluate(() => location.replace('about:blank'));
}

/** Waits until the frame has dealt with every message it got before: it answers a redeemed round trip of its own. */
async function settled(page: Page): Promise<void> {
  for (const frame of page.frames().filter(isGuardFrame)) {
    await frame.evaluate(() => chrome.runtime.sendMessage({ type: 'redeem', token: 'none' }));
  }
}

test('works on a page with the strictest CSP and Trusted Types', async ({ page }) => {
  await sendClean(page, { ...group, policy: 'strict' });
});

test('works on a cross-origin isolated page', async ({ page }) => {
  await sendClean(page, { ...group, isolated: true }, async () => {
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });
});

test('works on a page in Arabic direction', async ({ page }) => {
  await sendClean(page, { ...group, direction: 'rtl' });
});

for (const css of [
  'html > div { display: none !important }',
  'html > * { visibility: hidden !important; opacity: 0 !important; pointer-events: none !important }',
  'dialog, iframe { display: none !important; inset: 100vh !important }',
  '* { transform: scale(0) !important; clip-path: inset(50%) !important }',
]) {
  const tag = css.includes('scale(0)') ? ' @chromium-only' : '';
  test(`a page rule cannot hide it: ${css}${tag}`, async ({ page }) => {
    const whatsapp = await openWhatsApp(page, group);
    await whatsapp.attach('photos', [photo().path]);
    const asked = await card(page);
    await whatsapp.addStyle(css);
    await asked.choose('send-clean');
    await whatsapp.receives(1);
  });
}

test('the page sees no extra window and no resource of ours', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const windows = await page.evaluate(() => window.length);
  await whatsapp.attach('photos', [photo().path]);
  await card(page);
  const seen = await page.evaluate(() => ({
    windows: window.length,
    resources: performance.getEntries().filter(({ name }) => /^(chrome|moz)-extension:/.test(name)).length,
    roots: [...document.documentElement.children].filter((child) => child.shadowRoot).length,
  }));
  expect(seen).toEqual({ windows, resources: 0, roots: 0 });
});

test('its host is removed while a share is held: the share is cancelled', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  await card(page);
  await whatsapp.removeForeign();
  await whatsapp.cancelled(1);
  expect(await whatsapp.received()).toEqual([]);
});

test('the page opens a modal over the card: the card comes back on top', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await whatsapp.openModal();
  await asked.choose('send-clean');
  await whatsapp.receives(1);
});

test('the page goes fullscreen under the card: the card stays usable', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.goFullscreen();
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await asked.choose('not-now');
  await whatsapp.cancelled(1);
});

test('the frame dies while a share is held: the file is kept, it is said, and trying again works', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  await killFrame(page);
  const bare = await bareCard(page);
  expect(await bare.actions()).toEqual(['retry', 'not-now', 'send-original']);
  expect(await whatsapp.events()).toEqual([]);
  await bare.press('retry');
  await (await card(page)).choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expect(received?.name).toBe('photo-1.jpg');
});

test('the frame dies: "not now" on the card without a frame tells the page so', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  await killFrame(page);
  await (await bareCard(page)).press('not-now');
  await whatsapp.cancelled(1);
  expect(await whatsapp.received()).toEqual([]);
});

test('the frame dies: the original goes only when the person says so', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const original = photo();
  await whatsapp.attach('photos', [original.path]);
  await killFrame(page);
  await (await bareCard(page)).press('send-original');
  const [received] = await whatsapp.receives(1);
  expect(received?.sha256).toBe(original.sha256);
});

test('the frame dies and the chat changes: even the original is not sent elsewhere', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  await killFrame(page);
  const bare = await bareCard(page);
  await whatsapp.switchChat({ kind: 'group', title: 'Football', members: 12, model: 'both' });
  await bare.press('send-original');
  await whatsapp.cancelled(1);
  await (await bareCard(page)).press('close');
  expect(await whatsapp.received()).toEqual([]);
});

test('a frame that no longer answers is as one that died @chromium-only', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const { frame } = await card(page);
  await frame.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 12_000;
      while (performance.now() < end);
    });
  });
  const bare = await bareCard(page);
  expect(await bare.actions()).toContain('retry');
  expect(await whatsapp.events()).toEqual([]);
  await bare.press('not-now');
  await whatsapp.cancelled(1);
});

test('a guessed token opens nothing', async ({ page, extensionUrl }) => {
  await openWhatsApp(page, group);
  const { answers } = await knockAsPage(page, extensionUrl('guard-frame.html'), 'guessed');
  await settled(page);
  expect(await answers()).toBe(0);
});

test('a true token opens once: replayed, it opens nothing @chromium-only', async ({ page, extensionUrl }) => {
  await openWhatsApp(page, group);
  const token = await freshToken(page);
  expect(token).toMatch(/^[0-9a-f]{32}$/);
  const first = await knockAsPage(page, extensionUrl('guard-frame.html'), token);
  await expect.poll(first.answers).toBe(1);
  const second = await knockAsPage(page, extensionUrl('guard-frame.html'), token);
  await settled(page);
  expect(await second.answers()).toBe(1);
});

test('a token of another tab opens nothing @chromium-only', async ({ page, context, extensionUrl }) => {
  await openWhatsApp(page, group);
  const other = await context.newPage();
  await openWhatsApp(other, group);
  const token = await freshToken(page);
  const { answers } = await knockAsPage(other, extensionUrl('guard-frame.html'), token);
  await settled(other);
  expect(await answers()).toBe(0);
});

test('messages that the page posts to every window change nothing', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await page.evaluate(() => {
    const forged = [
      { type: 'verdict', id: 1, verdict: { choice: 'original' } },
      { type: 'dismiss', id: 1 },
      { type: 'safi-relay', id: 'x' },
      { type: 'knock', token: 'x', lifeline: 'y' },
    ];
    for (const message of forged) {
      window.postMessage(message, '*', [new MessageChannel().port2]);
      window.dispatchEvent(new MessageEvent('message', { data: message }));
    }
    for (const name of ['safi-pair', 'safi-relay']) {
      for (const detail of ['guard?', 'hooks?', 'hooks:forged']) {
        window.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
      }
    }
  });
  await settled(page);
  expect(await whatsapp.received()).toEqual([]);
  await expect.poll(() => asked.level()).toBe('ask');
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expect(received?.name).toBe('photo-1.jpg');
});

test('clicks made by script on the card count for nothing', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await asked.frame.waitForFunction(() => performance.now() > 2_000);
  await asked.action('send-original').evaluate((button: HTMLElement) => button.click());
  await page.evaluate(() => {
    for (const child of document.documentElement.children) (child as HTMLElement).click();
  });
  await settled(page);
  await expect.poll(() => asked.level()).toBe('ask');
  expect(await whatsapp.received()).toEqual([]);
});

test('keys typed on the card never reach the page', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    addEventListener('keydown', ({ key }) => keys.push(key), true);
  });
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  // What its own document draws may be there before it lies over the page.
  await asked.frame.waitForFunction(() => document.hasFocus(), undefined, { polling: 50 });
  await page.keyboard.press('a');
  await page.keyboard.press('Tab');
  await asked.escape();
  await whatsapp.cancelled(1);
  expect(await page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toEqual([]);
});

test('a child frame passes its share up: one guard frame, in the top document', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { ...group, inFrame: true });
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  const frames: Frame[] = page.frames().filter(isGuardFrame);
  expect(frames.map((frame) => frame.parentFrame() === page.mainFrame())).toEqual([true]);
  expect(await asked.text()).toContain('Class 6');
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expect(received?.name).toBe('photo-1.jpg');
});

test('a child frame whose top is not one of ours hosts its own frame @chromium-only', async ({
  page,
  context,
}) => {
  await openWhatsApp(page, { ...group, input: 'detached' });
  await context.route('https://other.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe src="https://web.whatsapp.com/" style="width:900px;height:700px"></iframe>',
    }),
  );
  await page.goto('https://other.example/');
  const child = page.frames().find((frame) => frame.url().startsWith('https://web.whatsapp.com'));
  expect(child).toBeDefined();
  // In a process of its own, where only Playwright's own chooser reaches.
  const chooser = page.waitForEvent('filechooser');
  await child?.locator('[data-icon="plus-rounded"]').click();
  await child?.locator('[data-testid="attach-photos"]').click();
  await (await chooser).setFiles(photo().path);
  const frame = await guardFrame(page);
  expect(frame.parentFrame()).toBe(child);
  await expect(frame.locator('[data-level="ask"]')).toBeVisible();
});

test('it is brought up by a click on attach, and by nothing before', async ({ page }) => {
  await openWhatsApp(page, group);
  await keeperThere(page);
  expect(page.frames().filter(isGuardFrame)).toEqual([]);
  await page.locator('[data-icon="plus-rounded"]').click();
  await guardFrame(page);
});
