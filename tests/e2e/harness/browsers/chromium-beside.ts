import { type CDPSession, expect } from '@playwright/test';
import { type BesidePanel, panelPage } from './beside-panel';

interface Answer {
  readonly id: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/** The side panel of Chromium, a target of its own. */
export async function chromiumBeside(session: CDPSession): Promise<BesidePanel> {
  const find = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ url }) => new URL(url || 'about:blank').pathname === panelPage);
  };
  await expect.poll(async () => (await find()) !== undefined, { message: 'the side panel' }).toBe(true);
  const target = await find();
  if (!target) throw new Error('The side panel went away at once.');
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer: Answer = JSON.parse(message);
    waiting.get(answer.id)?.(answer);
  });
  return {
    async evaluate(expression) {
      const id = ++last;
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      const params = { expression, awaitPromise: true, returnByValue: true };
      await session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method: 'Runtime.evaluate', params }),
      });
      return (await answered).result?.result?.value;
    },
    isOpen: async () => (await find()) !== undefined,
  };
}
