import type { Page } from '@playwright/test';
import { words as ar } from '../../utils/i18n/catalogue/ar';
import { feminine } from '../../utils/i18n/catalogue/ar/feminine';
import { words as ckb } from '../../utils/i18n/catalogue/ckb';
import { words as en } from '../../utils/i18n/catalogue/en';
import { defaultSettings, type Settings } from '../../utils/settings/schema';
import type { Background } from './harness/browsers/driver';
import { expect, test } from './harness/extension';
import { latin1, makeFile, photo, psd } from './harness/files';
import { card, type Level } from './harness/guard';
import { isGuardFrame } from './harness/guard-frame';
import { tabTo } from './harness/keys';
import { pickFiles } from './harness/picks';
import { portrait } from './harness/portraits';
import { openWhatsApp } from './harness/whatsapp-page';

/** The page of settings, and what each of them changes where it counts. */

const spoken = { ar, ckb, en };
const realNames = /Safi|صافي|سافی/;

/** All that is stored for good. */
const kept = (background: Background) =>
  background.evaluate(() => chrome.storage.local.get(null) as Promise<{ settings?: Settings }>);

async function openSettings(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('h1').waitFor();
}

const way = (page: Page, setting: string, value: string) =>
  page.locator(`[data-setting="${setting}"][value="${value}"]`);
const toggle = (page: Page, setting: string) => page.locator(`[data-setting="${setting}"]`);

test('the language and the form of address change on every page at once, and are kept', async ({
  page,
  context,
  extensionUrl,
  background,
}) => {
  const help = await context.newPage();
  await openSettings(help, extensionUrl('sidepanel.html'));
  await openSettings(page, extensionUrl('options.html'));
  const hears = help.locator('h1');
  for (const [language, dir] of [
    ['ckb', 'rtl'],
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    await page.locator(`[data-lang="${language}"] input`).check();
    for (const shown of [page, help]) {
      await expect(shown.locator(':root')).toHaveAttribute('lang', language);
      await expect(shown.locator(':root')).toHaveAttribute('dir', dir);
    }
    await expect(hears).toHaveText(spoken[language].helpPanel.firstTitle);
    // Only a language that has forms of address lets one choose.
    await expect(toggle(page, 'address')).toHaveCount(language === 'ar' ? 2 : 0);
  }
  await way(page, 'address', 'feminine').check();
  await expect(hears).toHaveText(feminine.helpPanel?.firstTitle ?? '');
  await page.reload();
  await expect(way(page, 'address', 'feminine')).toBeChecked();
  await way(page, 'address', 'neutral').check();
  await expect(hears).toHaveText(ar.helpPanel.firstTitle);
  await expect.poll(async () => (await kept(background)).settings).toMatchObject({ language: 'ar' });
  expect(Object.keys(await kept(background))).toEqual(['settings']);
  await help.close();
});

test('what asks, blurred previews and covered faces: each is as chosen on the next share', async ({
  page,
  context,
  extensionUrl,
}) => {
  test.slow();
  const settings = await context.newPage();
  await openSettings(settings, extensionUrl('options.html?lang=en'));
  await expect(way(settings, 'asks', 'always')).toBeChecked();
  const whatsapp = await openWhatsApp(page, { kind: 'group', title: 'Class 6', members: 43, model: 'both' });
  const share = async (path: string) => {
    await page.bringToFront();
    await whatsapp.attach('documents', [path]);
  };
  const asked = async (level: Level) => {
    const found = await card(page);
    await expect(found.root).toHaveAttribute('data-level', level);
    return found;
  };
  const choose = async (act: () => Promise<void>) => {
    await settings.bringToFront();
    await act();
  };

  await test.step('every picture to more than one person: a plain one too, blurred', async () => {
    await share(photo().path);
    const found = await asked('ask');
    await expect(found.root.locator('.is-blurred')).toHaveCount(1);
    await found.choose('not-now');
    await found.gone();
  });

  await test.step('only what could not be cleaned: a face goes, and what is left unclean does not', async () => {
    await choose(() => way(settings, 'asks', 'uncleaned').check());
    await share(portrait(3).path);
    await whatsapp.receives(1);
    await share(psd().path);
    const found = await asked('refused');
    await found.choose('not-now');
    await found.gone();
  });

  await test.step('a face to more than one person: asked about, shown and not covered; a plain picture goes', async () => {
    await choose(async () => {
      await way(settings, 'asks', 'faces').check();
      await toggle(settings, 'blurPreviews').uncheck();
      await toggle(settings, 'coverFaces').uncheck();
    });
    const original = portrait(4);
    await share(original.path);
    const found = await asked('ask');
    await expect(found.root.locator('[data-sight="looked"]')).toBeVisible({ timeout: 20_000 });
    await expect(found.root.locator('.is-blurred')).toHaveCount(0);
    await expect(found.root.locator('[data-action="toggle-cover"]')).not.toBeChecked();
    await found.choose('send-clean');
    const sent = (await whatsapp.receives(2)).at(-1);
    const scan = Buffer.from(original.bytes.slice(-4_000, -2)).toString('latin1');
    expect(latin1(sent?.bytes ?? null)).toContain(scan);
    await found.gone();
    // The models are loaded by now, so that this one is answered in time on a slow machine too.
    await share(photo().path);
    await whatsapp.receives(3);
  });
  await settings.close();
});

test('under the discreet name neither the toolbar nor any title says the other one', async ({
  page,
  extensionUrl,
  background,
}) => {
  const toolbar = () => background.evaluate(() => chrome.action.getTitle({}));
  await openSettings(page, extensionUrl('options.html'));
  await page.locator('[data-lang="en"] input').check();
  await expect.poll(toolbar).toBe(en.name);
  await toggle(page, 'discreetName').check();
  await expect.poll(toolbar).toBe(en.discreetName);
  await expect(page).toHaveTitle(`${en.settings.title} · ${en.discreetName}`);
  for (const name of ['popup', 'sidepanel', 'welcome', 'cleaner', 'practice', 'options']) {
    for (const language of name === 'welcome' ? (['ar', 'ckb', 'en'] as const) : (['ckb'] as const)) {
      await openSettings(page, extensionUrl(`${name}.html?lang=${language}`));
      await expect(page, `${name} in ${language}`).toHaveTitle(new RegExp(spoken[language].discreetName));
      await expect(page, `${name} in ${language}`).not.toHaveTitle(realNames);
    }
  }
  await toggle(page, 'discreetName').uncheck();
  await expect.poll(toolbar).toBe(en.name);
  await expect(page).toHaveTitle(`${ckb.settings.title} · ${ckb.name}`);
});

/** The file that the page gives to the browser to save. */
async function exported(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  // Where Firefox saves it no test is told: what it is given to save is looked at, in both.
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    const given: Promise<string>[] = [];
    URL.createObjectURL = (blob: Blob) => {
      given.push(blob.text());
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function click() {
      Object.assign(window, { saved: { name: this.download, given } });
    };
  });
  await page.locator('[data-action="export"]').click();
  await expect(page.locator('[data-said]')).not.toBeEmpty();
  return page.evaluate(async () => {
    const { saved } = window as unknown as { saved: { name: string; given: Promise<string>[] } };
    return { name: saved.name, text: (await Promise.all(saved.given)).join() };
  });
}

async function importFile(page: Page, path: string): Promise<void> {
  await pickFiles(page, () => page.locator('[data-action="import"]').click(), [path]);
  await expect(page.locator('[data-question]')).toBeVisible();
}

test('an exported file gives the same settings where nothing was set before; the page says first what it changes', async ({
  page,
  extensionUrl,
  background,
}) => {
  await openSettings(page, extensionUrl('options.html'));
  await page.locator('[data-lang="ar"] input').check();
  await way(page, 'address', 'feminine').check();
  await way(page, 'asks', 'uncleaned').check();
  for (const setting of ['coverFaces', 'blurPreviews']) await toggle(page, setting).uncheck();
  await toggle(page, 'discreetName').check();
  for (const site of ['telegram', 'x']) {
    await page.locator(`[data-setting="site"][data-site="${site}"]`).uncheck();
  }
  const chosen: Settings = {
    version: 2,
    language: 'ar',
    address: 'feminine',
    asks: 'uncleaned',
    coverFaces: false,
    blurPreviews: false,
    discreetName: true,
    sitesOff: ['telegram', 'x'],
  };
  await expect.poll(() => kept(background)).toEqual({ settings: chosen });
  const { name, text } = await exported(page);
  expect(name).not.toMatch(/safi/i);
  expect(JSON.parse(text)).toEqual({ kind: 'safi-settings', ...chosen });

  await background.evaluate(() => chrome.storage.local.clear());
  await openSettings(page, extensionUrl('options.html?lang=en'));
  await importFile(page, makeFile(name, new TextEncoder().encode(text)).path);
  const changes = page.locator('[data-changes]');
  await expect(changes).toHaveAttribute('data-changes', '7');
  await expect(changes.locator('[data-change="sitesOff"]')).toContainText('telegram, x');
  expect(await kept(background)).toEqual({});
  await page.locator('[data-action="take"]').click();
  await expect.poll(() => kept(background)).toEqual({ settings: chosen });
  await expect(page.locator('[data-said]')).toHaveText(en.settings.move.taken);
  await expect(way(page, 'asks', 'uncleaned')).toBeChecked();
});

test('a file that is broken, of a later version, hostile or of something else is refused with words; nothing changes', async ({
  page,
  extensionUrl,
  background,
}) => {
  const file = (fields: object) => JSON.stringify({ kind: 'safi-settings', ...defaultSettings, ...fields });
  const image = '<img src="x" onerror="document.title = 1">';
  const refused = [
    ['ar', 'unreadable', '{"kind": "safi-settings", "version": 2, "asks": "al'],
    ['ckb', 'newer', file({ version: 3 })],
    ['en', 'foreign', JSON.stringify(defaultSettings)],
    ['ar', 'not-understood', file({ asks: image })],
    ['ckb', 'too-large', file({ note: 'x'.repeat(900_000) })],
  ] as const;
  const before = await kept(background);
  let shown = '';
  for (const [language, reason, text] of refused) {
    if (shown !== language) await openSettings(page, extensionUrl(`options.html?lang=${language}`));
    shown = language;
    await importFile(page, makeFile('settings.json', new TextEncoder().encode(text)).path);
    const { refused: says } = spoken[language].settings.move;
    const about = spoken[language].settings.asks.title;
    await expect(page.locator(`[data-refused="${reason}"]`)).toHaveText(
      says[reason].replace('{what}', about),
    );
    await expect(page.locator('[data-question] h3')).toBeFocused();
    await page.locator('[data-question] [data-action="cancel"]').click();
    await expect(page.locator('[data-question]')).toHaveCount(0);
    await expect(page.locator('[data-action="import"]')).toBeFocused();
  }

  // Names that are none, as many as can be, and long ones: shown as words, and only so many.
  const sitesOff = [image, ...Array.from({ length: 400 }, (_, at) => `${at}.${'x'.repeat(200)}.example`)];
  await importFile(page, makeFile('settings.json', new TextEncoder().encode(file({ sitesOff }))).path);
  await expect(page.locator('[data-change="sitesOff"]')).toContainText(image);
  expect(await page.locator('[data-change="sitesOff"]').innerText()).not.toContain('100.xxx');
  await expect(page.locator('main img')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-question]')).toHaveCount(0);
  expect(await kept(background)).toEqual(before);
});

test('a site that is switched off is left alone, and protected again when it is on', async ({
  page,
  context,
  extensionUrl,
}) => {
  const settings = await context.newPage();
  await openSettings(settings, extensionUrl('options.html?lang=ckb'));
  const site = settings.locator('[data-setting="site"][data-site="whatsapp"]');
  await site.uncheck();
  await expect(settings.locator('label', { has: site })).toContainText(ckb.settings.siteOff);
  const chat = { kind: 'group', title: 'Class 6', members: 43, model: 'both' } as const;
  const whatsapp = await openWhatsApp(page, chat);
  const { sha256, path, name } = photo();
  await whatsapp.attach('photos', [path]);
  const [given] = await whatsapp.receives(1);
  expect(given).toMatchObject({ sha256, name });
  expect(page.frames().filter(isGuardFrame)).toEqual([]);

  await settings.bringToFront();
  await site.check();
  await page.bringToFront();
  const again = await openWhatsApp(page, chat);
  await again.attach('photos', [path]);
  await (await card(page)).choose('not-now');
  expect(await again.received()).toEqual([]);
  await settings.close();
});

test('by keys alone, from the language to the reset; Escape leaves everything as it is', async ({
  page,
  extensionUrl,
  background,
}) => {
  await openSettings(page, extensionUrl('options.html?lang=ar'));
  const settings = async () => (await kept(background)).settings;
  const press = async (selector: string, ...keys: readonly string[]) => {
    await tabTo(page, page, selector);
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('[data-setting="address"]:checked', 'ArrowDown');
  await expect.poll(settings).toMatchObject({ address: 'feminine' });
  await press('[data-setting="asks"]:checked', 'ArrowUp');
  await expect.poll(settings).toMatchObject({ asks: 'faces' });
  await press('[data-setting="coverFaces"]', 'Space');
  await press('[data-setting="discreetName"]', 'Space');
  await press('[data-setting="site"][data-site="telegram"]', 'Space');
  await expect
    .poll(settings)
    .toMatchObject({ coverFaces: false, discreetName: true, sitesOff: ['telegram'] });

  // An address that is none is told, and tied to its field.
  await press('[data-setting="host"]');
  await page.keyboard.type('not a site');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-outcome="no-address"]')).toHaveText(ar.sites.noAddress);
  await expect(page.getByLabel(ar.sites.address)).toHaveAttribute('aria-invalid', 'true');

  await press('[data-action="reset"]', 'Enter');
  await expect(page.locator('[data-question="reset"] h3')).toBeFocused();
  const before = await kept(background);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-question]')).toHaveCount(0);
  await expect(page.locator('[data-action="reset"]')).toBeFocused();
  expect(await kept(background)).toEqual(before);
  await page.keyboard.press('Enter');
  await press('[data-action="reset-now"]', 'Enter');
  await expect.poll(() => kept(background)).toEqual({});
  await expect(page.locator('[data-said]')).toHaveText(ar.settings.move.resetDone);
  await expect(page.locator('[data-action="reset"]')).toBeFocused();
  await expect(toggle(page, 'discreetName')).not.toBeChecked();
  // No lock, no PIN: nothing here asks for a password.
  await expect(page.locator('input[type="password"]')).toHaveCount(0);
});
