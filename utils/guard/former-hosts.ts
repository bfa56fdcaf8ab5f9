/** An attribute on the host of a guard frame, by which a later instance finds what a former one left behind. */
export const hostMark = 'data-safi-host';

/** Removes the hosts of former instances: an update in Firefox leaves them behind. */
export function removeFormerHosts(document: Document): void {
  for (const host of document.querySelectorAll(`html > [${hostMark}]`)) host.remove();
}
