import { isAccessLost } from '../channel/background-channel';
import { askBackground } from './web-extension';

/** Ends the guard of this window when the person, or the browser in their place, takes Safi off the site. */
export async function leaveWhenUnwanted(window: Window, life: AbortController): Promise<void> {
  const { signal } = life;
  const { onMessage } = chrome.runtime;

  async function askToStay(): Promise<void> {
    if ((await askBackground({ type: 'stay' })) === false) life.abort();
  }

  const hear = (message: unknown): void => {
    if (isAccessLost(message)) askToStay().catch(window.reportError);
  };
  onMessage.addListener(hear);
  signal.addEventListener('abort', () => onMessage.removeListener(hear), { once: true });
  // A child frame's keeper comes with its first share: what happened before then it has not heard.
  if (window !== window.top) await askToStay();
}
