import type { CDPSession, Page } from '@playwright/test';

/**
 * Picks in the file chooser, by the devtools protocol, which reaches every input (detached, thrown away, made in
 * the isolated world) and can also close a chooser, what Playwright's own cannot. Real files by path give trusted
 * events, as a person does; a buffer would not.
 */

/** Milliseconds in which a chooser must open. */
const opensWithin = 10_000;

export interface Chooser {
  /** Whether the input takes more than one file. */
  readonly multiple: boolean;
  /** Picks these files, by absolute path. Picking none fires no event at all. */
  pick(paths: readonly string[]): Promise<void>;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

function opened(session: CDPSession): Promise<{ node: number | undefined; multiple: boolean }> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No file chooser was opened.')), opensWithin);
    session.once('Page.fileChooserOpened', ({ backendNodeId, mode }) => {
      clearTimeout(timer);
      resolve({ node: backendNodeId, multiple: mode === 'selectMultiple' });
    });
  });
}

/** Does what opens a file chooser and hands the chooser over, still open. */
export async function openChooser(page: Page, open: () => Promise<unknown>): Promise<Chooser> {
  const session = await sessionOf(page);
  await session.send('Page.enable');
  await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const [{ node, multiple }] = await Promise.all([opened(session), open()]);
  if (node === undefined) throw new Error('The file chooser belongs to no input.');
  return {
    multiple,
    async pick(paths) {
      await session.send('DOM.setFileInputFiles', { files: [...paths], backendNodeId: node });
    },
  };
}

/** Does what opens a file chooser and picks these files in it. */
export async function pickFiles(
  page: Page,
  open: () => Promise<unknown>,
  paths: readonly string[],
): Promise<void> {
  const chooser = await openChooser(page, open);
  await chooser.pick(paths);
}

/** Does what opens a file chooser and closes it without a choice: the input gets a trusted `cancel`. */
export async function cancelPick(page: Page, open: () => Promise<unknown>): Promise<void> {
  const session = await sessionOf(page);
  await session.send('Page.enable');
  await session.send('Page.setInterceptFileChooserDialog', { enabled: true, cancel: true });
  await Promise.all([opened(session), open()]);
}
