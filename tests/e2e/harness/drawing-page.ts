import { test as base } from './extension';

export { expect } from './extension';

/**
 * For stories that only draw: they leave nothing behind, so one tab with one document is enough for all of them. It
 * is the browser's first one, which the harness leaves open.
 */
export const test = base.extend<{ drawnIn: 'extension' | 'blank' }>({
  /** A page of the extension, where every decoder may be used; or a blank one, where data: is drawn. */
  drawnIn: ['extension', { option: true }],

  page: async ({ context, extensionUrl, drawnIn }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    const address = drawnIn === 'blank' ? 'about:blank' : extensionUrl('sidepanel.html');
    if (page.url() !== address) await page.goto(address);
    await use(page);
  },
});
