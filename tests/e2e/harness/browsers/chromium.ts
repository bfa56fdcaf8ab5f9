import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../../../scripts/setup.mjs';
import { serviceWorkerOf, setHostPermission } from './chromium-access';
import { chromiumBeside } from './chromium-beside';
import type { BareButton, Drag, Driver, Point } from './driver';

/** Milliseconds in which a chooser must open. */
const opensWithin = 10_000;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** The page's own, and one for each frame that has a process of its own: a chooser opens in one of them. */
async function everySessionOf(page: Page): Promise<readonly CDPSession[]> {
  const children = page.frames().filter((frame) => frame !== page.mainFrame());
  const own = await Promise.all(
    children.map((frame) =>
      page
        .context()
        .newCDPSession(frame)
        .catch(() => null),
    ),
  );
  return [await sessionOf(page), ...own.filter((session) => session !== null)];
}

interface Opened {
  readonly session: CDPSession;
  readonly node: number | undefined;
  readonly multiple: boolean;
}

/** Does what opens a file chooser, and waits for it. */
async function chooserOpened(page: Page, open: () => Promise<unknown>, cancel: boolean): Promise<Opened> {
  const sessions = await everySessionOf(page);
  const opened = new Promise<Opened>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No file chooser was opened.')), opensWithin);
    for (const session of sessions) {
      session.once('Page.fileChooserOpened', ({ backendNodeId, mode }) => {
        clearTimeout(timer);
        resolve({ session, node: backendNodeId, multiple: mode === 'selectMultiple' });
      });
    }
  });
  for (const session of sessions) {
    await session.send('Page.enable');
    await session.send('Page.setInterceptFileChooserDialog', {
      enabled: true,
      ...(cancel ? { cancel } : {}),
    });
  }
  const [chooser] = await Promise.all([opened, open()]);
  return chooser;
}

type DragType = 'dragEnter' | 'dragOver' | 'drop';

async function drag(
  page: Page,
  data: { items: { mimeType: string; data: string }[]; files: string[] },
  { at, keys = 0 }: Drag,
): Promise<void> {
  const session = await sessionOf(page);
  const send = (type: DragType, { x, y }: Point) =>
    session.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      data: { ...data, dragOperationsMask: 1 },
      modifiers: keys,
    });
  const [first] = at;
  const last = at.at(-1);
  if (!first || !last) throw new Error('A drag needs a point.');
  await send('dragEnter', first);
  for (const point of at) await send('dragOver', point);
  await send('drop', last);
}

interface Node {
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** The nodes with an action in a shadow root, closed or not. */
function actionsIn(node: Node, inShadow = false): { action: string; nodeId: number }[] {
  const at = node.attributes?.indexOf('data-action') ?? -1;
  const action = at < 0 ? undefined : node.attributes?.[at + 1];
  return [
    ...(action && inShadow ? [{ action, nodeId: node.nodeId }] : []),
    ...(node.children ?? []).flatMap((child) => actionsIn(child, inShadow)),
    ...(node.shadowRoots ?? []).flatMap((child) => actionsIn(child, true)),
  ];
}

/** By the devtools protocol, which reaches every input (detached, thrown away, made in the isolated world). */
export const chromiumDriver: Driver = {
  name: 'chromium',
  build: 'chrome-mv3',
  scheme: 'chrome-extension:',
  find: findChromium,
  historyFiles: ['Default/History', 'Default/History-journal', 'Default/History-wal'],

  async launch(executablePath, extension, profile = '') {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      ignoreHTTPSErrors: true,
      // As people have it: a page that is gone back to is as it was left.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      viewport: { width: 1280, height: 800 },
      args: [
        '--headless=new',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        // Nothing of a test reaches a real host, whatever the routes let through.
        '--host-resolver-rules=MAP * ~NOTFOUND',
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    });
    await serviceWorkerOf(context);
    return context;
  },

  background: serviceWorkerOf,
  origin: async (context) => `chrome-extension://${new URL((await serviceWorkerOf(context)).url()).host}`,

  async replaceExtension(context) {
    const worker = await serviceWorkerOf(context);
    const ended = worker.waitForEvent('close');
    // The worker ends with the call, and so may the call.
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => null);
    await ended;
  },

  allowSite: (context, host) => setHostPermission(context, 'addHostPermission', host),
  withdrawSite: (context, host) => setHostPermission(context, 'removeHostPermission', host),

  async openChooser(page, open) {
    const { session, node, multiple } = await chooserOpened(page, open, false);
    if (node === undefined) throw new Error('The file chooser belongs to no input.');
    return {
      multiple,
      async pick(paths) {
        await session.send('DOM.setFileInputFiles', { files: [...paths], backendNodeId: node });
      },
    };
  },

  async cancelPick(page, open) {
    await chooserOpened(page, open, true);
  },

  dropFiles: (page, paths, dragged) => drag(page, { items: [], files: [...paths] }, dragged),
  dropText: (page, text, point) =>
    drag(page, { items: [{ mimeType: 'text/plain', data: text }], files: [] }, { at: [point] }),

  async allowClipboard(page) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  },

  /** As an application does; the browser encodes the picture itself. */
  async copy(page, { picture, texts = {} }) {
    await this.allowClipboard(page);
    await page.evaluate(
      async ([withPicture, words]) => {
        const canvas = new OffscreenCanvas(64, 48);
        const paint = canvas.getContext('2d');
        if (!paint) throw new Error('no canvas');
        paint.fillStyle = '#5f9f86';
        paint.fillRect(0, 0, 64, 24);
        const drawn = withPicture ? { 'image/png': await canvas.convertToBlob({ type: 'image/png' }) } : {};
        const told = Object.entries(words).map(([type, text]) => [type, new Blob([text], { type })]);
        await navigator.clipboard.write([new ClipboardItem({ ...drawn, ...Object.fromEntries(told) })]);
      },
      [picture, texts] as const,
    );
  },

  paste: (page) => page.keyboard.press('Control+V'),

  async bareButtons(page) {
    const session = await sessionOf(page);
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found: BareButton[] = [];
    for (const { action, nodeId } of actionsIn(root)) {
      // Gone since the document was read.
      const box = await session.send('DOM.getBoxModel', { nodeId }).catch(() => null);
      const [x, y] = box?.model.content ?? [];
      if (x !== undefined && y !== undefined) found.push({ action, x, y });
    }
    return found;
  },

  async inShareGuard(page, expression) {
    const session = await page.context().newCDPSession(page);
    const contexts: { id: number; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
    await session.send('Runtime.enable');
    const isolated = contexts.filter(({ origin }) => origin.startsWith('chrome-extension://')).at(-1);
    if (!isolated) throw new Error(`share-guard does not run in ${page.url()}`);
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId: isolated.id,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  },

  besidePanel: async (page) => chromiumBeside(await sessionOf(page)),
};
