import { expect, type Page } from '@playwright/test';
import { driverOf } from './browsers/drivers';

/** The card that share-guard draws itself, in its closed shadow root. */
export async function bareCard(page: Page) {
  const buttons = () => driverOf(page).bareButtons(page);
  await expect
    .poll(async () => (await buttons()).length, { message: 'the card without a frame', timeout: 15_000 })
    .toBeGreaterThan(0);
  return {
    actions: async () => (await buttons()).map(({ action }) => action),
    /** Clicks with the mouse until the card is gone. */
    async press(action: string): Promise<void> {
      await expect(async () => {
        const button = (await buttons()).find((candidate) => candidate.action === action);
        if (!button) return;
        await page.mouse.click(button.x + 4, button.y + 4);
        expect((await buttons()).some((candidate) => candidate.action === action)).toBe(false);
      }).toPass({ intervals: [100], timeout: 10_000 });
    },
  };
}
