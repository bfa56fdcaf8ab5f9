import type { CDPSession, Frame, Page } from '@playwright/test';

/**
 * What extensions have in a document, as the devtools protocol sees it: nothing hides from it. Chromium only;
 * Firefox tells nothing of isolated worlds.
 */

/** A script of an extension that ran in a document: its path in the extension, and whose world it ran in. */
export interface InjectedScript {
  readonly path: string;
  readonly world: 'page' | 'isolated';
}

/** All that an extension has in one document. */
export interface Injected {
  /** In the order of their paths. */
  readonly scripts: readonly InjectedScript[];
  /** Worlds of extensions, beside the page's own. */
  readonly worlds: number;
  /** How many listeners are on window and document that the page did not set. */
  readonly listeners: number;
  /** What stands in the document or was loaded, as markup and addresses. */
  readonly traces: readonly string[];
}

interface World {
  readonly id: number;
  readonly frameId: string;
  readonly isPage: boolean;
  readonly isExtension: boolean;
}

const extensionScheme = /^chrome-extension:\/\/[^/]+\//;

/** Follows what a tab, or a frame with a process of its own, runs; from the next document it shows on. */
export interface InjectedWatch {
  /** What extensions have in a frame's document now; the first frame that fits, of the whole tab by default the top. */
  in(address?: (url: string) => boolean): Promise<Injected>;
  /** Names of the browser's functions that are replaced in the top document; takes its time. */
  replaced(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** @param watched a tab, or a frame of another site in one */
export async function watchInjected(page: Page, watched: Page | Frame = page): Promise<InjectedWatch> {
  const session = await page.context().newCDPSession(watched);
  const worlds = new Map<number, World>();
  const scripts: (InjectedScript & { readonly worldId: number })[] = [];

  session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    worlds.set(id, {
      id,
      frameId: String(auxData?.frameId),
      isPage: auxData?.type === 'default',
      isExtension: extensionScheme.test(`${origin}/`),
    });
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    worlds.delete(executionContextId);
  });
  session.on('Runtime.executionContextsCleared', () => {
    worlds.clear();
    scripts.length = 0;
  });
  session.on('Debugger.scriptParsed', ({ url, executionContextId, executionContextAuxData }) => {
    if (!extensionScheme.test(url)) return;
    const world = executionContextAuxData?.type === 'default' ? 'page' : 'isolated';
    scripts.push({ path: url.replace(extensionScheme, ''), world, worldId: executionContextId });
  });
  await session.send('Debugger.enable');
  await session.send('Runtime.enable');

  async function worldsIn(address?: (url: string) => boolean) {
    const { frameTree } = await session.send('Page.getFrameTree');
    const frame = address ? framesOf(frameTree).find(({ url }) => address(url)) : frameTree.frame;
    if (!frame) throw new Error('There is no such frame.');
    const here = [...worlds.values()].filter(({ frameId }) => frameId === frame.id);
    const own = here.find(({ isPage }) => isPage);
    if (!own) throw new Error(`${frame.url} has no world of its own.`);
    return { own, extensions: here.filter(({ isExtension }) => isExtension) };
  }

  return {
    async in(address) {
      const { own, extensions } = await worldsIn(address);
      const ids = [own, ...extensions].map(({ id }) => id);
      return {
        scripts: scripts
          .filter(({ worldId }) => ids.includes(worldId))
          .map(({ path, world }) => ({ path, world }))
          .sort((first, second) => (first.path < second.path ? -1 : 1)),
        worlds: extensions.length,
        listeners: await listenersIn(session, ids),
        traces: await tracesIn(session, own.id),
      };
    },
    replaced: async () => replacedIn(session, (await worldsIn()).own.id),
    stop: () => session.detach(),
  };
}

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string };
  readonly childFrames?: FrameTree[];
}

function framesOf({ frame, childFrames = [] }: FrameTree): FrameTree['frame'][] {
  return [frame, ...childFrames.flatMap(framesOf)];
}

/** Each world sees its own; a page of these tests sets none. */
async function listenersIn(session: CDPSession, contextIds: readonly number[]): Promise<number> {
  let found = 0;
  for (const contextId of contextIds) {
    for (const expression of ['window', 'document']) {
      const { result } = await session.send('Runtime.evaluate', { expression, contextId });
      if (result.objectId === undefined) throw new Error(`no ${expression}`);
      const { listeners } = await session.send('DOMDebugger.getEventListeners', {
        objectId: result.objectId,
      });
      found += listeners.length;
    }
  }
  return found;
}

/** Every function of every interface, by name. Runs in the page. */
function everyFunction(): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const inner: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
    if (typeof inner !== 'function') continue;
    found[name] = inner;
    for (const owner of [inner, inner.prototype as unknown]) {
      if (owner === null || owner === undefined) continue;
      for (const [key, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
        for (const [kind, member] of Object.entries({ value, get, set })) {
          if (typeof member === 'function') found[`${name}.${key} ${kind}`] = member;
        }
      }
    }
  }
  return found;
}

/** Ours are proxies, which nothing in a page can see, and the protocol tells. */
async function replacedIn(session: CDPSession, contextId: number): Promise<readonly string[]> {
  const expression = `(${everyFunction})()`;
  const { result } = await session.send('Runtime.evaluate', { expression, contextId });
  if (result.objectId === undefined) throw new Error('The functions of the page cannot be listed.');
  const { objectId } = result;
  const { result: members } = await session.send('Runtime.getProperties', { objectId, ownProperties: true });
  const functions = members.filter(({ value }) => value?.type === 'function' || value?.subtype === 'proxy');
  if (functions.length < 3_000) throw new Error(`Only ${functions.length} functions were seen.`);
  return functions.filter(({ value }) => value?.subtype === 'proxy').map(({ name }) => name);
}

async function tracesIn(session: CDPSession, contextId: number): Promise<readonly string[]> {
  const expression = `[
    ...[...document.documentElement.children].filter((one) => !['HEAD', 'BODY'].includes(one.tagName)),
    ...document.querySelectorAll('[data-safi-host]'),
  ].map((one) => one.outerHTML).concat(
    performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /extension:/.test(name)),
  )`;
  const { result } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
  return result.value;
}
