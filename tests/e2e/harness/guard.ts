import { type ElementHandle, expect, type Frame, type Locator, type Page } from '@playwright/test';
import { driverOf } from './browsers/drivers';
import { clear } from './clear';
import { isGuardFrame } from './guard-frame';
import { often } from './often';

/** What a person may choose on the card. */
export type Choice = 'send-clean' | 'one-person' | 'use-screenshot' | 'not-now' | 'send-original' | 'help';

export type Level = 'ask' | 'refused' | 'notice';

/** The card's buttons take no click in the first 500 ms; each try waits so long for the card to react. */
const reactsWithin = 300;

/**
 * The guard frame of a tab, waited for. It hangs in a closed shadow root, where no locator of the page finds it,
 * but Playwright lists it among the page's frames and its clicks there are real mouse events.
 */
export async function guardFrame(page: Page): Promise<Frame> {
  const find = () => page.frames().find(isGuardFrame);
  await expect.poll(() => find() !== undefined, { message: 'the guard frame', intervals: often }).toBe(true);
  const frame = find();
  if (!frame) throw new Error('The guard frame went away at once.');
  return frame;
}

/** The card that is on screen. */
export interface Card {
  readonly frame: Frame;
  /** The element with the card's level. */
  readonly root: Locator;
  level(): Promise<Level>;
  /** All words of the card, as shown. */
  text(): Promise<string>;
  action(choice: Choice): Locator;
  /** Clicks with the mouse until the card takes it, and waits while the button works. */
  choose(choice: Choice): Promise<void>;
  /** Escape, as typed by a person who looks at the card. */
  escape(): Promise<void>;
  gone(): Promise<void>;
}

function parseLevel(value: string | null): Level {
  if (value === 'ask' || value === 'refused' || value === 'notice') return value;
  throw new Error(`The card's level is ${value}.`);
}

/** Whether a click was taken: the button is no longer there to be clicked, or takes no other while it works. */
async function reacted(button: ElementHandle | null, frame: Frame): Promise<boolean> {
  if (!button || frame.isDetached()) return true;
  const states = (['hidden', 'disabled'] as const).map((state) =>
    button.waitForElementState(state, { timeout: reactsWithin }),
  );
  return Promise.any(states).then(
    () => true,
    () => frame.isDetached(),
  );
}

/** Whether a button does not work at what it was pressed for: it is gone, or may be pressed again. */
async function isIdle(button: ElementHandle | null): Promise<boolean> {
  if (!button) return true;
  try {
    return !(await button.isVisible()) || (await button.isEnabled());
  } catch {
    // Its document went between the two questions.
    return true;
  }
}

/** The card of this tab, waited for until it is on screen. */
export async function card(page: Page): Promise<Card> {
  const frame = await guardFrame(page);
  const root = frame.locator('[data-level]');
  const action = (choice: Choice) => root.locator(`[data-action="${choice}"]`);
  await expect(root).toBeVisible();

  return {
    frame,
    root,
    action,
    level: async () => parseLevel(await root.getAttribute('data-level')),
    text: async () => (await root.allInnerTexts()).join('\n'),

    async choose(choice) {
      // One and the same button is tried again, never that of a card which comes next.
      const button = await action(choice).elementHandle();
      if (!button) throw new Error(`The card has no ${choice}.`);
      await expect(async () => {
        if (frame.isDetached() || !(await button.isVisible())) return;
        await button.click({ timeout: 5_000 });
        expect(await reacted(button, frame), `the card takes ${choice}`).toBe(true);
      }).toPass({ intervals: [50], timeout: 15_000 });
      // Fifty pictures are looked at before a copy of them goes.
      await expect
        .poll(async () => frame.isDetached() || (await isIdle(button)), {
          message: `the card works at ${choice}`,
          timeout: 25_000,
          intervals: often,
        })
        .toBe(true);
    },

    async escape() {
      await expect(async () => {
        if (frame.isDetached() || !(await root.isVisible())) return;
        await page.keyboard.press('Escape');
        await expect(root).toBeHidden({ timeout: reactsWithin });
      }).toPass({ intervals: [50], timeout: 10_000 });
    },

    async gone() {
      await expect
        .poll(async () => frame.isDetached() || !(await root.isVisible()), { intervals: often })
        .toBe(true);
      await clear(page);
    },
  };
}

/**
 * Waits until the keeper is there beside the page: what is pressed before then it does not hear, and an update may
 * outrun it. It tells the extension how the page is.
 */
export async function keeperThere(page: Page): Promise<void> {
  const background = await driverOf(page).background(page.context());
  const answers = () =>
    background.evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      if (tab?.id === undefined) return null;
      return chrome.tabs.sendMessage(tab.id, { type: 'status' }, { frameId: 0 }).catch(() => null);
    }, page.url());
  await expect.poll(answers, { message: 'the keeper', intervals: often }).toMatchObject({ type: 'status' });
}
