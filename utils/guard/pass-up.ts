import { parseRelay, type ToBackground } from '../channel/background-channel';
import { fieldsOf } from '../channel/fields';
import type { HeldShare } from '../interception/held-share';
import { FrameLost } from './guard-host';
import { filesIn, goneType, knockType } from './relay';

/** The child gives up when the top has not answered in so long, in milliseconds. */
const answerWithin = 3_000;

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
  const done = new AbortController();
  const sayGone = ({ isTrusted }: Event) => isTrusted && port.postMessage({ type: goneType });
  window.addEventListener('pagehide', sayGone, { signal: done.signal });
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
    port.postMessage({ files: share.files, paths: share.paths });
    const passed = filesIn(await answer);
    if (passed) await share.approach?.();
    if (passed && share.targetStands()) share.release(passed.files, passed.paths);
    else share.release(null);
  } finally {
    done.abort();
    port.close();
  }
  return true;
}
