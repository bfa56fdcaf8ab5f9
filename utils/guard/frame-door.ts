import type { Grant } from '../channel/background-channel';
import { parseKnock } from '../channel/guard-channel';

/** What the door needs of the extension. */
export interface DoorKeeper {
  /** Whose token it is, once; null for any other. */
  redeem(token: string): Promise<Grant | null>;
  /** Waits for the life line of that name, by which share-guard will notice the end of this frame, and keeps it. */
  expectLifeline(name: string): void;
}

/**
 * Guard frame: lets in exactly one share-guard, the one of the document that holds this frame, known by a
 * one-time token that the background minted for its tab, frame and origin. Anybody else hears nothing at all.
 * Nothing is ever posted to the parent: that would hand the page a window of ours.
 * @param enter gets the port of the share-guard that was let in
 */
export function openDoor(window: Window, keeper: DoorKeeper, enter: (port: MessagePort) => void): void {
  const door = new AbortController();

  async function answer(event: MessageEvent): Promise<void> {
    const knock = parseKnock(event.data);
    const port = event.ports[0];
    if (!knock || !port || event.source !== window.parent || window.parent === window) return;
    const grant = await keeper.redeem(knock.token);
    const isTop = window.parent === window.top;
    if (!grant || grant.origin !== event.origin || isTop !== (grant.frameId === 0)) {
      port.close();
      return;
    }
    if (door.signal.aborted) return;
    door.abort();
    keeper.expectLifeline(knock.lifeline);
    enter(port);
  }

  window.addEventListener(
    'message',
    (event) => {
      answer(event).catch((error: unknown) => reportError(error));
    },
    { signal: door.signal },
  );
}
