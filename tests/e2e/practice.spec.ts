import type { Page } from '@playwright/test';
import { dropFiles, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card, guardFrame } from './harness/guard';
import { copy, paste } from './harness/pastes';
import { pickFiles } from './harness/picks';

/** The practice chat goes through the very same guard; a share-guard that is broken breaks it. */

type Chat = 'person' | 'group' | 'channel';
const pictures = ['face', 'friends', 'river', 'paper', 'flower'] as const;

const arrived = (page: Page) => page.locator('[data-arrived]');

async function open(page: Page, address: string, chat: Chat): Promise<void> {
  await page.goto(address);
  await page.click(`[data-practice-to="${chat}"]`);
  await expect(page.locator(`[data-practice-chat="${chat}"]`)).toBeVisible();
}

async function sharePicture(page: Page, name: (typeof pictures)[number]): Promise<void> {
  await page.click(`[data-practice-picture="${name}"]`);
  await page.click('[data-practice-share]');
}

async function withoutSafi(page: Page): Promise<void> {
  await page.click('[data-practice-safi]');
  await expect(page.locator('[data-practice-off]')).toBeVisible();
}

test.describe('to the group: held, asked about, and arrives clean', () => {
  const ways: readonly [string, (page: Page) => Promise<void>, string][] = [
    [
      'attached',
      (page) => pickFiles(page, () => page.click('[data-practice-attach]'), [photo().path]),
      'photo-1.jpg',
    ],
    [
      'dropped',
      async (page) => dropFiles(page, [photo().path], { at: [await middleOf(page.locator('.talk__flow'))] }),
      'photo-1.jpg',
    ],
    [
      'pasted',
      async (page) => {
        await copy(page, { picture: true });
        await paste(page, page.locator('[data-practice-write]'));
      },
      'photo-1.png',
    ],
    ['shared from the tray', (page) => sharePicture(page, 'river'), 'photo-1.jpg'],
    [
      'dragged from the tray',
      (page) => page.locator('[data-practice-picture="river"]').dragTo(page.locator('.talk__flow')),
      'photo-1.jpg',
    ],
  ];
  for (const [way, share, name] of ways) {
    test(way, async ({ page, extensionUrl }) => {
      await open(page, extensionUrl('practice.html?lang=en'), 'group');
      await page.locator('[data-practice-share]').waitFor();
      await share(page);
      const asked = await card(page);
      await expect(asked.root).toContainText('43');
      await expect(arrived(page)).toHaveCount(0);
      await asked.choose('send-clean');
      await expect(arrived(page)).toContainText(name);
      await expect(arrived(page)).toHaveAttribute('data-safi', 'on');
      await expect(arrived(page).locator('[data-nothing-hidden]')).toBeVisible();
    });
  }
});

test('to one person a picture arrives clean without a question', async ({ page, extensionUrl }) => {
  await open(page, extensionUrl('practice.html?lang=en'), 'person');
  await sharePicture(page, 'river');
  await expect(arrived(page)).toContainText('photo-1.jpg');
  await expect(arrived(page).locator('[data-nothing-hidden]')).toBeVisible();
});

test('to the channel it is asked as for anyone', async ({ page, extensionUrl }) => {
  await open(page, extensionUrl('practice.html?lang=en'), 'channel');
  await sharePicture(page, 'river');
  const asked = await card(page);
  await expect(asked.root.locator('[data-audience="channel"]')).toBeVisible();
  await asked.choose('not-now');
  await expect(page.locator('[data-cancelled]')).toBeVisible();
  await expect(arrived(page)).toHaveCount(0);
});

const kindsOf: Readonly<Record<(typeof pictures)[number], readonly string[]>> = {
  face: ['place', 'device', 'time', 'thumbnail'],
  friends: ['place', 'device', 'time', 'thumbnail'],
  river: ['place', 'device', 'time', 'thumbnail'],
  paper: ['time', 'person', 'text'],
  flower: ['place', 'device', 'time'],
};

for (const name of pictures) {
  test(`${name}: without Safi it arrives with all that is hidden in it, with Safi with nothing`, async ({
    page,
    extensionUrl,
  }) => {
    await open(page, extensionUrl('practice.html?lang=en'), 'person');
    await page.locator('[data-practice-share]').waitFor();
    await withoutSafi(page);
    await sharePicture(page, name);
    const before = page.locator('[data-arrived][data-safi="off"]');
    for (const kind of kindsOf[name]) await expect(before.locator(`[data-kind="${kind}"]`)).toBeVisible();
    await expect(before.locator('[data-kind]')).toHaveCount(kindsOf[name].length);

    await page.click('[data-practice-safi]');
    await sharePicture(page, name);
    const after = page.locator('[data-arrived][data-safi="on"]');
    await expect(after.locator('[data-nothing-hidden]')).toBeVisible();
    const looks = await page.locator('[data-arrived] img').evaluateAll(async (images) =>
      Promise.all(
        (images as HTMLImageElement[]).map(async (image) => {
          await image.decode();
          const paint = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
          paint?.drawImage(image, 0, 0);
          const drawn = paint?.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
          let sum = 0;
          for (const value of drawn?.data ?? []) sum = (sum * 31 + value) | 0;
          return sum;
        }),
      ),
    );
    expect(looks[0]).not.toBe(0);
    expect(looks[0]).toBe(looks[1]);
  });
}

test.describe('without Safi', () => {
  test('what is attached and dropped goes straight on, in this page only; with it again it is held', async ({
    page,
    extensionUrl,
  }) => {
    await open(page, extensionUrl('practice.html?lang=en'), 'group');
    await withoutSafi(page);
    const { path } = photo();
    await pickFiles(page, () => page.click('[data-practice-attach]'), [path]);
    await expect(arrived(page)).toHaveCount(1);
    await dropFiles(page, [path], { at: [await middleOf(page.locator('.talk__flow'))] });
    await expect(arrived(page)).toHaveCount(2);
    await expect(arrived(page).first()).toContainText('IMG_20261112_163204.jpg');
    await expect(arrived(page).first().locator('[data-kind="place"]')).toContainText('36.34, 43.13');

    const other = await page.context().newPage();
    await open(other, extensionUrl('practice.html?lang=en'), 'group');
    await pickFiles(other, () => other.click('[data-practice-attach]'), [path]);
    await guardFrame(other);
    await other.close();

    await page.click('[data-practice-safi]');
    await pickFiles(page, () => page.click('[data-practice-attach]'), [path]);
    await (await card(page)).choose('send-clean');
    await expect(arrived(page)).toHaveCount(3);
    await expect(arrived(page).last()).toContainText('photo-1.jpg');
  });

  test('turned off while a picture is held: nothing of it arrives', async ({ page, extensionUrl }) => {
    await open(page, extensionUrl('practice.html?lang=en'), 'group');
    await sharePicture(page, 'river');
    await card(page);
    // A card lies over the page: only a script reaches the switch.
    await page.locator('[data-practice-safi]').evaluate((input) => (input as HTMLElement).click());
    await expect(page.locator('[data-cancelled]')).toBeVisible();
    await expect(arrived(page)).toHaveCount(0);
  });
});

test('each chat keeps what arrived in it; starting over clears all and brings Safi back', async ({
  page,
  extensionUrl,
}) => {
  await open(page, extensionUrl('practice.html?lang=en'), 'person');
  await sharePicture(page, 'paper');
  await expect(arrived(page)).toHaveCount(1);
  await page.click('[data-practice-to="group"]');
  await expect(arrived(page)).toHaveCount(0);
  await page.click('[data-practice-to="person"]');
  await expect(arrived(page)).toHaveCount(1);
  await withoutSafi(page);
  await page.click('[data-practice-start-over]');
  await expect(page.locator('[data-practice-safi]')).toBeChecked();
  await page.click('[data-practice-to="person"]');
  await expect(arrived(page)).toHaveCount(0);
});

test('a message is written and sent by Enter; the keyboard reaches everything', async ({
  page,
  extensionUrl,
}) => {
  await open(page, extensionUrl('practice.html?lang=en'), 'person');
  await page.focus('[data-practice-write]');
  await page.keyboard.type('صباح الخير');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-said]')).toHaveText('صباح الخير');
  await page.locator('[data-practice-picture="flower"]').focus();
  await page.keyboard.press('Space');
  await expect(page.locator('[data-practice-picture="flower"]')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-practice-share]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(arrived(page)).toContainText('photo-1.webp');
});

test('the newest is in sight, however much has arrived', async ({ page, extensionUrl }) => {
  await page.setViewportSize({ width: 1366, height: 640 });
  await open(page, extensionUrl('practice.html?lang=ar'), 'person');
  // Three are more than the chat shows.
  for (const name of ['river', 'face', 'flower'] as const) await sharePicture(page, name);
  await expect(arrived(page).locator('[data-nothing-hidden]')).toHaveCount(3);
  await expect(arrived(page).first()).not.toBeInViewport({ ratio: 0.9 });
  await expect(arrived(page).last()).toBeInViewport({ ratio: 0.9 });
  await page.locator('[data-practice-write]').fill(`a long word ${'x'.repeat(200)}`);
  await page.locator('[data-practice-write]').press('Enter');
  await expect(page.locator('[data-said]')).toBeInViewport({ ratio: 0.9 });
});
