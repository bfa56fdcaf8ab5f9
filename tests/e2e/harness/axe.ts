import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

/** What WCAG 2.2 asks for at levels A and AA, as far as axe can tell. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeWindow {
  readonly axe: typeof axe;
  axeFaults(): Promise<readonly string[]>;
}

/** What axe has against a document, one line for each element. Runs in the page and stands alone. */
async function axeFaults(values: readonly string[]): Promise<readonly string[]> {
  // Colours on their way from one to another are none of the page's.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await (window as unknown as AxeWindow).axe.run(document, {
    runOnly: { type: 'tag', values: [...values] },
    // Whoever speaks to the computer says the words that are seen.
    rules: { 'label-content-name-mismatch': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
  );
}

/** Evaluated by the driver: pages of the extension load no script from elsewhere. */
export async function installAxe(at: Page | Frame): Promise<void> {
  if (await at.evaluate(() => 'axeFaults' in window)) return;
  await at.evaluate(axe.source);
  await at.evaluate(`window.axeFaults = () => (${axeFaults})(${JSON.stringify(levels)})`);
}

/** What axe has against a page or a frame as it is now, one line for each element; empty when nothing. */
export async function violationsIn(at: Page | Frame): Promise<readonly string[]> {
  await installAxe(at);
  return at.evaluate(() => (window as unknown as AxeWindow).axeFaults());
}
