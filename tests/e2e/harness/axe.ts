import type { Frame, Page } from '@playwright/test';
import axe from 'axe-core';

/** What WCAG 2.2 asks for at levels A and AA, as far as axe can tell. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const kinds = ['everything', 'colours'] as const;

/** Everything, or only what hangs on the colours. */
export type Asked = (typeof kinds)[number];

/** Whoever speaks to the computer says the words that are seen; axe leaves this rule out unless it is named. */
const saysWhatIsSeen = 'label-content-name-mismatch';

function rulesFor(asked: Asked): readonly string[] {
  return axe
    .getRules(levels)
    .filter(({ ruleId, tags }) => !tags.includes('experimental') || ruleId === saysWhatIsSeen)
    .filter(({ tags }) => asked === 'everything' || tags.includes('cat.color'))
    .map(({ ruleId }) => ruleId);
}

interface AxeWindow {
  readonly axe: typeof axe;
  axeFaults(asked: Asked): Promise<readonly string[]>;
}

/** What axe has against a document, one line for each element. Runs in the page and stands alone. */
async function axeFaults(rules: readonly string[]): Promise<readonly string[]> {
  // Colours on their way from one to another are none of the page's.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await (window as unknown as AxeWindow).axe.run(document, {
    runOnly: { type: 'rule', values: [...rules] },
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
  const byAsked = Object.fromEntries(kinds.map((kind) => [kind, rulesFor(kind)]));
  await at.evaluate(`window.axeFaults = (asked) => (${axeFaults})(${JSON.stringify(byAsked)}[asked])`);
}

/** What axe has against a page or a frame as it is now, one line for each element; empty when nothing. */
export async function violationsIn(
  at: Page | Frame,
  asked: Asked = 'everything',
): Promise<readonly string[]> {
  await installAxe(at);
  return at.evaluate((about) => (window as unknown as AxeWindow).axeFaults(about), asked);
}
