import type { Surface } from './guard-host';

/** The card is not raised over the page's own more often: such a page would go on for ever. */
const mostRaises = 8;

/** Whatever the page opens over a modal card, another modal, a popover, something in fullscreen, the card comes back. */
export function stayOnTop(window: Window, surface: Surface): void {
  const { document } = window;
  const { dialog, host, life } = surface;
  const { signal } = life;
  let raised = 0;

  function raise(): void {
    if (raised >= mostRaises || !dialog.matches(':modal')) return;
    raised += 1;
    dialog.close();
    dialog.showModal();
    dialog.querySelector('iframe')?.focus();
  }

  function look(): void {
    const { innerWidth, innerHeight } = window;
    if (document.elementFromPoint(innerWidth / 2, innerHeight / 2) !== host) raise();
  }

  /** A popover that lets clicks through is met at no point, and covers all the same. */
  function onToggle(event: Event): void {
    if ('newState' in event && event.newState === 'open') raise();
  }

  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['open'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  document.addEventListener('fullscreenchange', look, { signal });
  document.addEventListener('toggle', onToggle, { capture: true, signal });
}
