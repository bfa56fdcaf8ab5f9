import { filesOf, fill, tellPicked, transferOf } from './input-files';
import { isFileInput } from './is-file-input';

/**
 * A drop or paste that was held, told to the page again with the files that may go. In the page's own world where
 * possible: in Firefox files in an isolated world's DataTransfer are invisible to the page.
 *
 * Files and words cross from share-guard to page-hooks in a file input that is in no document: `files`, and JSON
 * in its `name`.
 */

export type RetoldType = 'dragenter' | 'dragover' | 'dragleave' | 'drop' | 'paste';

export interface Retold {
  readonly type: RetoldType;
  /** The texts that came with the files: MIME type, text. */
  readonly strings: readonly (readonly [string, string])[];
  /** Where a drop fell, and its keys. */
  readonly place: DragEventInit;
  /** `effectAllowed` and `dropEffect` of a drop. */
  readonly effects: Readonly<Record<string, string>>;
}

/** What a carrier's `name` becomes when the page, or the target itself, takes what it brought. */
const taken = 'taken';

/** Has the page told, at this target; whether it is taken. */
export type Retell = (target: EventTarget, carrier: HTMLInputElement) => boolean;

/** Texts that may carry the original picture itself, or a path on this computer with the person's name in it. */
const carriesMore = /data:image\/|file:\//i;

/** Taken before a page could change them. */
const { DragEvent: Drag, ClipboardEvent: Clipboard, URL: Address } = globalThis;

/** The texts that may go beside the files; they can be read during the event only. */
export function stringsIn(transfer: DataTransfer): readonly (readonly [string, string])[] {
  return transfer.types
    .filter((type) => type !== 'Files')
    .map((type) => [type, transfer.getData(type)] as const)
    .filter(([, text]) => !carriesMore.test(text));
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

/** Tells the page what a carrier brings, at this target. */
export function retell(target: EventTarget, carrier: HTMLInputElement): void {
  // Ours: who does not know the name under which the hooks listen can hand them nothing.
  const retold: Retold = JSON.parse(carrier.name);
  const files = filesOf(carrier);
  const transfer = transferOf(files);
  for (const [mime, text] of retold.strings) transfer.setData(mime, text);
  const tell = retold.type === 'paste' ? paste : drag;
  carrier.name = tell(target, transfer, files, retold) ? taken : '';
}

export function wasTaken(carrier: HTMLInputElement): boolean {
  return carrier.name === taken;
}

function drag(
  target: EventTarget,
  dataTransfer: DataTransfer,
  files: readonly File[],
  { type, place, effects }: Retold,
): boolean {
  const isDrop = type === 'drop';
  // As a browser shows it: types and kinds from the beginning, the files with the drop only.
  const shown = isDrop ? effects : { ...effects, files: transferOf([]).files };
  for (const [name, value] of Object.entries(shown)) {
    Object.defineProperty(dataTransfer, name, { value, writable: true });
  }
  const cancelable = type !== 'dragleave';
  const init = { ...place, view: window, bubbles: true, composed: true, cancelable, dataTransfer };
  if (!target.dispatchEvent(new Drag(type, init))) return true;
  // The default action of an untrusted drag is not run: on a file input it is ours. Rich text takes drags by itself.
  if (!isFileInput(target) || target.disabled)
    return (target as Partial<HTMLElement>).isContentEditable === true;
  if (isDrop) {
    fill(target, target.multiple ? files : files.slice(0, 1));
    tellPicked(target);
  }
  return true;
}

function paste(target: EventTarget, transfer: DataTransfer, files: readonly File[]): boolean {
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
  if (!target.dispatchEvent(event)) return true;
  insert(target as Partial<HTMLElement>, transfer, files);
  return false;
}

/** The default action of an untrusted paste is not run: pictures go into rich text, words into any field. */
function insert(target: Partial<HTMLElement>, transfer: DataTransfer, files: readonly File[]): void {
  const { ownerDocument: document } = target;
  const root = target.getRootNode?.() as Partial<DocumentOrShadowRoot> | undefined;
  if (!document) return;
  if (!root?.activeElement?.contains(target as Node)) {
    // Into no other field, should the person have gone on to one.
    if (!target.isContentEditable) return;
    const selection = document.getSelection();
    selection?.selectAllChildren(target as Node);
    selection?.collapseToEnd();
  }
  const pictures = files.filter(({ type }) => type.startsWith('image/'));
  const text = transfer.getData('text/plain');
  if (target.isContentEditable && pictures.length > 0) {
    for (const picture of pictures) {
      document.execCommand('insertImage', false, Address.createObjectURL(picture));
    }
  } else if (text) document.execCommand('insertText', false, text);
}
