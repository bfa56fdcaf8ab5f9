import type { BrowserContext } from '@playwright/test';

/**
 * Closes the page that opens after the installation: stories that are not about it begin without.
 *
 * @throws when it does not open within ten seconds
 */
export async function closeWelcome(context: BrowserContext): Promise<void> {
  for (let look = 0; look < 200; look++) {
    const welcome = context.pages().find((page) => page.url().endsWith('/welcome.html'));
    if (welcome) return welcome.close();
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The installation opened no welcome page.');
}
