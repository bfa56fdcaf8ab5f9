/** Pages on which a browser lets no extension work, whatever it has granted. */

/** Hosts, with the beginning of the path; as Chromium and Edge have them built in. */
const inChromium: readonly (readonly [host: string, path: string])[] = [
  ['chromewebstore.google.com', '/'],
  ['chrome.google.com', '/webstore'],
  ['microsoftedge.microsoft.com', '/addons'],
];

/** As Firefox lists them in `extensions.webextensions.restrictedDomains`; seen in Firefox ESR 153. */
const inFirefox: readonly string[] = [
  'accounts-static.cdn.mozilla.net',
  'accounts.firefox.com',
  'addons.cdn.mozilla.net',
  'addons.mozilla.org',
  'api.accounts.firefox.com',
  'content.cdn.mozilla.net',
  'discovery.addons.mozilla.org',
  'oauth.accounts.firefox.com',
  'profile.accounts.firefox.com',
  'support.mozilla.org',
  'sync.services.mozilla.com',
];

/**
 * Whether a page is the browser's own, of a store of extensions, or no page of a site at all, such as a file.
 * @param firefox whether it is open in Firefox
 */
export function isClosedPage({ protocol, hostname, pathname }: URL, firefox: boolean): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return true;
  return firefox
    ? inFirefox.includes(hostname)
    : inChromium.some(([host, path]) => hostname === host && pathname.startsWith(path));
}
