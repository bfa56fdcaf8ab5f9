import type { Frame, Page } from '@playwright/test';
import { memorySource } from '../../utils/bytes/memory-source';
import { cleanFile } from '../../utils/metadata/clean-file';
import { hills } from '../fixtures/jpeg';
import * as png from '../fixtures/png';
import { violationsIn } from './harness/axe';
import { expect, test } from './harness/extension';
import { latin1, type MadeFile, makeFile, photo } from './harness/files';
import { type Card, card } from './harness/guard';
import { tabTo } from './harness/keys';
import { openWhatsApp, type ReceivedFile, type WhatsAppPage } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** Cover or crop: by keys alone, by mouse; what arrives is what was shown, and nothing hidden. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const size = { width: 160, height: 120 };
const solid = [42, 60, 57, 255];

/** A picture whose pixels go over unchanged, so that what arrives can be told to the bit. */
function picture(): MadeFile {
  return makeFile('IMG_1.png', png.png({ pixels: hills(size.width, size.height), before: png.everything }));
}

interface Editor {
  readonly frame: Frame;
  readonly card: Card;
  readonly whatsapp: WhatsAppPage;
}

async function openEditor(page: Page, files: readonly MadeFile[] = [picture()]): Promise<Editor> {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach(
    'photos',
    files.map(({ path }) => path),
  );
  const asked = await card(page);
  const { frame } = asked;
  await expect(async () => {
    const isOpen = await frame.locator('.editor').isVisible();
    if (!isOpen) await frame.locator('[data-action="cover-faces"]').first().click({ timeout: 500 });
    await expect(frame.locator('.editor')).toBeVisible({ timeout: 300 });
  }).toPass({ intervals: [50] });
  await expect(frame.locator('.canvas__pic canvas')).toBeVisible();
  return { frame, card: asked, whatsapp };
}

/** The picture as the browser draws it: its size, and the colours of some points of it. */
function look(
  page: Page,
  { bytes: base64, type }: ReceivedFile,
  points: readonly (readonly [number, number])[],
) {
  return page.evaluate(
    async ([bytes, kind, wanted]) => {
      const blob = new Blob([Uint8Array.from(atob(bytes ?? ''), (letter) => letter.charCodeAt(0))], {
        type: kind,
      });
      const bitmap = await createImageBitmap(blob);
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return {
        width: bitmap.width,
        height: bitmap.height,
        pixels: wanted.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])]),
      };
    },
    [base64, type, points.map((point): [number, number] => [point[0], point[1]])] as const,
  );
}

async function expectClean(file: ReceivedFile | undefined): Promise<void> {
  const bytes = new Uint8Array(Buffer.from(file?.bytes ?? '', 'base64'));
  expect(await cleanFile(memorySource(bytes), { name: '', type: '' })).toMatchObject({
    outcome: 'already-clean',
  });
  for (const secret of ['Noor', 'secret', 'Galaxy'])
    expect(latin1(file?.bytes ?? null)).not.toContain(secret);
}

/** The middle of the picture and a corner of it. */
const middle = [80, 60] as const;
const corner = [4, 4] as const;

test('by keys alone: a box is added, moved, sized, made solid, and what arrives has it', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [picture().path]);
  const { frame } = await card(page);
  await tabTo(page, frame, '[data-action="cover-faces"]');
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(frame.locator('.editor h1')).toBeFocused({ timeout: 300 });
  }).toPass({ intervals: [100] });
  await frame.locator('.canvas__pic canvas').waitFor();
  await tabTo(page, frame, '[data-action="add-box"]');
  await page.keyboard.press('Enter');
  const box = frame.locator('[data-box="1"]');
  await expect(box).toBeFocused();
  await expect(box).toHaveAttribute('aria-pressed', 'true');
  const before = await box.boundingBox();
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowLeft');
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('Shift+ArrowRight');
  const after = await box.boundingBox();
  expect(after?.x).toBeLessThan((before?.x ?? 0) - 10);
  expect(after?.width).toBeGreaterThan((before?.width ?? 0) + 20);
  // Another one, by the place of its key, and taken away again; the first one shown and covered again.
  await page.keyboard.press('KeyN');
  await expect(frame.locator('[data-box="2"]')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(frame.locator('[data-box="2"]')).toHaveCount(0);
  await tabTo(page, frame, '[data-box="1"]');
  await page.keyboard.press('Space');
  await expect(box).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Space');
  await expect(box).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, frame, '[name="how"]:checked');
  await page.keyboard.press('ArrowRight');
  await expect(frame.locator('[name="how"][value="solid"]')).toBeChecked();
  await tabTo(page, frame, '[data-action="send-covered"]');
  await page.keyboard.press('Enter');
  const [arrived] = await whatsapp.receives(1);
  expect(arrived).toMatchObject({ name: 'photo-1.png', type: 'image/png' });
  if (!arrived) return;
  const seen = await look(page, arrived, [middle, corner]);
  expect(seen).toMatchObject(size);
  expect(seen.pixels[0]).toEqual(solid);
  expect(seen.pixels[1]).not.toEqual(solid);
  await expectClean(arrived);
});

test('by mouse: a click adds a box, a drag moves it, a corner sizes it, a click uncovers it', async ({
  page,
}) => {
  const { frame } = await openEditor(page);
  const canvas = await frame.locator('.canvas__pic').boundingBox();
  if (!canvas) throw new Error('no canvas');
  const at = (x: number, y: number) => [canvas.x + canvas.width * x, canvas.y + canvas.height * y] as const;
  await page.mouse.click(...at(0.3, 0.3));
  const box = frame.locator('[data-box="1"]');
  await expect(box).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(...at(0.3, 0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.5), { steps: 4 });
  await page.mouse.up();
  await expect(box).toHaveAttribute('aria-pressed', 'true');
  const moved = await box.boundingBox();
  expect((moved?.x ?? 0) + (moved?.width ?? 0) / 2).toBeCloseTo(at(0.5, 0.5)[0], -1);
  const handle = await box.locator('[data-corner="se"]').boundingBox();
  await page.mouse.move((handle?.x ?? 0) + 7, (handle?.y ?? 0) + 7);
  await page.mouse.down();
  await page.mouse.move(...at(0.9, 0.9), { steps: 4 });
  await page.mouse.up();
  expect((await box.boundingBox())?.width).toBeGreaterThan((moved?.width ?? 0) + 30);
  await page.mouse.click(...at(0.6, 0.6));
  await expect(box).toHaveAttribute('aria-pressed', 'false');
  // A drag beside it draws another one.
  await page.mouse.move(...at(0.05, 0.05));
  await page.mouse.down();
  await page.mouse.move(...at(0.2, 0.25), { steps: 4 });
  await page.mouse.up();
  await expect(frame.locator('[data-box]')).toHaveCount(2);
  await frame.locator('[data-action="undo"]').click();
  await expect(frame.locator('[data-box]')).toHaveCount(1);
  await frame.locator('[data-action="redo"]').click();
  await expect(frame.locator('[data-box]')).toHaveCount(2);
});

test('the brush paints, the crop cuts, and what arrives is what was shown', async ({ page }) => {
  const { frame, whatsapp } = await openEditor(page);
  await frame.locator('[data-tool="brush"]').click();
  await frame.locator('[name="how"][value="solid"]').check({ force: true });
  const brush = frame.locator('[data-brush]');
  await brush.focus();
  await page.keyboard.press('Space');
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(frame.locator('[data-tick="brush"]')).toBeChecked();
  await frame.locator('[data-tool="crop"]').click();
  await frame.locator('[data-preset="square"]').check();
  await frame.locator('[data-action="send-covered"]').click();
  const [arrived] = await whatsapp.receives(1);
  if (!arrived) return;
  const seen = await look(page, arrived, [[60, 60], corner]);
  expect(seen).toMatchObject({ width: 120, height: 120 });
  expect(seen.pixels[0]).toEqual(solid);
  expect(seen.pixels[1]).not.toEqual(solid);
  await expectClean(arrived);
});

test('a JPEG stays one, under its neutral name', async ({ page }) => {
  const { frame, whatsapp } = await openEditor(page, [photo()]);
  await frame.locator('[data-action="add-box"]').click();
  await frame.locator('[data-action="send-covered"]').click();
  const [arrived] = await whatsapp.receives(1);
  expect(arrived).toMatchObject({ name: 'photo-1.jpg', type: 'image/jpeg' });
  await expectClean(arrived);
});

test('quick exit from the editor’s help: all of Safi goes and nothing is sent; Escape leads back to the edit @one-browser', async ({
  page,
}) => {
  const { frame, card: asked, whatsapp } = await openEditor(page);
  await frame.locator('[data-action="add-box"]').click();
  await frame.locator('[data-action="help"]').click();
  await frame.locator('[data-go="know"]').click();
  for (const back of ['first', null]) {
    await page.keyboard.press('Escape');
    if (back) await expect(frame.locator('[data-screen]')).toHaveAttribute('data-screen', back);
  }
  await expect(frame.locator('[data-screen]')).toHaveCount(0);
  await expect(frame.locator('[data-box]')).toHaveCount(1);
  await frame.locator('[data-action="help"]').click();
  await frame.locator('[data-action="exit"]').last().click();
  await asked.gone();
  expect(await whatsapp.received()).toEqual([]);
});

test('Back and Escape lead back to the card, which then sends the whole picture @one-browser', async ({
  page,
}) => {
  const { frame, card: asked, whatsapp } = await openEditor(page);
  await frame.locator('[data-action="add-box"]').click();
  await page.keyboard.press('Escape');
  await expect(frame.locator('[data-level="ask"]')).toBeVisible();
  await expect(frame.locator('h1')).toBeFocused();
  await frame.locator('[data-action="cover-faces"]').click();
  await expect(frame.locator('[data-box]')).toHaveCount(0);
  await frame.locator('[data-action="back"]').click();
  await asked.choose('send-clean');
  const [arrived] = await whatsapp.receives(1);
  if (!arrived) return;
  expect((await look(page, arrived, [middle])).pixels[0]).not.toEqual(solid);
});

test('of several pictures one is kept covered, and all go @one-browser', async ({ page }) => {
  const { frame, card: asked, whatsapp } = await openEditor(page, [picture(), photo()]);
  await frame.locator('[data-action="add-box"]').click();
  await frame.locator('[name="how"][value="solid"]').check({ force: true });
  await frame.locator('[data-action="keep-covered"]').click();
  await expect(frame.locator('[data-level="ask"]')).toBeVisible();
  expect(await whatsapp.received()).toEqual([]);
  await asked.choose('send-clean');
  const [first, second] = await whatsapp.receives(2);
  expect([first?.name, second?.name]).toEqual(['photo-1.png', 'photo-2.jpg']);
  if (!first) return;
  expect((await look(page, first, [middle])).pixels[0]).toEqual(solid);
});

test('a picture that moves says that it cannot be covered @one-browser', async ({ page }) => {
  const moving = makeFile('cat.png', png.apng({ pixels: hills(40, 30) }));
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [moving.path]);
  const { frame } = await card(page);
  await expect(async () => {
    const isOpen = await frame.locator('.editor').isVisible();
    if (!isOpen) await frame.locator('[data-action="cover-faces"]').click({ timeout: 500 });
    await expect(frame.locator('[data-why="moves"]')).toBeVisible({ timeout: 300 });
  }).toPass({ intervals: [50] });
  await frame.locator('[data-action="back"]').click();
  await expect(frame.locator('[data-level="ask"]')).toBeVisible();
});

for (const language of ['ar', 'ckb', 'en'] as const) {
  test(`in ${language} it fits an old laptop and a phone without scrolling sideways @one-browser`, async ({
    page,
    background,
  }) => {
    await background.evaluate(
      (chosen) => chrome.storage.local.set({ settings: { version: 1, language: chosen, asks: 'always' } }),
      language,
    );
    await page.setViewportSize({ width: 1366, height: 640 });
    const { frame } = await openEditor(page);
    for (const tool of ['faces', 'brush', 'crop']) {
      await page.setViewportSize({ width: 1366, height: 640 });
      await frame.locator(`[data-tool="${tool}"]`).click();
      await expect(frame.locator('.canvas__pic')).toBeInViewport({ ratio: 1 });
      await expect(frame.locator('[data-action="send-covered"]')).toBeInViewport({ ratio: 1 });
      for (const width of [1366, 320]) {
        await page.setViewportSize({ width, height: 640 });
        const overflow = await frame.evaluate(() =>
          [
            document.documentElement,
            ...document.querySelectorAll('.editor, .editor__main, .editor__side'),
          ].map((element) => element.scrollWidth - element.clientWidth),
        );
        expect(overflow, `${tool} at ${width}`).toEqual([0, 0, 0, 0]);
      }
    }
  });
}

for (const [scheme, language] of [
  ['light', 'ar'],
  ['dark', 'ckb'],
  ['light', 'en'],
] as const) {
  test(`axe finds nothing against any tool, in ${language}, ${scheme} @one-browser`, async ({
    page,
    background,
  }) => {
    await background.evaluate(
      (chosen) => chrome.storage.local.set({ settings: { version: 1, language: chosen, asks: 'always' } }),
      language,
    );
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const { frame } = await openEditor(page);
    await frame.locator('[data-action="add-box"]').click();
    await frame.locator('[data-action="add-box"]').click();
    await frame.locator('[data-tick="1"]').uncheck();
    for (const tool of ['faces', 'brush', 'crop']) {
      await frame.locator(`[data-tool="${tool}"]`).click();
      expect(await violationsIn(frame), tool).toEqual([]);
    }
  });
}
