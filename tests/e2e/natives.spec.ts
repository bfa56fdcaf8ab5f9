import type { Page } from '@playwright/test';
import { expect, test } from './harness/extension';

/** A page looks the same to its scripts with Safi and without: every interface, member and function of it. */

const addresses = { plain: 'https://plain.example/', safi: 'https://web.whatsapp.com/' } as const;

async function openBlank(page: Page, where: keyof typeof addresses): Promise<void> {
  await page
    .context()
    .route(addresses[where], (route) => route.fulfill({ contentType: 'text/html', body: '<p>a page</p>' }));
  await page.goto(addresses[where]);
}

/** One line for each member of each interface: how it is defined, and how its functions look. */
function looks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const lookOf = (value: unknown) => {
      if (typeof value !== 'function') return typeof value;
      const own = Reflect.ownKeys(value).map(String).sort().join(' ');
      return [value.name, value.length, own, Function.prototype.toString.call(value)].join(' | ');
    };
    const lines: string[] = [];
    for (const name of Object.getOwnPropertyNames(window).sort()) {
      // Numbers are frames; the harness has names of its own.
      if (/^\d|playwright|__pw/i.test(name)) continue;
      const inner: unknown = Object.getOwnPropertyDescriptor(window, name)?.value;
      lines.push(`${name}: ${lookOf(inner)}`);
      const prototype: unknown = typeof inner === 'function' ? inner.prototype : null;
      if (typeof prototype !== 'object' || prototype === null) continue;
      for (const key of Reflect.ownKeys(prototype)) {
        const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
        const all = [lookOf(value), lookOf(get), lookOf(set), JSON.stringify(flags)];
        lines.push(`${name}.${String(key)}: ${all.join(' || ')}`);
      }
    }
    return lines;
  });
}

/** What misuse of the methods that Safi wraps throws or rejects with. */
function misuse(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const members = [
      [HTMLElement, 'click'],
      [EventTarget, 'dispatchEvent'],
      [HTMLInputElement, 'showPicker'],
      [HTMLFormElement, 'submit'],
      [Document, 'open'],
      [Document, 'write'],
      [Element, 'attachShadow'],
      [DataTransferItem, 'webkitGetAsEntry'],
      [ClipboardItem, 'getType'],
      [Clipboard, 'read'],
      [FileSystemFileHandle, 'getFile'],
    ] as const;
    const said: string[] = [];
    for (const [{ prototype }, name] of members) {
      const method: unknown = Reflect.get(prototype, name);
      for (const receiver of [{}, null, document.createElement('p')]) {
        if (typeof method !== 'function') continue;
        // Where it would work is not where it is misused.
        if (receiver instanceof Element && receiver instanceof Object && name in receiver) continue;
        try {
          const returned: unknown = Reflect.apply(method, receiver, []);
          const isPromise = returned instanceof Promise;
          said.push(
            `${name} ${isPromise ? await returned.catch((error) => `rejects ${error.name}`) : 'returns'}`,
          );
        } catch (error) {
          said.push(`${name} throws ${error instanceof TypeError}`);
        }
      }
    }
    return said;
  });
}

test('interfaces, members and functions are as without Safi', async ({ page }) => {
  await openBlank(page, 'plain');
  const plain = await looks(page);
  expect(plain.length).toBeGreaterThan(5_000);
  await openBlank(page, 'safi');
  expect(await looks(page)).toEqual(plain);
});

test('methods that are called for what they are not fail as without Safi', async ({ page }) => {
  await openBlank(page, 'plain');
  const plain = await misuse(page);
  expect(plain.length).toBeGreaterThan(15);
  await openBlank(page, 'safi');
  expect(await misuse(page)).toEqual(plain);
});
