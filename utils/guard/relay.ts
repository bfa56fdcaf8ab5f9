import { fieldsOf } from '../channel/fields';
import type { HeldShare } from '../interception/held-share';

/**
 * One guard frame per tab, in the top document: a child frame's share-guard passes its share up. The background
 * tells both an id and a secret; the child knocks on the top window with the id and a port, and trusts the port
 * only when the secret comes back on it. The top's share-guard, listening since document_start, stops the knock
 * before the page hears of it.
 */

/** Files on their way, and where each lies in a folder. */
export interface Passed {
  readonly files: readonly File[];
  readonly paths: readonly string[];
}

export const knockType = 'safi-relay';

/** The child's last word, when its document goes while its share is held. */
export const goneType = 'gone';

export function filesIn(message: unknown): Passed | null {
  const { files, paths } = fieldsOf(message);
  if (!Array.isArray(files) || !files.every((file) => file instanceof File)) return null;
  return { files, paths: Array.isArray(paths) ? files.map((_, index) => String(paths[index] ?? '')) : [] };
}

/** The top document's part. */
export interface Relays {
  /** Is told of every message to the window, ahead of the page. */
  hear(event: Event): void;
  /** The background announces a child. */
  expect(id: string, secret: string): void;
}

/** Top document: takes what child frames pass up. */
export function receiveRelays(hold: (share: HeldShare) => void): Relays {
  const announced = new Map<string, string>();

  function onMessage(event: MessageEvent): void {
    const { type, id } = fieldsOf(event.data);
    const secret = type === knockType && typeof id === 'string' ? announced.get(id) : undefined;
    const port = event.ports[0];
    if (secret === undefined || !port || typeof id !== 'string') return;
    event.stopImmediatePropagation();
    announced.delete(id);
    let gone = false;
    port.onmessage = ({ data }) => {
      if (fieldsOf(data).type === goneType) gone = true;
      const passed = filesIn(data);
      if (!passed) return;
      hold({
        ...passed,
        route: 'file-input',
        targetStands: () => !gone,
        release: (files, paths) => port.postMessage({ files, paths }),
      });
    };
    port.postMessage({ secret });
  }

  return {
    hear(event) {
      // Unless a child is awaited, what the page's messages hold is not even looked at: that would cost.
      if (announced.size > 0 && event.type === 'message') onMessage(event as MessageEvent);
    },
    expect: (id, secret) => announced.set(id, secret),
  };
}
