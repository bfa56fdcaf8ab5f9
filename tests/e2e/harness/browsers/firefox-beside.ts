import { expect } from '@playwright/test';
import type { BesidePanel } from './beside-panel';
import type { Bidi } from './bidi';
import { firstWindow, inWindow } from './firefox-tab';

/** Runs in the browser's window: the sidebar's page, when it is there. */
const find = `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')`;

const isOpen = `() => Boolean(!document.getElementById('sidebar-box').hidden && ${find})`;

/** The page's own rights are enough; what it gives comes back as text. */
const evaluate = `(expression) => new Promise((resolve) => {
  const { messageManager } = ${find};
  const name = 'safi-test-' + Math.random();
  messageManager.addMessageListener(name, function answered({ data }) {
    messageManager.removeMessageListener(name, answered);
    resolve(data);
  });
  const script = '(async () => { const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });' +
    'let value; try { value = await Cu.evalInSandbox(' + JSON.stringify(expression) + ', sandbox); }' +
    'catch (error) { value = String(error); }' +
    'sendAsyncMessage("' + name + '", JSON.stringify(value ?? null)); })()';
  messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
})`;

/** The sidebar of Firefox, in the browser's own window. */
export async function firefoxBeside(bidi: Bidi): Promise<BesidePanel> {
  const window = await firstWindow(bidi);
  const open = () => inWindow<boolean>(bidi, window, isOpen);
  await expect.poll(open, { message: 'the sidebar' }).toBe(true);
  return {
    evaluate: async (expression) =>
      JSON.parse(await inWindow<string>(bidi, window, evaluate, expression)) as unknown,
    isOpen: open,
  };
}
