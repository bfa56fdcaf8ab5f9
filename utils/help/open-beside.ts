import browser from 'webextension-polyfill';

/** Opens the help panel beside the page; the browsers demand that it happens in the click itself. */
export type OpenBeside = () => Promise<void>;

/**
 * How to open the help beside the pages of a window; null where the browser has no such place.
 * @param windowId the browser's number of the window
 */
export function openBeside(windowId: number): OpenBeside | null {
  if (import.meta.env.FIREFOX) return () => browser.sidebarAction.open();
  const panel = globalThis.chrome?.sidePanel;
  return panel?.open ? () => panel.open({ windowId }) : null;
}

/** Closes the panel that runs this. Firefox's sidebar is not a window that closes itself. */
export function closeBeside(): void {
  if (import.meta.env.FIREFOX) browser.sidebarAction.close().catch(reportError);
  window.close();
}
