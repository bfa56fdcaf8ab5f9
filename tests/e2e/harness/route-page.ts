import { expect, type Page } from '@playwright/test';
import { type GivenFile, type Recorded, type RecorderWindow, recorder } from '../pages/recorder';
import { noteSeenBefore } from './before-release';
import { often } from './often';

export type { GivenFile, Recorded } from '../pages/recorder';

/** A page of a few lines on a host where Safi is at work; who would get a share there, nobody can tell. */
export interface RoutePage {
  readonly page: Page;
  /** All that the page and its frames wrote down so far. */
  record(): Promise<Recorded>;
  /** Waits until so many shares were given to it, in all, and read. */
  given(calls: number): Promise<readonly GivenFile[]>;
  /** Waits until it said this so many times. */
  said(words: string, times?: number): Promise<void>;
  /** Nothing of a share has reached the page: no event, no byte. */
  sawNothing(): Promise<void>;
}

export const routeUrl = 'https://web.whatsapp.com/';

/** Where what is clicked, by coordinates since it may lie in a closed shadow tree, has to lie. */
export const spot = { x: 80, y: 40 } as const;
const spotLook = '.spot { position: fixed; inset: 0 auto auto 0; width: 160px; height: 80px; margin: 0 }';

/**
 * @param body the page's markup; scripts in it run, and may call what pages/recorder.ts gives
 * @param url where it is served; on a listed site if it is not said
 */
export async function openRoutePage(
  page: Page,
  body: string,
  headers: Readonly<Record<string, string>> = {},
  url: string = routeUrl,
): Promise<RoutePage> {
  await page.context().route(url, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><meta charset="utf-8"><script>${recorder}</script><style>${spotLook}</style><body>${body}`,
    }),
  );
  await page.goto(url);
  const record = () => page.evaluate(() => (window as unknown as RecorderWindow).record);
  return {
    page,
    record,
    async given(calls) {
      await expect
        .poll(
          async () => {
            const { reading, calls: so } = await record();
            return reading === 0 ? so : -1;
          },
          { message: 'shares that the page was given', intervals: often },
        )
        .toBe(calls);
      return (await record()).given;
    },
    async said(words, times = 1) {
      await expect
        .poll(async () => (await record()).said.filter((said) => said === words).length, {
          message: words,
          intervals: often,
        })
        .toBe(times);
    },
    async sawNothing() {
      const { events, given, said, reading } = await record();
      noteSeenBefore({ events: events.length, bytes: given.reduce((sum, { size }) => sum + size, 0) });
      expect({ events, given, said, reading }).toEqual({ events: [], given: [], said: [], reading: 0 });
    },
  };
}
