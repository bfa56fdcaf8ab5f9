import type { BrowserContext, Page, Request, WebSocket } from '@playwright/test';

const ofExtension = /^(chrome|moz)-extension:/;

/** Addresses that never leave the device. */
const onDevice = /^(chrome-extension|moz-extension|blob|data|about):/;

export interface Network {
  /** Requests that no route of the test answered; each was aborted. */
  readonly unrouted: readonly string[];
  /** Requests off the device that an extension page, a guard frame or the service worker made, routed or not. */
  readonly fromExtension: readonly string[];
}

function originatesInExtension(request: Request): boolean {
  const worker = request.serviceWorker();
  if (worker) return ofExtension.test(worker.url());
  try {
    return ofExtension.test(request.frame().url());
  } catch {
    // A navigation whose page is not there yet has no frame; it cannot be one of a page of ours.
    return false;
  }
}

/**
 * Records every request of the context and aborts what the test does not route itself: routes that are added
 * later are asked first. Ends with `context.unrouteAll` and `stop`.
 */
export async function watchNetwork(context: BrowserContext): Promise<Network & { stop(): void }> {
  const unrouted: string[] = [];
  const fromExtension: string[] = [];
  const onRequest = (request: Request) => {
    const url = request.url();
    if (onDevice.test(url)) return;
    if (originatesInExtension(request)) fromExtension.push(`${request.method()} ${url}`);
  };
  // No route stops a socket; it cannot reach anything either, see --host-resolver-rules. A socket of a page and
  // one of a guard frame in it look the same here, and no test needs any.
  const onSocket = (socket: WebSocket) => unrouted.push(`SOCKET ${socket.url()}`);
  const onPage = (page: Page) => page.on('websocket', onSocket);
  context.on('request', onRequest);
  context.on('page', onPage);
  await context.route(
    (url) => !onDevice.test(url.href),
    async (route, request) => {
      unrouted.push(`${request.method()} ${request.url()}`);
      await route.abort();
    },
  );
  return {
    unrouted,
    fromExtension,
    stop: () => {
      context.off('request', onRequest);
      context.off('page', onPage);
    },
  };
}
