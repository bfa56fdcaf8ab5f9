import type { Page } from '@playwright/test';
import { decode } from 'jpeg-js';
import { driverOf } from './harness/browsers/drivers';
import { dropFiles } from './harness/drags';
import { expect, test } from './harness/extension';
import { latin1, type MadeFile, photo, secrets } from './harness/files';
import { card, guardFrame } from './harness/guard';
import { isGuardFrame } from './harness/guard-frame';
import { copy, paste } from './harness/pastes';
import { pickFiles } from './harness/picks';
import { openRoutePage, type RoutePage, routeUrl, spot } from './harness/route-page';
import { openWhatsApp } from './harness/whatsapp-page';
import type { RecorderWindow } from './pages/recorder';
import { coverAgain, forgePairs, type Spying, spyOnNatives, trapFocusAndKeys } from './pages/resisting';

/** Pages that act against Safi: what a page sees before the release is nothing, and the card still works. */

/** A page that picks, through an input that is in no document, and takes drops and pastes. */
const body = `<div class="spot" contenteditable tabindex="0"></div>
<script>
  const spot = document.querySelector('.spot');
  function make() {
    const input = use(document.createElement('input'));
    input.type = 'file';
    return input;
  }
  window.act = () => make().click();
  window.show = () => make().showPicker();
  spot.addEventListener('click', () => window.act());
  spot.addEventListener('dragover', (event) => event.preventDefault());
  for (const type of ['drop', 'paste']) {
    spot.addEventListener(type, (event) => {
      event.preventDefault();
      give((event.dataTransfer ?? event.clipboardData).files);
    });
  }
</script>`;

const clickSpot = (page: Page) => page.mouse.click(spot.x, spot.y);

/** How a picture gets into the page. */
const ways = {
  pick: (page, { path }) => pickFiles(page, () => clickSpot(page), [path]),
  drop: (page, { path }) => dropFiles(page, [path], { at: [spot] }),
  async paste(page) {
    await driverOf(page).allowClipboard(page);
    await copy(page, { picture: true });
    await paste(page, page.locator('.spot'));
  },
} satisfies Record<string, (page: Page, file: MadeFile) => Promise<void>>;

/** Waits for the card, sees that the page has seen nothing, lets the clean copy go and looks at what came. */
async function heldThenClean(opened: RoutePage): Promise<void> {
  const asked = await card(opened.page);
  await opened.sawNothing();
  await asked.choose('send-clean');
  const [given, ...more] = await opened.given(1);
  expect(more).toEqual([]);
  expect(given?.name).toMatch(/^photo-1\./);
  for (const secret of secrets) expect(latin1(given?.bytes ?? null)).not.toContain(secret);
}

const spied = (page: Page) => page.evaluate(() => (window as unknown as Spying).spied);

for (const [name, share] of Object.entries(ways)) {
  test(`natives that a page replaced after Safi came see nothing: ${name}`, async ({ page }) => {
    const opened = await openRoutePage(page, body);
    await page.evaluate(spyOnNatives);
    await share(page, photo());
    await heldThenClean(opened);
    expect(await spied(page)).toEqual([]);
  });

  test(`natives that were replaced before Safi came see nothing: ${name}`, async ({ page }) => {
    await page.addInitScript(spyOnNatives);
    const opened = await openRoutePage(page, body);
    const before = await page.evaluate(() => (window as unknown as Spying).clickBefore);
    expect(before, 'the spies came first').toContain('click');
    await share(page, photo());
    await heldThenClean(opened);
    expect(await spied(page)).toEqual([]);
  });
}

/** Each makes one look of Safi's at a page's input go wrong, and lets everything else be. */
const lies: Readonly<Record<string, () => void>> = {
  'nothing is in any array': () => {
    Array.prototype.some = () => false;
    Array.prototype.includes = () => false;
    Array.prototype.find = () => undefined;
  },
  'arguments hold no event': () => {
    const { values } = Array.prototype;
    Array.prototype[Symbol.iterator] = function (this: unknown[]) {
      return Reflect.apply(values, this[0] instanceof Event ? [] : this, []);
    };
    Object.assign(window, {
      act: () => {
        const input = (window as unknown as { make(): HTMLInputElement }).make();
        input.dispatchEvent(new MouseEvent('click', { cancelable: true }));
      },
    });
  },
  'events have no target': () => {
    Object.defineProperty(Event.prototype, 'target', { get: () => null, configurable: true });
  },
  'every element is in the document': () => {
    Object.defineProperty(Node.prototype, 'isConnected', { get: () => true, configurable: true });
  },
  'every input is of another document': () => {
    Object.defineProperty(Node.prototype, 'ownerDocument', { get: () => null, configurable: true });
  },
  'every input is for text': () => {
    const type = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'type') ?? {};
    Object.defineProperty(HTMLInputElement.prototype, 'type', { ...type, get: () => 'text' });
  },
  'every input is disabled': () => {
    Object.defineProperty(HTMLInputElement.prototype, 'disabled', { get: () => true, configurable: true });
    Object.assign(window, { act: Reflect.get(window, 'show') });
  },
  'the person has done nothing': () => {
    Object.defineProperty(UserActivation.prototype, 'isActive', { get: () => false, configurable: true });
    Object.assign(window, { act: Reflect.get(window, 'show') });
  },
  'no input is an input': () => {
    Object.defineProperty(Element.prototype, 'localName', { get: () => 'div', configurable: true });
  },
};

for (const [words, lie] of Object.entries(lies)) {
  test(`a page that lies to its own natives: ${words}`, async ({ page }) => {
    const opened = await openRoutePage(page, body);
    await page.evaluate(lie);
    await ways.pick(page, photo());
    await heldThenClean(opened);
  });
}

for (const how of ['layer', 'popover'] as const) {
  test(`a ${how} that the page lays over the card again and again: the mouse still reaches it`, async ({
    page,
  }) => {
    const opened = await openRoutePage(page, body);
    await ways.drop(page, photo());
    await card(page);
    await page.evaluate(coverAgain, how);
    await heldThenClean(opened);
  });

  test(`a ${how} that the page lays over the card again and again: keys still reach it`, async ({ page }) => {
    const opened = await openRoutePage(page, body);
    await ways.drop(page, photo());
    const asked = await card(page);
    await page.evaluate(coverAgain, how);
    await asked.escape();
    await opened.sawNothing();
  });
}

test('a modal dialog that the page opens over the card again and again: nothing passes', async ({ page }) => {
  const opened = await openRoutePage(page, body);
  await ways.drop(page, photo());
  await card(page);
  await page.evaluate(coverAgain, 'dialog' as const);
  await page.waitForFunction(() => performance.now() > 3_000);
  await page.keyboard.press('Enter');
  await clickSpot(page);
  await opened.sawNothing();
});

const trap = 'the page pulls the focus back and lets no key through';

test(`${trap}: keys still reach the card`, async ({ page }) => {
  const opened = await openRoutePage(page, body);
  await ways.drop(page, photo());
  const asked = await card(page);
  await page.evaluate(trapFocusAndKeys);
  await page.keyboard.press('Tab');
  await asked.escape();
  expect(await page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toEqual([]);
  await opened.sawNothing();
});

test(`${trap}: the mouse still reaches the card`, async ({ page }) => {
  const opened = await openRoutePage(page, body);
  await ways.drop(page, photo());
  await card(page);
  await page.evaluate(trapFocusAndKeys);
  await heldThenClean(opened);
});

test('a popover that lets clicks through does not stay over the card', async ({ page }) => {
  const opened = await openRoutePage(page, body);
  await ways.drop(page, photo());
  const asked = await card(page);
  await page.evaluate(async () => {
    const cover = document.body.appendChild(document.createElement('div'));
    cover.popover = 'manual';
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:#f0f';
    cover.showPopover();
    await new Promise((resolve) =>
      cover.addEventListener('toggle', () => setTimeout(resolve), { once: true }),
    );
  });
  // Beside a modal dialog it is inert and met at no point: only to be seen.
  const { data } = decode(await page.screenshot({ type: 'jpeg' }), { useTArray: true });
  const magenta = data.filter((value, at) => at % 4 === 1 && value < 32 && (data[at - 1] ?? 0) > 224);
  expect(magenta.length / (data.length / 4)).toBeLessThan(0.01);
  await asked.choose('send-clean');
  await opened.given(1);
});

test('clicks and keys made by script, at the place of the card and on its host, do nothing', async ({
  page,
}) => {
  const opened = await openRoutePage(page, body);
  await ways.drop(page, photo());
  const asked = await card(page);
  await asked.frame.waitForFunction(() => performance.now() > 2_000);
  const box = await asked.action('send-original').boundingBox();
  await page.evaluate(
    ([x, y]) => {
      const at = document.elementFromPoint(x, y);
      const places = [at, document.activeElement, ...document.documentElement.children, window, document];
      const init = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y };
      for (const place of places) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          place?.dispatchEvent(new MouseEvent(type, init));
        }
        for (const key of ['Enter', ' ', 'Escape', 'Tab']) {
          place?.dispatchEvent(new KeyboardEvent('keydown', { ...init, key }));
        }
        place?.dispatchEvent(new Event('cancel', { cancelable: true }));
        place?.dispatchEvent(new Event('close'));
        if (place instanceof HTMLElement) place.click();
      }
    },
    [(box?.x ?? 0) + 8, (box?.y ?? 0) + 8] as const,
  );
  await heardOut(page);
  await expect.poll(() => asked.level()).toBe('ask');
  const { given, said } = await opened.record();
  expect({ given, said }).toEqual({ given: [], said: [] });
});

/** The frame has dealt with all it got before: it answers a round trip of its own. */
async function heardOut(page: Page): Promise<void> {
  for (const frame of page.frames().filter(isGuardFrame)) {
    await frame.evaluate(() => chrome.runtime.sendMessage({ type: 'redeem', token: 'none' }));
  }
}

for (const when of ['before', 'while'] as const) {
  test(`a page that poses as Safi's own scripts ${when} a share is held learns of nothing`, async ({
    page,
  }) => {
    const opened = await openRoutePage(page, body);
    if (when === 'before') await page.evaluate(forgePairs);
    await ways.pick(page, photo());
    const asked = await card(page);
    if (when === 'while') await page.evaluate(forgePairs);
    await heardOut(page);
    await expect.poll(() => asked.level()).toBe('ask');
    await heldThenClean(opened);
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([]);
  });
}

test('a page that poses as hooks cannot turn a group into a person', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { kind: 'group', title: 'Class 6', members: 43, model: 'both' });
  await page.evaluate(forgePairs);
  await whatsapp.attach('photos', [photo().path]);
  expect(await (await card(page)).text()).toContain('Class 6');
  expect(await whatsapp.events()).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([]);
});

test('a page that asks for the release itself gets nothing', async ({ page }) => {
  const opened = await openRoutePage(page, body);
  await page.evaluate(() => {
    const made: HTMLInputElement[] = [];
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (this: Document, ...args: [string]) {
      const element = Reflect.apply(createElement, this, args);
      if (element instanceof HTMLInputElement) made.push(element);
      return element;
    } as typeof createElement;
    Object.assign(window, { made });
  });
  await ways.pick(page, photo());
  const asked = await card(page);
  const seen = await page.evaluate(() => {
    const { made } = window as unknown as { made: HTMLInputElement[] };
    const files: string[] = [];
    for (const input of made) {
      for (const type of ['change', 'input', 'cancel', 'click', 'DOMActivate', 'submit']) {
        input.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
      }
      files.push(...[...(input.files ?? [])].map(({ name }) => name));
      const form = document.createElement('form');
      input.name = 'picture';
      form.append(input);
      files.push(...[...new FormData(form).values()].map((value) => (value as File).name).filter(Boolean));
    }
    return { made: made.length, files };
  });
  expect(seen).toEqual({ made: 1, files: [] });
  await heardOut(page);
  await expect.poll(() => asked.level()).toBe('ask');
  expect((await opened.record()).given.filter(({ size }) => size > 0)).toEqual([]);
});

test('messages and ports that the page sends into the guard frame open nothing', async ({ page }) => {
  const opened = await openRoutePage(page, body);
  await page.evaluate(() => {
    const answers: unknown[] = [];
    const verdict = { type: 'verdict', id: 1, verdict: { choice: 'original' } };
    const words = [
      { type: 'knock', token: '0'.repeat(32), lifeline: 'x' },
      { type: 'share', id: 1, files: [], audience: { kind: 'person' }, always: false },
      { type: 'dismiss', id: 1 },
      verdict,
      { ...verdict, token: '', lifeline: '' },
    ];
    let windows = 0;
    window.addEventListener('message', ({ source }) => {
      if (!source || source === window) return;
      windows += 1;
      for (const word of words) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answers.push(data);
        (source as Window).postMessage(word, '*', [port2]);
        for (const said of words) port1.postMessage(said);
      }
    });
    Object.assign(window, { sent: () => ({ windows, inPage: window.length, answers }) });
  });
  await ways.pick(page, photo());
  const asked = await card(page);
  const sent = () => page.evaluate(() => (window as unknown as { sent(): Record<string, unknown> }).sent());
  expect(await sent()).toEqual({ windows: 0, inPage: 0, answers: [] });
  // The frame never posts to the page, which would have its window by that: here it is given away.
  await asked.frame.evaluate(() => window.parent.postMessage('', '*'));
  await expect.poll(async () => (await sent()).windows).toBe(1);
  await heardOut(page);
  expect(await sent()).toEqual({ windows: 1, inPage: 0, answers: [] });
  await expect.poll(() => asked.level()).toBe('ask');
  await heldThenClean(opened);
});

test('the site frames the guard page itself: it stays empty and gives no port', async ({
  page,
  extensionUrl,
}) => {
  const opened = await openRoutePage(page, body);
  await page.evaluate(async (src) => {
    const iframe = document.body.appendChild(document.createElement('iframe'));
    const got: unknown[] = [];
    Object.assign(window, { got });
    window.addEventListener('message', ({ data, ports }) => {
      if (!data?.recorder) got.push([data, ports.length]);
    });
    await new Promise((resolve) => {
      iframe.addEventListener('load', resolve);
      iframe.src = src;
    });
    for (const word of [
      { type: 'knock', token: '0'.repeat(32), lifeline: 'x' },
      { type: 'share', id: 1, files: [new File(['x'], 'x.jpg')], audience: { kind: 'person' } },
      { type: 'shown', id: 1 },
      'knock',
      null,
    ]) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => got.push(data);
      port1.postMessage(word);
      iframe.contentWindow?.postMessage(word, '*', [port2]);
    }
  }, extensionUrl('guard-frame.html'));
  await heardOut(page);
  const framed = await guardFrame(page);
  expect((await framed.locator('body').innerText()).trim()).toBe('');
  expect(await framed.locator('[data-level], button').count()).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { got: unknown[] }).got)).toEqual([]);
  await opened.sawNothing();
});

test('a page that navigates itself again and again while a share is held gets nothing of it', async ({
  page,
}) => {
  // What it gets on its way out outlives it.
  const keeps = `<script>
    const given = (input) => { sessionStorage.given = Number(sessionStorage.given ?? 0) + input.files.length; };
    const hear = window.use;
    window.use = (input) => {
      for (const type of ['input', 'change']) input.addEventListener(type, () => given(input));
      addEventListener('pagehide', () => given(input));
      return hear(input);
    };
  </script>`;
  const got = () => page.evaluate(() => sessionStorage.given);
  const opened = await openRoutePage(page, keeps + body);
  await ways.pick(page, photo());
  await card(page);
  await opened.sawNothing();
  await page.context().unroute(routeUrl);
  const loops = `<script>
    sessionStorage.loops = Number(sessionStorage.loops ?? 0) + 1;
    if (Number(sessionStorage.loops) < 5) addEventListener('load', () => location.reload());
    else say('rests');
  </script>`;
  await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  page.on('dialog', (dialog) => dialog.accept());
  const again = await openRoutePage(page, loops + keeps + body);
  await expect(async () => expect((await again.record()).said).toEqual(['rests'])).toPass();
  const { given, events } = await again.record();
  expect({ given, events }).toEqual({ given: [], events: [] });
  expect(page.frames().filter(isGuardFrame)).toEqual([]);
  expect(await got()).toBe('0');
  await page.evaluate(() => (window as unknown as RecorderWindow).record.said.pop());
  await ways.pick(page, photo());
  await heldThenClean(again);
  // By `input` and by `change`.
  expect(await got()).toBe('2');
});
