import type { Page } from '@playwright/test';
import { memorySource } from '../../utils/bytes/memory-source';
import { cleanFile } from '../../utils/metadata/clean-file';
import * as gif from '../fixtures/gif';
import { hills, join, latin1, makePhoto } from '../fixtures/jpeg';
import * as png from '../fixtures/png';
import * as webp from '../fixtures/webp';
import { coverIn, type Made } from './harness/covers';
import { expect, test } from './harness/extension';

/** The covered copy as the browser writes it: the same type and size, the covers in it, nothing hidden. */

const pixels = hills(96, 64);
const box = { x: 16, y: 8, width: 32, height: 24 };
const inside = [
  [20, 12],
  [40, 28],
] as const;
const outside = [
  [60, 12],
  [80, 50],
] as const;
const solid = [42, 60, 57, 255];

async function open(page: Page, extensionUrl: (path: string) => string): Promise<void> {
  await page.goto(extensionUrl('popup.html'));
}

async function expectClean(made: Made): Promise<void> {
  const bytes = new Uint8Array(Buffer.from(made.base64, 'base64'));
  expect(await cleanFile(memorySource(bytes), { name: '', type: made.type })).toMatchObject({
    outcome: 'already-clean',
  });
}

const near = (one: readonly number[] = [], other: readonly number[] = []) =>
  Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? 0))));

test.beforeEach(({ page, extensionUrl }) => open(page, extensionUrl));

for (const [type, bytes] of [
  ['image/jpeg', makePhoto({ pixels })],
  ['image/png', png.png({ pixels, before: png.everything })],
] as const) {
  test(`a copy of ${type} has its type and size, and the cover`, async ({ page }) => {
    const made = await coverIn(page, { bytes, type }, { boxes: [box], how: 'solid' }, [
      ...inside,
      ...outside,
    ]);
    expect(made).toMatchObject({ why: null, type, width: 96, height: 64 });
    for (const index of [0, 1]) expect(near(made.pixels[index], solid)).toBeLessThan(12);
    for (const index of [2, 3]) expect(near(made.pixels[index], made.before[index])).toBeLessThan(24);
    await expectClean(made);
  });
}

test('a PNG is the same outside the boxes, to the bit', async ({ page }) => {
  const bytes = png.png({ pixels });
  const made = await coverIn(page, { bytes, type: 'image/png' }, { boxes: [box] }, outside);
  expect(made.pixels).toEqual(made.before);
});

test('a WebP stays a WebP', async ({ page }) => {
  const made = await coverIn(page, { type: 'image/webp' }, { boxes: [box], how: 'solid' }, inside);
  expect(made).toMatchObject({ type: 'image/webp', width: 96, height: 64 });
  expect(near(made.pixels[0], solid)).toBeLessThan(12);
  await expectClean(made);
});

test('a picture that was turned is covered where it is seen, and its copy is upright', async ({ page }) => {
  const made = await coverIn(
    page,
    { bytes: makePhoto({ pixels, orientation: 6 }), type: 'image/jpeg' },
    { boxes: [{ x: 4, y: 40, width: 32, height: 32 }], how: 'solid' },
    [
      [8, 44],
      [50, 80],
    ],
  );
  expect(made).toMatchObject({ opened: { width: 64, height: 96 }, width: 64, height: 96 });
  expect(near(made.pixels[0], solid)).toBeLessThan(12);
  expect(near(made.pixels[1], made.before[1])).toBeLessThan(24);
});

test('a crop keeps what is in it, covers too', async ({ page }) => {
  const bytes = png.png({ pixels });
  const crop = { x: 10, y: 6, width: 40, height: 30 };
  const made = await coverIn(page, { bytes, type: 'image/png' }, { boxes: [box], crop, how: 'solid' }, [
    [10, 6],
    [39, 1],
  ]);
  expect(made).toMatchObject({ width: 40, height: 30 });
  expect(made.pixels[0]).toEqual(solid);
  const [, at] = (
    await coverIn(page, { bytes, type: 'image/png' }, {}, [
      [0, 0],
      [49, 7],
    ])
  ).before;
  expect(made.pixels[1]).toEqual(at);
});

test('what no browser writes becomes JPEG, or PNG when something of it is transparent', async ({ page }) => {
  const image = join([0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0], [2], gif.subBlocks(Uint8Array.of(0x44, 2, 5)));
  const still = join(gif.screen, image, gif.trailer);
  const made = await coverIn(page, { bytes: still, type: 'image/gif' });
  expect(made).toMatchObject({ why: null, type: 'image/jpeg', width: 2, height: 2 });
  // Colour 0 is see-through.
  const control = join([0x21, 0xf9, 4, 1, 0, 0, 0, 0]);
  const clear = join(gif.screen, control, image, gif.trailer);
  expect(await coverIn(page, { bytes: clear, type: 'image/gif' })).toMatchObject({ type: 'image/png' });
});

test('colours beyond sRGB stay as they were, and sRGB stays sRGB @chromium-only', async ({ page }) => {
  const wide = { type: 'image/png', colours: 'display-p3', fill: 'color(display-p3 1 0 0)' } as const;
  const made = await coverIn(page, wide, { boxes: [box], wide: true }, outside);
  for (const pixel of made.pixels) expect(near(pixel, [255, 0, 0, 255])).toBeLessThan(2);
  expect(Buffer.from(made.base64, 'base64').includes('iCCP')).toBe(true);
  await expectClean(made);
  const narrow = await coverIn(page, { type: 'image/png' }, { boxes: [box] }, outside);
  expect(Buffer.from(narrow.base64, 'base64').includes('iCCP')).toBe(false);
});

test.describe('what cannot be covered says why:', () => {
  for (const [name, bytes, type, why] of [
    ['an animated GIF', join(gif.screen, gif.image, gif.image, gif.trailer), 'image/gif', 'moves'],
    ['an animated PNG', png.apng({ pixels }), 'image/png', 'moves'],
    ['what is no picture', latin1('%PDF-1.4'), 'application/pdf', 'not-decodable'],
    ['a broken JPEG', makePhoto().subarray(0, 40), 'image/jpeg', 'not-decodable'],
  ] as const) {
    test(name, async ({ page }) => {
      expect(await coverIn(page, { bytes, type })).toMatchObject({ opened: null, why });
    });
  }

  test('an animated WebP', async ({ page }) => {
    const { base64 } = await coverIn(page, { type: 'image/webp' });
    const chunks = webp.chunksOf(new Uint8Array(Buffer.from(base64, 'base64')));
    const picture = chunks.filter(({ type }) => type.startsWith('VP8')).map(({ bytes }) => bytes);
    const frame = webp.frame(picture, 96, 64);
    const bytes = webp.riff(webp.vp8x(webp.flag.animation, 96, 64), webp.anim, frame, frame);
    expect(await coverIn(page, { bytes, type: 'image/webp' })).toMatchObject({ why: 'moves' });
  });
});

test('50 million pixels are covered, and the page answers all the while @one-browser', async ({ page }) => {
  // Five seconds on a quiet machine.
  test.slow();
  const made = await coverIn(
    page,
    { type: 'image/jpeg', width: 8192, height: 6144 },
    {
      boxes: [{ x: 1000, y: 1000, width: 3000, height: 3000 }],
    },
  );
  expect(made).toMatchObject({ why: null, type: 'image/jpeg', width: 8192, height: 6144 });
  expect(made.frozen).toBeLessThan(1_000);
});
