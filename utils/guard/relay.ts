import type { ToBackground } from '../channel/background-channel';
import { parseRelay } from '../channel/background-channel';
import { fieldsOf } from '../channel/fields';
import type { HeldShare } from '../interception/held-share';
import { FrameLost } from './guard-host';

/**
 * One guard frame per tab, in the top document: a child frame's share-guard passes its share up. The background
 * tells both an id and a secret; the child knocks on the top window with the id and a port, and trusts the port
 * only when the secret comes back on it. The top's share-guard, listening since document_start, stops the knock
 * before the page hears of it.
 */

const knockType = 'safi-relay';

/** The child gives up when the top has not answered in so long, in milliseconds. */
const answerWithin = 3_000;

function filesIn(message: unknown): readonly File[] | null {
  const { files } = fieldsOf(message);
  return Array.isArray(files) && files.every((file) => file instanceof File) ? files : null;
}

/**
 * Child frame: passes a share up and releases it as the top says.
 * @returns false when the top document has no share-guard; rejects with FrameLost when it does not answer
 */
export async function passUp(
  window: Window & typeof globalThis,
  askBackground: (message: ToBackground) => Promise<unknown>,
  share: HeldShare,
): Promise<boolean> {
  const relay = parseRelay(await askBackground({ type: 'relay' }));
  if (!relay || !window.top) return false;
  const { port1: port, port2: theirs } = new MessageChannel();
  const proven = new Promise<void>((resolve, reject) => {
    const timer = window.setTimeout(() => reject(new FrameLost('died')), answerWithin);
    port.onmessage = ({ data }) => {
      if (fieldsOf(data).secret !== relay.secret) return;
      window.clearTimeout(timer);
      resolve();
    };
  });
  window.top.postMessage({ type: knockType, id: relay.id }, '*', [theirs]);
  try {
    await proven;
    const answer = new Promise<unknown>((resolve) => {
      port.onmessage = ({ data }) => resolve(data);
    });
    port.postMessage({ files: share.files });
    const files = filesIn(await answer);
    if (files) await share.approach?.();
    share.release(files && share.targetStands() ? files : null);
  } finally {
    port.close();
  }
  return true;
}

/**
 * Top document: takes what child frames pass up.
 * @returns what to call when the background announces a child
 */
export function receiveRelays(
  window: Window,
  hold: (share: HeldShare) => void,
  signal: AbortSignal,
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

  window.addEventListener('message', onMessage, { capture: true, signal });
  return (id, secret) => announced.set(id, secret);
}
