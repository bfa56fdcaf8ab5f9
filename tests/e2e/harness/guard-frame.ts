import type { Frame } from '@playwright/test';

const guardPages = ['guard-frame.html', 'guard-frame-any.html'];

/** Whether this is the guard frame's page; Safi brings one up in a tab, unseen, before it must show anything. */
export function isGuardFrame(frame: Frame): boolean {
  const { protocol, pathname } = new URL(frame.url() || 'about:blank');
  return /^(chrome|moz)-extension:$/.test(protocol) && guardPages.includes(pathname.slice(1));
}
