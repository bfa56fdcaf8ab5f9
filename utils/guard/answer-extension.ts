import { parseRelay } from '../channel/background-channel';
import { isStatusRequest, type PageStatus } from '../channel/page-status';

/** Answers the popup's question about this page, and hears of child frames that are about to knock. */
export function answerExtension(
  status: () => PageStatus,
  onRelay: (id: string, secret: string) => void,
  signal: AbortSignal,
): void {
  const onMessage = (message: unknown, _sender: unknown, answer: (value: unknown) => void): void => {
    if (isStatusRequest(message)) answer(status());
    const relay = parseRelay(message);
    if (!relay) return;
    onRelay(relay.id, relay.secret);
    answer(true);
  };
  chrome.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => chrome.runtime.onMessage.removeListener(onMessage), { once: true });
}
