/**
 * What every room of the screenshots is given: a tab, and a way to take it.
 *
 * @typedef {object} Stage
 * @property {import('@playwright/test').Page} page a tab of a browser that has the built Safi installed
 * @property {(page: string) => string} address the address of one of the extension's pages
 * @property {string} language
 * @property {string} folder where files that are shared may lie
 * @property {(name: string) => Promise<void>} shoot takes the tab as it is
 */

export const desktop = { width: 1366, height: 640 };
export const phone = { width: 390, height: 760 };
export const narrowest = { width: 320, height: 900 };
export const panel = { width: 360, height: 640 };
