import type { Page } from '@playwright/test';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { copy, paste } from './harness/pastes';
import { slowGuard } from './harness/slow-guard';
import { openWhatsApp, type WhatsAppPage } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** What sends waits while a pasted picture is held, so that the caption does not go without it. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const person: PageOptions = { kind: 'person', title: 'Sara', model: 'both' };

const composer = (page: Page) => page.locator('[role="textbox"]');
const sendButton = (page: Page) => page.locator('[data-icon="wds-ic-send-filled"]');

async function sends(whatsapp: WhatsAppPage) {
  return (await whatsapp.record()).sends;
}

/** A caption, and a picture pasted beside it, which is held until the returned function is called. */
async function pasteSlowly(
  page: Page,
  worker: Parameters<typeof slowGuard>[0],
): Promise<() => Promise<void>> {
  await copy(page, { picture: true });
  await composer(page).pressSequentially('caption');
  const goOn = await slowGuard(worker);
  await paste(page, composer(page));
  return goOn;
}

for (const key of ['Enter', 'Control+Enter', 'NumpadEnter']) {
  test(`${key} waits, and is the same key when it comes`, async ({ page, background }) => {
    const whatsapp = await openWhatsApp(page, person);
    await page.evaluate(() => {
      const keys: unknown[] = [];
      Object.assign(window, { keys });
      for (const type of ['keydown', 'keyup'] as const) {
        addEventListener(type, ({ key, code, keyCode, location, ctrlKey, isTrusted }) => {
          if (key === 'Enter') keys.push([isTrusted, type, code, keyCode, location, ctrlKey]);
        });
      }
    });
    const keys = () => page.evaluate(() => (window as unknown as { keys: unknown[][] }).keys);
    await composer(page).press(key);
    const [trusted = []] = await keys();
    expect(trusted.slice(0, 3)).toEqual([true, 'keydown', key === 'NumpadEnter' ? key : 'Enter']);
    const before = (await keys()).length;

    const goOn = await pasteSlowly(page, background);
    await page.keyboard.press(key);
    expect(await sends(whatsapp)).toHaveLength(1);
    await goOn();
    await whatsapp.receives(1);
    await expect
      .poll(async () => (await sends(whatsapp)).slice(1))
      .toEqual([{ text: 'caption', shares: 1, isTrusted: false }]);
    const [down = [], up = []] = (await keys()).slice(before);
    expect(down).toEqual([false, ...trusted.slice(1)]);
    expect(up.slice(0, 2)).toEqual([false, 'keyup']);
  });
}

test('a click on the send button waits as well', async ({ page, background }) => {
  const whatsapp = await openWhatsApp(page, person);
  const goOn = await pasteSlowly(page, background);
  await sendButton(page).click();
  expect(await sends(whatsapp)).toEqual([]);
  await goOn();
  await whatsapp.receives(1);
  await expect.poll(() => sends(whatsapp)).toEqual([{ text: 'caption', shares: 1, isTrusted: false }]);
});

test('pressed over and over it sends once', async ({ page, background }) => {
  const whatsapp = await openWhatsApp(page, person);
  const goOn = await pasteSlowly(page, background);
  for (let times = 0; times < 5; times++) await page.keyboard.press('Enter');
  await sendButton(page).click();
  await goOn();
  await expect.poll(() => sends(whatsapp)).toHaveLength(1);
  await composer(page).press('Enter');
  await expect.poll(() => sends(whatsapp)).toHaveLength(2);
});

test('two pastes: it waits for both', async ({ page, background }) => {
  const whatsapp = await openWhatsApp(page, group);
  const goOn = await pasteSlowly(page, background);
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Enter');
  await goOn();
  for (const received of [1, 2]) {
    // A card takes no answer for longer than what waits would wait.
    await (await card(page)).choose('send-clean');
    await whatsapp.receives(received);
  }
  await expect.poll(() => sends(whatsapp)).toEqual([{ text: 'caption', shares: 2, isTrusted: false }]);
});

/** A page's timers end in the order of their times: whatever was to be sent after the paste has been. */
async function expectNothingSent(page: Page, whatsapp: WhatsAppPage): Promise<void> {
  await whatsapp.receives(1);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(await sends(whatsapp)).toEqual([]);
}

test('who writes on, or points anywhere, has not sent: nothing half written goes', async ({
  page,
  background,
}) => {
  for (const goElsewhere of [() => page.keyboard.type(' and m'), () => composer(page).click()]) {
    const whatsapp = await openWhatsApp(page, person);
    const goOn = await pasteSlowly(page, background);
    await page.keyboard.press('Enter');
    await goElsewhere();
    await goOn();
    await expectNothingSent(page, whatsapp);
  }
});

test('not at all when the picture does not go', async ({ page, background }) => {
  const whatsapp = await openWhatsApp(page, group);
  const goOn = await pasteSlowly(page, background);
  await page.keyboard.press('Enter');
  await goOn();
  const asked = await card(page);
  await asked.choose('not-now');
  await asked.gone();
  // A whole other share, whose card takes no answer for longer than an Enter would wait.
  await whatsapp.attach('photos', [photo().path]);
  await (await card(page)).choose('send-clean');
  await whatsapp.receives(1);
  const keys = await whatsapp.events('keydown');
  expect(keys.filter(({ isTrusted }) => isTrusted)).not.toEqual([]);
  expect(keys.filter(({ isTrusted }) => !isTrusted)).toEqual([]);
  await composer(page).press('Enter');
  expect(await sends(whatsapp)).toEqual([{ text: 'caption', shares: 1, isTrusted: true }]);
});

test('what sends nothing does not wait: Enter with Shift, in a composition, other keys, other buttons', async ({
  page,
  background,
}) => {
  const whatsapp = await openWhatsApp(page, person);
  const goOn = await pasteSlowly(page, background);
  // The imitation counts every Enter that it hears of.
  await page.keyboard.press('Shift+Enter');
  expect(await sends(whatsapp)).toHaveLength(1);
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '한', selectionStart: 1, selectionEnd: 1 });
  await page.keyboard.press('Enter');
  expect(await sends(whatsapp)).toHaveLength(2);
  await page.keyboard.type('x');
  await expect(composer(page)).toContainText('x');
  await page.locator('[data-icon="plus-rounded"]').click();
  await expect(page.locator('[role="menu"]')).toBeVisible();
  await goOn();
  await whatsapp.receives(1);
});

test('nothing waits when nothing is held', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, person);
  await composer(page).press('Enter');
  await sendButton(page).click();
  expect((await sends(whatsapp)).map(({ isTrusted }) => isTrusted)).toEqual([true, true]);
});
