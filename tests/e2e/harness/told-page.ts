import { expect, type Page } from '@playwright/test';
import { often } from './often';

/** A page that writes down all that its window hears of drags and pastes, with Safi at work in it or without. */

/** An event in all that a page can read of it, but that it is trusted. */
export interface Told {
  readonly type: string;
  readonly files: readonly string[];
  readonly [field: string]: unknown;
}

export interface ToldPage {
  /** What was heard so far, of these types. */
  told(...types: string[]): Promise<readonly Told[]>;
  /** Waits until an event of this type was heard. */
  heard(type: string, times?: number): Promise<void>;
}

const addresses = { safi: 'https://web.whatsapp.com/', plain: 'https://plain.example/' } as const;

/** Runs in the page. */
function listen(): void {
  const fields = [
    ...['type', 'bubbles', 'cancelable', 'composed', 'detail', 'eventPhase'],
    ...['clientX', 'clientY', 'screenX', 'screenY', 'pageX', 'pageY', 'offsetX', 'offsetY'],
    ...['button', 'buttons', 'ctrlKey', 'shiftKey', 'altKey', 'metaKey'],
  ];
  const told: unknown[] = [];
  Object.assign(window, { told });
  const note = (event: DragEvent | ClipboardEvent) => {
    const transfer = event instanceof DragEvent ? event.dataTransfer : event.clipboardData;
    const read = Object.fromEntries(fields.map((field) => [field, event[field as keyof typeof event]]));
    told.push({
      ...read,
      target: (event.target as Element).id,
      view: event instanceof DragEvent && event.view === window,
      related: event instanceof DragEvent && event.relatedTarget !== null,
      types: [...(transfer?.types ?? [])].sort(),
      items: [...(transfer?.items ?? [])].map(({ kind, type }) => `${kind} ${type}`).sort(),
      files: [...(transfer?.files ?? [])].map(({ name }) => name),
      effects: event instanceof DragEvent && [transfer?.effectAllowed, transfer?.dropEffect],
    });
  };
  for (const type of ['dragenter', 'dragover', 'dragleave', 'drop', 'paste'] as const) {
    addEventListener(type, note, true);
  }
}

/**
 * Opens such a page.
 * @param body its markup; scripts in it run
 */
export async function openToldPage(
  page: Page,
  where: keyof typeof addresses,
  body: string,
): Promise<ToldPage> {
  await page.context().route(addresses[where], (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><meta charset="utf-8"><script>(${listen})()</script><body>${body}`,
    }),
  );
  await page.goto(addresses[where]);
  const told = async (...types: string[]) => {
    const all = await page.evaluate(() => (window as unknown as { told: Told[] }).told);
    return all.filter(({ type }) => types.includes(type));
  };
  return {
    told,
    async heard(type, times = 1) {
      await expect
        .poll(async () => (await told(type)).length, { message: type, intervals: often })
        .toBeGreaterThanOrEqual(times);
    },
  };
}
