import { expect, type Page } from '@playwright/test';

/** The card that share-guard draws itself, in its closed shadow root: reached by the devtools protocol only. */
export async function bareCard(page: Page) {
  const session = await page.context().newCDPSession(page);
  interface Node {
    readonly nodeId: number;
    readonly attributes?: readonly string[];
    readonly children?: readonly Node[];
    readonly shadowRoots?: readonly Node[];
  }

  async function buttons(): Promise<readonly { action: string; node: number }[]> {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found: { action: string; node: number }[] = [];
    const visit = (node: Node, inShadow: boolean): void => {
      const at = node.attributes?.indexOf('data-action') ?? -1;
      const action = at < 0 ? undefined : node.attributes?.[at + 1];
      if (action && inShadow) found.push({ action, node: node.nodeId });
      for (const child of node.children ?? []) visit(child, inShadow);
      for (const child of node.shadowRoots ?? []) visit(child, true);
    };
    visit(root as Node, false);
    return found;
  }

  await expect
    .poll(async () => (await buttons()).length, { message: 'the card without a frame', timeout: 15_000 })
    .toBeGreaterThan(0);
  return {
    actions: async () => (await buttons()).map(({ action }) => action),
    /** Clicks with the mouse until the card is gone. */
    async press(action: string): Promise<void> {
      await expect(async () => {
        const button = (await buttons()).find((candidate) => candidate.action === action);
        if (!button) return;
        const { model } = await session.send('DOM.getBoxModel', { nodeId: button.node });
        const [x = 0, y = 0] = model.content;
        await page.mouse.click(x + 4, y + 4);
        expect((await buttons()).some((candidate) => candidate.action === action)).toBe(false);
      }).toPass({ intervals: [100], timeout: 10_000 });
    },
  };
}
