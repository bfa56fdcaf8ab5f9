import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { folder, isThere, run, type Tool } from '../codecs/tools';
import { heif } from '../fixtures/heif';
import { u32 } from '../fixtures/isobmff';
import { exif as exifSegment, hills, join, jpeg, tiff } from '../fixtures/jpeg';
import { svg } from '../fixtures/svg';
import { expect, test } from './harness/extension';
import { type MadeFile, makeFile } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';

/** What is looked at of a file that is not one still picture: in the guard frame, which nobody sees meanwhile. */

/** Made by ffmpeg from its own test picture, which moves. */
function encoded(name: string, ...options: readonly string[]): MadeFile {
  const { path, remove } = folder();
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=10:duration=2'];
  run('ffmpeg', '-v', 'error', ...source, ...options, path(name));
  const file = makeFile(name, new Uint8Array(readFileSync(path(name))));
  remove();
  return file;
}

/** Shares a file with a group, and waits for what the card says of it. */
async function sightOf(page: Page, file: MadeFile): Promise<string> {
  const whatsapp = await openWhatsApp(page, { kind: 'group', title: 'Class 6', members: 43, model: 'both' });
  await whatsapp.attach('documents', [file.path]);
  const asked = await card(page);
  const sight = asked.root.locator('[data-sight="looked"]');
  await expect(sight).toBeVisible();
  const said = await sight.innerText();
  await asked.choose('not-now');
  return said;
}

const looked = /No face was found/;
const undecodable = /cannot show it/;
const tooLarge = /too large/;

function needs(tool: Tool): void {
  test.skip(!isThere(tool), `${tool} is not on this machine.`);
}

const thumbnail = jpeg({ pixels: hills(160, 120), before: [] });
const exifItem = join(u32(0), tiff({ thumbnail, orientation: 6 }));

test('WebM: frames by the length', async ({ page }) => {
  needs('ffmpeg');
  expect(await sightOf(page, encoded('video.webm'))).toMatch(looked);
});

test('WebM as a browser records it, whose length nobody has written', async ({ page }) => {
  needs('ffmpeg');
  expect(await sightOf(page, encoded('live.webm', '-live', '1'))).toMatch(looked);
});

test('sound only has nothing to see', async ({ page }) => {
  needs('ffmpeg');
  const voice = encoded('voice.m4a', '-f', 'lavfi', '-i', 'sine=duration=2', '-map', '1:a');
  expect(await sightOf(page, voice)).toMatch(looked);
});

test('a video that the browser does not decode', async ({ page }) => {
  needs('ffmpeg');
  expect(await sightOf(page, encoded('video.avi'))).toMatch(undecodable);
});

for (const [name, ...options] of [['moving.gif'], ['moving.png', '-f', 'apng'], ['moving.webp']] as const) {
  test(`an animation: ${name}`, async ({ page }) => {
    needs('ffmpeg');
    expect(await sightOf(page, encoded(name, ...options))).toMatch(looked);
  });
}

test('SVG, also without a size', async ({ page }) => {
  expect(await sightOf(page, makeFile('sized.svg', svg('<rect width="9" height="9"/>')))).toMatch(looked);
  const bare = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="5" height="5"/></svg>';
  expect(await sightOf(page, makeFile('bare.svg', new TextEncoder().encode(bare)))).toMatch(looked);
});

test('HEIC by the thumbnail in it; without one it cannot be looked into', async ({ page }) => {
  const withThumbnail = makeFile('photo.heic', heif({ replaced: { 7: { data: exifItem } } }));
  expect(await sightOf(page, withThumbnail)).toMatch(looked);
  expect(await sightOf(page, makeFile('photo.heic', heif()))).toMatch(undecodable);
});

test('what says that it is very large is not decoded, but the thumbnail in it is', async ({ page }) => {
  const large = (before: readonly Uint8Array[]) => {
    const file = jpeg({ before });
    const frame = file.findLastIndex((byte, at) => byte === 0xff && file[at + 1] === 0xc0);
    // Height, then width: the side alone is too long, so that it takes no memory to show.
    file.set([0, 32, 0x90, 0], frame + 5);
    return makeFile('large.jpg', file);
  };
  expect(await sightOf(page, large([]))).toMatch(tooLarge);
  expect(await sightOf(page, large([exifSegment({ thumbnail })]))).toMatch(looked);
});
