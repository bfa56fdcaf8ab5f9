import type { Frame } from '@playwright/test';
import type { PageOptions } from '../../pages/whatsapp-types';
import { expect } from '../extension';
import { makeFile, pdf, photo, psd } from '../files';
import { type Card, card } from '../guard';
import { portrait } from '../portraits';
import { openWhatsApp } from '../whatsapp-page';
import { longName, type Room } from './stage';

const group: PageOptions = { kind: 'group', title: longName, members: 43, model: 'both' };
const longFile = (ending: string) => `${'a drawing رسم '.repeat(3)}${'x'.repeat(50)}.${ending}`;

/** The lines that go by themselves stay until the next share. */
async function keepLines(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const own = window.setTimeout.bind(window);
    const after = (act: () => void, delay = 0) => (delay >= 5_000 ? 0 : own(act, delay));
    Object.assign(window, { setTimeout: after });
  });
}

/** Presses what unfolds, until it has. */
async function unfold({ root }: Card, action: string, told: string): Promise<void> {
  await expect(async () => {
    const isTold = await root.locator(told).isVisible();
    if (!isTold) await root.locator(`[data-action="${action}"]`).click({ timeout: 1_000 });
    await expect(root.locator(told)).toBeVisible({ timeout: 300 });
  }).toPass({ intervals: [50] });
}

/** The card as it asks about one picture, several, and what could not be cleaned; what takes its place; its lines. */
export const cards: Room = async ({ page, background }, look) => {
  const whatsapp = await openWhatsApp(page, group);
  const asked = async (...paths: readonly string[]) => {
    await whatsapp.attach('documents', paths);
    const opened = await card(page);
    await keepLines(opened.frame);
    return opened;
  };
  const lookAt = async (state: string, { frame }: Card) => look(state, frame);
  const leave = async (opened: Card) => {
    await opened.choose('not-now');
    await opened.gone();
  };
  const line = async (says: string, opened: Card) => {
    await opened.frame.locator(`[data-says="${says}"]`).waitFor();
    await lookAt(`a line: ${says}`, opened);
  };

  await whatsapp.switchChat({ ...group, title: 'Cousins' });
  const changed = await asked(photo().path);
  await whatsapp.switchChat(group);
  await unfold(changed, 'send-clean', '#changed');
  await lookAt('the chat changed', changed);
  await changed.escape();
  await changed.gone();

  const plain = await asked(photo().path);
  await plain.root.locator('[data-sight="looked"]').waitFor();
  await lookAt('one picture', plain);
  await plain.root.locator('[data-action="preview"]').click();
  await unfold(plain, 'why', '#why');
  await unfold(plain, 'view-once', '#once');
  await lookAt('everything unfolded', plain);
  await unfold(plain, 'help', '[data-screen="first"]');
  await lookAt('its help', plain);
  await plain.root.locator('[data-action="back"]').click();
  await plain.choose('one-person');
  await line('one-person', plain);

  const face = await asked(portrait(1).path);
  await face.root.locator('[data-action="toggle-cover"]').waitFor();
  await lookAt('faces', face);
  await leave(face);

  const many = [portrait(1).path, psd(longFile('psd')).path, photo().path, pdf().path, photo().path];
  const several = await asked(...many);
  await several.root.locator('[data-action="toggle-cover"]').waitFor();
  await lookAt('several', several);
  await leave(several);

  const refused = await asked(psd(longFile('psd')).path);
  await refused.root.locator('[data-reason]').waitFor();
  await lookAt('refused', refused);
  await refused.choose('use-screenshot');
  await line('screenshot', refused);

  const damaged = makeFile(longFile('jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0));
  const all = await asked(psd(longFile('psd')).path, damaged.path, pdf().path);
  await all.root.locator('.refused-list').waitFor();
  await unfold(all, 'why', '#why');
  await lookAt('several refused', all);
  await leave(all);

  const paused = await asked(photo().path);
  await paused.root.locator('[data-action="pause-chat"]').check();
  await paused.choose('send-clean');
  await paused.gone();
  await whatsapp.attach('photos', [photo().path]);
  await line('paused', paused);

  await whatsapp.switchChat({ ...group, title: 'Cousins' });
  // Where only faces are asked about, a picture that shows nobody goes, and a line says so.
  await background.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), asks: 'faces' } });
  });
  await whatsapp.attach('photos', [photo().path]);
  await line('sent', changed);
};
