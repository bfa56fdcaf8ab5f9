/** Files in a file input, and what a browser tells of them. */

/** Taken before a page could change them. */
const { DataTransfer: Transfer, Event: PlainEvent } = globalThis;

export function filesOf(input: HTMLInputElement): readonly File[] {
  return [...(input.files ?? [])];
}

export function transferOf(files: readonly File[]): DataTransfer {
  const transfer = new Transfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

export function fill(input: HTMLInputElement, files: readonly File[]): void {
  input.files = transferOf(files).files;
}

/** HTML, 4.10.5.1.17: a pick fires `input` (composed) and `change`, a closed picker `cancel`; all bubble. */
export function tellPicked(input: HTMLInputElement): void {
  input.dispatchEvent(new PlainEvent('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new PlainEvent('change', { bubbles: true }));
}

export function tellCancelled(input: HTMLInputElement): void {
  input.dispatchEvent(new PlainEvent('cancel', { bubbles: true }));
}
