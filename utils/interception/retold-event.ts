import { fieldsOf } from '../channel/fields';
import { filesOf, fill, tellPicked, transferOf } from './input-files';
import { isFileInput } from './is-file-input';

/**
 * A drop or paste that was held, told to the page again with the files that may go. In the page's own world where
 * possible: in Firefox files in an isolated world's DataTransfer are invisible to the page.
 *
 * Files and words cross from share-guard to page-hooks in a file input that is in no document: `files`, and JSON
 * in its `name`.
 */

const types = ['dragenter', 'dragover', 'dragleave', 'drop', 'paste'] as const;

export type RetoldType = (typeof types)[number];

export interface Retold {
  readonly type: RetoldType;
  /** The texts that came with the files: MIME type, text. */
  readonly strings: readonly (readonly [string, string])[];
  /** Where a drop fell, and its keys. */
  readonly place: DragEventInit;
}

/** Taken before a page could change them. */
const { DragEvent: Drag, ClipboardEvent: Clipboard, URL: Address } = globalThis;

/** The texts beside the files, which can be read during the event only. */
export function stringsIn(transfer: DataTransfer): readonly (readonly [string, string])[] {
  return transfer.types.flatMap((type) =>
    type === 'Files' ? [] : [[type, transfer.getData(type)] as const],
  );
}

/** The input that carries a held event to the page's world. */
export function carrierOf(document: Document, files: readonly File[], retold: Retold): HTMLInputElement {
  const carrier = document.createElement('input');
  carrier.type = 'file';
  carrier.multiple = true;
  fill(carrier, files);
  carrier.name = JSON.stringify(retold);
  return carrier;
}

function parseRetold(text: string): Retold | null {
  const { type: named, strings, place } = fieldsOf(JSON.parse(text));
  const type = types.find((known) => known === named);
  return type ? { type, strings: Array.isArray(strings) ? strings : [], place: fieldsOf(place) } : null;
}

/** Tells the page what a carrier brings, at this target. */
export function retell(window: Window, target: EventTarget, carrier: HTMLInputElement): void {
  const retold = parseRetold(carrier.name);
  if (!retold) return;
  const files = filesOf(carrier);
  const transfer = transferOf(files);
  for (const [mime, text] of retold.strings) transfer.setData(mime, text);
  if (retold.type === 'paste') paste(target, transfer, files);
  else drag(window, target, retold, transfer, files);
}

function drag(
  window: Window,
  target: EventTarget,
  { type, place }: Retold,
  dataTransfer: DataTransfer,
  files: readonly File[],
): void {
  const init = { ...place, view: window, bubbles: true, composed: true, dataTransfer };
  const taken = !target.dispatchEvent(new Drag(type, { ...init, cancelable: type !== 'dragleave' }));
  // The default action of an untrusted drop is not run: on a file input it is ours.
  if (type !== 'drop' || taken || !isFileInput(target) || target.disabled) return;
  fill(target, files);
  tellPicked(target);
}

function paste(target: EventTarget, transfer: DataTransfer, files: readonly File[]): void {
  const event = new Clipboard('paste', {
    clipboardData: transfer,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  // Firefox leaves the constructor's clipboardData out.
  if (event.clipboardData?.files.length !== files.length) {
    Object.defineProperty(event, 'clipboardData', { value: transfer });
  }
  if (target.dispatchEvent(event)) insert(target as Partial<HTMLElement>, transfer, files);
}

/** The default action of an untrusted paste is not run: pictures go into rich text, words into any field. */
function insert(target: Partial<HTMLElement>, transfer: DataTransfer, files: readonly File[]): void {
  const { ownerDocument: document } = target;
  if (!document) return;
  const pictures = files.filter(({ type }) => type.startsWith('image/'));
  const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null;
  if (!target.isContentEditable || !range || pictures.length === 0) {
    document.execCommand('insertText', false, transfer.getData('text/plain'));
    return;
  }
  range.deleteContents();
  for (const picture of pictures) {
    const image = document.createElement('img');
    image.src = Address.createObjectURL(picture);
    range.insertNode(image);
    range.collapse(false);
  }
  target.dispatchEvent?.(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }),
  );
}
