import type { HeldShare } from './held-share';
import type { Listen } from './listen';
import { carrierOf, type Retell, stringsIn } from './retold-event';
import { innermostFocused } from './shadow';

/**
 * Paste, from the isolated world: a trusted paste with files is stopped at window, ahead of every listener of the
 * page, and told again at release with the texts that stood beside the files. A paste without files is never
 * touched. What is sent meanwhile waits, see send-wait.ts.
 */
export function watchPastes(
  { document }: Window,
  listen: Listen,
  onHeld: (share: HeldShare) => void,
  retell: Retell,
): void {
  listen('paste', (event) => {
    const { clipboardData } = event;
    const [outermost] = event.composedPath();
    const files = [...(clipboardData?.files ?? [])];
    if (!event.isTrusted || !clipboardData || !outermost || files.length === 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const target = innermostFocused(outermost);
    const strings = stringsIn(clipboardData);
    onHeld({
      files,
      route: 'paste',
      targetStands: () => (target as Partial<Node>).isConnected === true,
      release(released) {
        if (released) retell(target, carrierOf(document, released, { type: 'paste', strings }));
      },
    });
  });
}
