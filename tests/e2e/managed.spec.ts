import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { policyIn } from '../fixtures/policy-files';
import type { BrowserName } from './harness/browsers/driver';
import { drivers } from './harness/browsers/drivers';
import { expect, launch, type Options } from './harness/extension';
import { readyFile, setPolicy, whyNoPolicies } from './harness/managed-policies';

/**
 * What an organisation sets for its computers, as the browser itself reads it from where an administrator puts it. A
 * copy of Safi with an id of its own has it, so that no other browser on this machine is touched by it.
 */

/** Without the browser of the other tests: these have one of their own. */
const test = base.extend<object, Options>({
  browserUnderTest: ['chromium', { scope: 'worker', option: true }],
});

/** What Firefox calls the copy; Chromium names a copy by where it lies. */
const managedId = 'managed@safi.example';

function asCopy(manifest: string): string {
  const { browser_specific_settings: settings, ...rest } = JSON.parse(manifest);
  if (!settings) return JSON.stringify({ ...rest, short_name: 'Safi' });
  return JSON.stringify({
    ...rest,
    browser_specific_settings: { ...settings, gecko: { ...settings.gecko, id: managedId } },
  });
}

/** The ready file for this browser and a school lab, and beside it what only a school itself can know. */
function schoolPolicy(browser: BrowserName) {
  const ready = `school-lab.${browser}.json` as const;
  return {
    ...policyIn(ready, readyFile(ready)),
    lines: [
      { replaces: 'community-police', number: '0770 000 0001' },
      { replaces: 'emergency', number: '100' },
    ],
    logging: true,
  };
}

async function startManaged(browser: BrowserName): Promise<[BrowserContext, () => void] | null> {
  const driver = drivers[browser];
  const policy = schoolPolicy(browser);
  // Firefox reads its policies once, at its start; Chromium's id is known only then, and it sees a new file.
  const early = browser === 'firefox' ? setPolicy(browser, managedId, policy) : null;
  const context = await launch(browser, { 'manifest.json': asCopy });
  if (!context) {
    early?.();
    return null;
  }
  const takeBack = early ?? setPolicy(browser, new URL(await driver.origin(context)).host, policy);
  return [context, takeBack];
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('h1').waitFor();
}

test('a policy of this machine: named in the settings and the help, fixed there, with 911 and without any log', async ({
  browserUnderTest,
}, testInfo) => {
  test.slow();
  const why = whyNoPolicies();
  if (why) console.warn(`${testInfo.project.name}: ${why}`);
  testInfo.skip(why !== null, why ?? '');
  const started = await startManaged(browserUnderTest);
  testInfo.skip(!started, `No ${browserUnderTest}.`);
  if (!started) return;
  const [context, takeBack] = started;
  try {
    const driver = drivers[browserUnderTest];
    const origin = await driver.origin(context);
    const page = await context.newPage();

    // Chromium says when the policy comes, and the page that is open already shows it.
    await open(page, `${origin}/options.html?lang=en`);
    await expect(page.locator('[data-managed]')).toContainText('the school');
    for (const value of ['faces', 'always', 'uncleaned']) {
      await expect(page.locator(`[data-setting="asks"][value="${value}"]`)).toBeDisabled();
    }
    await expect(page.locator('[data-setting="asks"][value="faces"]')).toBeChecked();
    await expect(page.locator('[data-fixed="asks"]')).toHaveText(/Set by .*the school/);
    for (const input of await page.locator('[data-lang] input').all()) await expect(input).toBeDisabled();
    for (const input of await page.locator('[data-setting="site"]').all()) {
      await expect(input).toBeDisabled();
      await expect(input).toBeChecked();
    }
    // What it does not set stays the person's own.
    await page.locator('[data-setting="blurPreviews"]').uncheck();

    // The language is the school's, whatever the browser speaks.
    await open(page, `${origin}/sidepanel.html`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await open(page, `${origin}/sidepanel.html?lang=en`);
    await expect(page.locator('.panel__foot [data-managed]')).toContainText('the school');
    await page.locator('[data-go="know"]').click();
    await page.locator('[data-go="line-known"]').click();
    const police = page.locator('[data-line="community-police"]');
    await expect(police.locator('.hot__digits')).toHaveText('0770 000 0001');
    await expect(police.locator('[data-replaced]')).toContainText('the school');
    await expect(page.locator('[data-line="emergency"] .hot__digits')).toHaveText('911');
    await expect(page.locator('.panel__main')).not.toContainText('497');
    await page.locator('.panel__main [data-go="people"]').click();
    await expect(page.locator('[data-contacts="1"]')).toContainText('The school counsellor');

    const background = await driver.background(context);
    const stored = await background.evaluate(() => chrome.storage.local.get(null));
    expect(Object.keys(stored)).toEqual(['settings']);
    expect(stored.settings).toMatchObject({ asks: 'faces', language: null, blurPreviews: false });
    expect(JSON.stringify(stored)).not.toContain('school');

    takeBack();
    if (browserUnderTest === 'chromium') {
      await open(page, `${origin}/options.html?lang=en`);
      await expect(page.locator('[data-managed]')).toHaveCount(0);
      await expect(page.locator('[data-setting="asks"][value="faces"]')).toBeEnabled();
    }
  } finally {
    takeBack();
    await context.close();
  }
});
