import type { Page } from '@playwright/test';
import type { Bidi } from './bidi';

/**
 * Runs functions in the process of a tab of Firefox with the browser's own rights, as a frame script: what nothing
 * else can do is tell the page trusted events that carry files, and look into a closed shadow root.
 */

/** What such a function finds there. */
export interface Tab {
  readonly content: Window & typeof globalThis;
  readonly Cu: {
    Sandbox(principal: object, options: object): { given?: unknown };
    cloneInto<T>(value: T, scope: object, options: object): T;
    evalInSandbox(code: string, sandbox: object): unknown;
  };
  /** Of the disk; a folder is one of them, as in a drag. */
  readonly files: readonly File[];
}

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly clientWindow: string }[];
}

interface Evaluated {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

const marker = 'safi-test-tab';

/** Of each tab, the document of the browser's window around it. */
const windows = new WeakMap<Page, Promise<string>>();

async function findWindow(bidi: Bidi, page: Page): Promise<string> {
  const name = String(Math.random());
  await page.evaluate(([key, value]) => Object.assign(window, { [key]: value }), [marker, name] as const);
  const tabs = await bidi.send<Tree>('browsingContext.getTree', { maxDepth: 0 });
  const chrome = await bidi.send<Tree>('browsingContext.getTree', { maxDepth: 0, 'moz:scope': 'chrome' });
  for (const { context, clientWindow } of tabs.contexts) {
    const expression = `window['${marker}'] === '${name}' && delete window['${marker}']`;
    const target = { context };
    const { result } = await bidi.send<Evaluated>('script.evaluate', {
      expression,
      target,
      awaitPromise: false,
    });
    const around = chrome.contexts.find((candidate) => candidate.clientWindow === clientWindow);
    if (result?.value === true && around) return around.context;
  }
  throw new Error('The tab is in no window of the browser.');
}

/** The window that was there first and stays. */
export async function firstWindow(bidi: Bidi): Promise<string> {
  const { contexts } = await bidi.send<Tree>('browsingContext.getTree', {
    maxDepth: 0,
    'moz:scope': 'chrome',
  });
  const [first] = contexts;
  if (!first) throw new Error('The browser has no window.');
  return first.context;
}

/**
 * Calls a function in a window of the browser, with the browser's own rights.
 * @param code of the function; what it takes and gives is JSON
 * @throws with the words of what it threw
 */
export async function inWindow<Result>(
  bidi: Bidi,
  context: string,
  code: string,
  argument: unknown = null,
): Promise<Result> {
  const { result, exceptionDetails } = await bidi.send<Evaluated>('script.callFunction', {
    functionDeclaration: `async (given) => JSON.stringify((await (${code})(JSON.parse(given))) ?? null)`,
    arguments: [{ type: 'string', value: JSON.stringify(argument) }],
    target: { context },
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return JSON.parse(String(result?.value));
}

/**
 * Runs in the browser's window: hands code to the tab, and files and folders of the disk as they come in a drag from
 * outside, and waits for the answer.
 */
const handOver = `({ code, paths }) => new Promise((resolve) => {
  const { messageManager } = gBrowser.selectedBrowser;
  const name = 'safi-test-' + Math.random();
  messageManager.addMessageListener(name, function answered({ data }) {
    messageManager.removeMessageListener(name, answered);
    resolve(data);
  });
  const script = '(async () => { try { ' +
    'const files = await new Promise((given) => addMessageListener("' + name + '", function take({ data }) {' +
    '  removeMessageListener("' + name + '", take); given(data); })); ' +
    'const value = await (' + code + '); ' +
    'sendAsyncMessage("' + name + '", JSON.stringify({ value })); } catch (error) { ' +
    'sendAsyncMessage("' + name + '", JSON.stringify({ error: String(error) + error?.stack })); } })()';
  messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
  const files = paths.map((path) => {
    const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    file.initWithPath(path);
    const dragged = new DataTransfer();
    dragged.mozSetDataAt('application/x-moz-file', file, 0);
    return dragged.files[0];
  });
  messageManager.sendAsyncMessage(name, files);
})`;

/**
 * The tab must be in front.
 * @param run stands alone: it sees the tab and its argument, nothing of this file
 * @param paths of files and folders that are given to the tab
 * @throws with the words of what it threw
 */
export async function inTab<Argument, Result>(
  bidi: Bidi,
  page: Page,
  run: (tab: Tab, argument: Argument) => Result | Promise<Result>,
  argument: Argument,
  paths: readonly string[] = [],
): Promise<Result> {
  const window = windows.get(page) ?? findWindow(bidi, page);
  windows.set(page, window);
  const code = `(${run})({ content, Cu, files }, ${JSON.stringify(argument)})`;
  const url = JSON.stringify(page.url());
  const inFront = `content.location.href === ${url} ? ${code} : Promise.reject('Another tab is in front.')`;
  const answer = await inWindow<string>(bidi, await window, handOver, { code: inFront, paths });
  const { value, error } = JSON.parse(answer);
  if (error !== undefined) throw new Error(error);
  return value;
}
