import type { Page } from '@playwright/test';
import { noteSeenBefore } from '../e2e/harness/before-release';
import { expect, test } from '../e2e/harness/extension';
import { latin1, secrets } from '../e2e/harness/files';
import { type Choice, card } from '../e2e/harness/guard';
import { isGuardFrame } from '../e2e/harness/guard-frame';
import { type Picture, picturesFor } from './pictures';
import type { HandedFile } from './record';
import { widgets } from './registry';
import { openRoom, type Room } from './room';
import type { WidgetRoute } from './widget';

/** What an upload widget hands to its upload is exactly what the person chose, and before that it saw nothing. */

const routes = ['pick', 'drop', 'paste'] as const satisfies readonly WidgetRoute[];

/**
 * Gives the widget pictures and chooses. Until then its page has heard and read nothing of them, beyond what it is
 * told of any drag.
 */
async function giveAndChoose(
  page: Page,
  room: Room,
  route: WidgetRoute,
  pictures: readonly Picture[],
  choice: Choice,
): Promise<void> {
  const before = await room.record();
  await room.give(route, pictures);
  const asked = await card(page);
  const { events, reads, uploads } = await room.record();
  const since = events
    .slice(before.events.length)
    .filter(({ type, files }) => files > 0 || !type.startsWith('drag'));
  const handed = uploads.slice(before.uploads.length).flat();
  noteSeenBefore({ events: since.length, bytes: handed.reduce((sum, { size }) => sum + size, 0) });
  expect(since).toEqual([]);
  expect([reads, uploads]).toEqual([before.reads, before.uploads]);
  await asked.choose(choice);
  await asked.gone();
}

/** So often the page heard of files that were given to it, as often as any were released. */
async function expectTold(room: Room, times: number): Promise<void> {
  const { events } = await room.record();
  const given = events.filter(({ type }) => ['change', 'drop', 'paste'].includes(type));
  expect(given.map(({ files }) => files > 0)).toEqual(Array.from({ length: times }, () => true));
}

/** The very same files, in their order. */
function expectOriginals(handed: readonly HandedFile[], pictures: readonly Picture[]): void {
  const known = ({ name, type, sha256 }: Picture | HandedFile) => ({ name, type, sha256 });
  expect(handed.map(known)).toEqual(pictures.map(known));
}

/** The same pictures without what was hidden in them, under neutral names. */
function expectClean(handed: readonly HandedFile[], pictures: readonly Picture[]): void {
  const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };
  expect(handed.map(({ name, type }) => ({ name, type }))).toEqual(
    pictures.map(({ type }, index) => ({ name: `photo-${index + 1}.${endings[type]}`, type })),
  );
  for (const [index, { bytes, sha256 }] of handed.entries()) {
    for (const secret of secrets) expect(latin1(bytes)).not.toContain(secret);
    if (pictures[index]?.secret) expect(sha256).not.toBe(pictures[index].sha256);
  }
}

for (const widget of widgets) {
  test.describe(widget.name, () => {
    const taken = routes.filter((route) => widget.takes[route] !== undefined);

    if (widget.plain) {
      test(`${taken.join(', ')}: not now, as it is, clean`, async ({ page }) => {
        const room = await openRoom(page, widget, 'group');
        let handed = 0;
        for (const route of taken) {
          const pictures = await picturesFor(page, route, 2);
          await giveAndChoose(page, room, route, pictures, 'not-now');
          await giveAndChoose(page, room, route, pictures, 'send-original');
          handed += pictures.length;
          expectOriginals((await room.uploads(handed)).at(-1) ?? [], pictures);
          await giveAndChoose(page, room, route, pictures, 'send-clean');
          handed += pictures.length;
          expectClean((await room.uploads(handed)).at(-1) ?? [], pictures);
        }
        await expectTold(room, 2 * taken.length);
      });
      return;
    }

    // One page for all choices: that the widget can be used again is a part of each.
    for (const route of taken) {
      test(`${route}: not now, as it is, clean`, async ({ page }) => {
        const pictures = await picturesFor(page, route);
        const room = await openRoom(page, widget, 'group');

        await test.step('not now: nothing', async () => {
          await giveAndChoose(page, room, route, pictures, 'not-now');
          expect((await room.record()).uploads).toEqual([]);
        });

        await test.step('as it is: the very same file, once', async () => {
          await giveAndChoose(page, room, route, pictures, 'send-original');
          const [files = []] = await room.uploads(1);
          expectOriginals(files, pictures);
        });

        await test.step('clean: the cleaned picture, once', async () => {
          await giveAndChoose(page, room, route, pictures, 'send-clean');
          const [, files = []] = await room.uploads(2);
          expectClean(files, pictures);
        });

        const several = route !== 'paste' && !widget.takesOne?.includes(route);
        if (several)
          await test.step('three, clean: each once, in their order', async () => {
            const three = await picturesFor(page, route, 3);
            await giveAndChoose(page, room, route, three, 'send-clean');
            const [, , ...calls] = await room.uploads(5);
            expectClean(calls.flat(), three);
            // All in one call, or each in its own.
            expect([1, 3]).toContain(calls.length);
          });

        await expectTold(room, several ? 3 : 2);
      });
    }

    const [first = 'drop'] = taken;
    test(`${first}, to one person: cleaned without a word`, async ({ page }) => {
      const pictures = await picturesFor(page, first);
      const room = await openRoom(page, widget, 'person');
      await room.give(first, pictures);
      const [files = []] = await room.uploads(1);
      expectClean(files, pictures);
      for (const frame of page.frames().filter(isGuardFrame)) {
        await expect(frame.locator('[data-level]')).toBeHidden();
      }
    });
  });
}
