import { expect, test } from './harness/extension';
import { card, guardFrame } from './harness/guard';
import { facesIn, portrait } from './harness/portraits';
import { openWhatsApp } from './harness/whatsapp-page';

/**
 * An old computer: WebAssembly has no SIMD there, and the part of the runtime that needs it cannot be used. The same
 * faces are found, only slower.
 */

test.use({
  asks: 'faces',
  changes: {
    'models/tfjs-backend-wasm-simd.wasm': () => null,
    // How the runtime asks what the browser has.
    'inspection-worker.js': (code) => `WebAssembly.validate = () => false;\n${code}`,
  },
});

test('the runtime does without, and the faces are seen', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { kind: 'group', title: 'Class 6', members: 43, model: 'both' });
  await whatsapp.attach('photos', [portrait(2).path]);
  await expect((await guardFrame(page)).locator('[data-level="ask"]')).toBeVisible({ timeout: 20_000 });
  const asked = await card(page);
  await expect(asked.root.locator('[data-sight="looked"]')).toContainText(String(facesIn[2]));
  expect(await whatsapp.received()).toEqual([]);
  await asked.choose('not-now');
});
