import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { BesidePanel } from './harness/browsers/beside-panel';
import { drivers } from './harness/browsers/drivers';
import { launch, type Options } from './harness/extension';

/** The panel as the browser itself opens it, every screen of it used: what is left behind afterwards. */

// A browser of its own, and no other beside it.
const test = base.extend<object, Options>({
  browserUnderTest: ['chromium', { scope: 'worker', option: true }],
});

/** Walks every screen by its controls, ticks and fills in what there is, and tells which screens there were. */
const walk = `(async () => {
  const ways = new Map([['first', []]]);
  // What was clicked is drawn within the same turn of the page; a timer would be slowed down in a panel.
  const settle = async () => { for (let turn = 0; turn < 5; turn += 1) await null; };
  const choose = async (selector) => { document.querySelector(selector).click(); await settle(); };
  const now = () => document.querySelector('.panel').dataset.screen;
  for (const [screen, way] of ways) {
    while (now() !== 'first') await choose('header [data-go]');
    for (const step of way) await choose('main [data-go="' + step + '"]');
    for (const tick of document.querySelectorAll('main input, main [data-answer]')) tick.click();
    for (const field of document.querySelectorAll('main textarea')) {
      field.value = 'a name that nobody else has';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    for (const { dataset } of document.querySelectorAll('main [data-go]')) {
      if (!ways.has(dataset.go)) ways.set(dataset.go, [...way, dataset.go]);
    }
  }
  return ways.size;
})()`;

async function leave(panel: BesidePanel): Promise<void> {
  // Later, or nobody would be there to answer.
  await panel.evaluate(
    `void setTimeout(() => document.querySelector('header .btn--ink:not(.skip)').click())`,
  );
  await expect.poll(() => panel.isOpen(), { message: 'the panel is closed' }).toBe(false);
}

test('after every screen was used, settings are all that is stored, and no history holds the help', async ({
  browserUnderTest,
}, testInfo) => {
  const profile = testInfo.outputPath('profile');
  const context = await launch(browserUnderTest, {}, profile);
  testInfo.skip(!context, `No ${browserUnderTest}.`);
  if (!context) return;
  const driver = drivers[browserUnderTest];
  const background = await driver.background(context);
  const stored = () =>
    background.evaluate(async () => ({
      local: Object.keys(await chrome.storage.local.get(null)),
      session: Object.keys(await chrome.storage.session.get(null)),
    }));
  const page = await context.newPage();
  await context.route('https://history.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'seen' }),
  );
  await page.goto('https://history.example/');
  await page.goto(`${await driver.origin(context)}/practice.html?lang=ckb`);
  const help = page.locator('[data-practice-help]');
  const on = page.locator('[data-round="skip"]');
  await expect(on.or(help).first()).toBeVisible();
  while (!(await help.isVisible())) await on.click();
  const before = await stored();
  await help.click();
  const panel = await driver.besidePanel(page);
  await expect.poll(() => panel.evaluate(`document.querySelector('.panel')?.dataset.screen`)).toBe('first');
  expect(await panel.evaluate('document.title')).toBe('Safi');
  expect(await panel.evaluate(walk)).toBe(76);
  expect(await panel.evaluate('history.length + location.hash')).toBe('1');
  await leave(panel);
  expect(await stored()).toEqual(before);
  expect(before.local.filter((key) => key !== 'settings')).toEqual([]);
  expect(page.url()).toContain('practice.html');

  // What is written when the browser ends is there then.
  await context.close();
  const kept = driver.historyFiles
    .map((name) => join(profile, name))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path));
  rmSync(profile, { recursive: true, force: true });
  const holds = (text: string) =>
    kept.some((bytes) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
  // A page that was seen before is in there, so that it is read at all.
  expect(holds('history.example')).toBe(true);
  expect(holds('sidepanel.html')).toBe(false);
  expect(holds('nobody else has')).toBe(false);
});
