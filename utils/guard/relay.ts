import { fieldsOf } from '../channel/fields';
import type { HeldShare } from '../interception/held-share';
import type { Listen } from '../interception/listen';

/**
 * One guard frame per tab, in the top document: a child frame's share-guard passes its share up. The background
 * tells both an id and a secret; the child knocks on the top window with the id and a port, and trusts the port
 * only when the secret comes back on it. The top's share-guard, listening since document_start, stops the knock
 * before the page hears of it.
 */

export const knockType = 'safi-relay';

export function filesIn(message: unknown): readonly File[] | null {
  const { files } = fieldsOf(message);
  return Array.isArray(files) && files.every((file) => file instanceof File) ? files : null;
}

/**
 * Top document: takes what child frames pass up.
 * @returns what to call when the background announces a child
 */
export function receiveRelays(
  listen: Listen,
  hold: (share: HeldShare) => void,
): (id: string, secret: string) => void {
  const announced = new Map<string, string>();

  function onMessage(event: MessageEvent): void {
    const { type, id } = fieldsOf(event.data);
    const secret = type === knockType && typeof id === 'string' ? announced.get(id) : undefined;
    const port = event.ports[0];
    if (secret === undefined || !port || typeof id !== 'string') return;
    event.stopImmediatePropagation();
    announced.delete(id);
    port.onmessage = ({ data }) => {
      const files = filesIn(data);
      if (!files) return;
      hold({
        files,
        route: 'file-input',
        targetStands: () => true,
        release: (released) => port.postMessage({ files: released }),
      });
    };
    port.postMessage({ secret });
  }

  listen('message', onMessage);
  return (id, secret) => announced.set(id, secret);
}
