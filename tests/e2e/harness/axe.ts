import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

/** What WCAG 2.2 asks for at levels A and AA, as far as axe can tell. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe has against a page or a frame as it is now, one line for each element; empty when nothing. Its code is
 * evaluated by the driver: pages of the extension load no script from elsewhere.
 */
export async function violationsIn(page: Page | Frame): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    // Colours on their way from one to another are none of the page's.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
    );
  }, levels);
}
