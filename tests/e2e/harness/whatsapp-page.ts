import { expect, type Frame, type Page } from '@playwright/test';
import { serveWhatsApp, whatsappUrl } from '../pages/whatsapp';
import type {
  ChatOptions,
  ImitationWindow,
  PageOptions,
  PageRecord,
  ReceivedFile,
  SeenEvent,
} from '../pages/whatsapp-types';
import { often } from './often';
import { type Chooser, cancelPick, openChooser } from './picks';

export type { ChatOptions, PageOptions, PageRecord, ReceivedFile, SeenEvent } from '../pages/whatsapp-types';

/** What the person attaches; with permanent inputs, photos is the plain one, documents the one behind a label. */
export type Attachment = 'photos' | 'documents';

/** The imitation of WhatsApp Web in one tab. */
export interface WhatsAppPage {
  readonly page: Page;
  /** Opens the attach menu and picks these files, by absolute path. */
  attach(kind: Attachment, paths: readonly string[]): Promise<void>;
  /** Opens the picker and leaves it open. */
  openPicker(kind: Attachment): Promise<Chooser>;
  /** Opens the picker and closes it without a choice. */
  cancel(kind: Attachment): Promise<void>;
  /** All that the page recorded so far. */
  record(): Promise<PageRecord>;
  /** The files that the page has read so far. */
  received(): Promise<readonly ReceivedFile[]>;
  /** Waits until the page has read so many files, in all. */
  receives(count: number): Promise<readonly ReceivedFile[]>;
  /** Waits until the page was told so many times, in all, that a picker was closed. */
  cancelled(times: number): Promise<void>;
  /** Events of these types that the page saw so far; the events of a pick if none are named. */
  events(...types: string[]): Promise<readonly SeenEvent[]>;
  /** What was forwarded so far, in order. */
  forwards(): Promise<PageRecord['forwards']>;
  switchChat(chat: ChatOptions): Promise<void>;
  addStyle(css: string): Promise<void>;
  removeForeign(): Promise<void>;
  openModal(): Promise<void>;
  goFullscreen(): Promise<void>;
}

const pickEvents = ['input', 'change', 'cancel'];

/** The document with the attach button: the page's own, or its child frame's. */
async function attachFrame(page: Page, inFrame: boolean): Promise<Frame> {
  if (!inFrame) return page.mainFrame();
  const find = () =>
    page.frames().find((frame) => new URL(frame.url() || 'about:blank').pathname === '/attach');
  await expect.poll(() => find() !== undefined, { message: 'the attach frame', intervals: often }).toBe(true);
  return find() ?? page.mainFrame();
}

function readRecord(frame: Frame): Promise<PageRecord> {
  return frame.evaluate(() => (window as unknown as ImitationWindow).record);
}

/** Serves the imitation and opens it in this tab. */
export async function openWhatsApp(page: Page, options: PageOptions): Promise<WhatsAppPage> {
  await serveWhatsApp(page.context(), options);
  await page.goto(whatsappUrl);
  const frame = await attachFrame(page, options.inFrame ?? false);

  /** The clicks that lead to a picker; the last one opens it. */
  async function clickThrough(kind: Attachment): Promise<void> {
    if (options.input === 'permanent') {
      await frame
        .locator(kind === 'photos' ? '[data-testid="plain-input"]' : '[data-testid="label"]')
        .click();
      return;
    }
    await frame.locator('[data-icon="plus-rounded"]').click();
    await frame.locator(`[data-testid="attach-${kind}"]`).click();
  }

  /** Calls a function of the imitation, in the page itself. */
  function call<Name extends keyof ImitationWindow['imitation']>(
    name: Name,
    ...args: Parameters<ImitationWindow['imitation'][Name]>
  ): Promise<void> {
    return page.evaluate(
      async ([method, values]) => {
        const { imitation } = window as unknown as ImitationWindow;
        await Reflect.apply(imitation[method], imitation, values);
      },
      [name, args] as const,
    );
  }

  return {
    page,
    openPicker: (kind) => openChooser(page, () => clickThrough(kind)),
    async attach(kind, paths) {
      const chooser = await openChooser(page, () => clickThrough(kind));
      await chooser.pick(paths);
    },
    cancel: (kind) => cancelPick(page, () => clickThrough(kind)),
    record: () => readRecord(frame),
    received: async () => (await readRecord(frame)).received,
    async receives(count) {
      await expect
        .poll(
          async () => {
            const { received, reading } = await readRecord(frame);
            return reading === 0 ? received.length : -1;
          },
          { message: 'files that the page received', intervals: often },
        )
        .toBe(count);
      return (await readRecord(frame)).received;
    },
    async cancelled(times) {
      await expect
        .poll(async () => (await readRecord(frame)).cancels, {
          message: 'cancels told to the page',
          intervals: often,
        })
        .toBe(times);
    },
    async events(...types) {
      const wanted = types.length > 0 ? types : pickEvents;
      return (await readRecord(frame)).events.filter(({ type }) => wanted.includes(type));
    },
    forwards: async () => (await readRecord(frame)).forwards,
    switchChat: (chat) => call('switchChat', chat),
    addStyle: (css) => call('addStyle', css),
    removeForeign: () => call('removeForeign'),
    openModal: () => call('openModal'),
    goFullscreen: () => call('goFullscreen'),
  };
}
