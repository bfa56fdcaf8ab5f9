import { filesOf, fill, tellPicked, transferOf } from './input-files';
import { isFileInput } from './is-file-input';

/**
 * A drop or paste that was held, told to the page again with the files that may go. In the page's own world where
 * possible: in Firefox files in an isolated world's DataTransfer are invisible to the page.
 *
 * Files and words cross from share-guard to page-hooks in a file input that is in no document: `files`, and JSON
 * in its `name`.
 */

export type RetoldType = 'dragenter' | 'dragover' | 'dragleave' | 'drop' | 'paste' | 'pick';

export interface Retold {
  readonly type: RetoldType;
  /** The texts that came with the files: MIME type, text. */
  readonly strings?: readonly (readonly [string, string])[] | undefined;
  /** Where each file lies in a folder, with slashes; empty for a file by itself. */
  readonly paths?: readonly string[] | undefined;
  /** Where a drop fell, and its keys. */
  readonly place?: DragEventInit;
  /** `effectAllowed` and `dropEffect` of a drop. */
  readonly effects?: Readonly<Record<string, string>>;
}

/** What a carrier's `name` becomes when the page, or the target itself, takes what it brought. */
const taken = 'taken';

/** Has the page told, at this target; whether it is taken. */
export type Retell = (target: EventTarget, carrier: HTMLInputElement) => boolean;

/** Texts that may carry the original picture itself, or a path on this computer with the person's name in it. */
const carriesMore = /data:image\/|file:\//i;

/** Taken before a page could change them. */
const { DragEvent: Drag, ClipboardEvent: Clipboard } = globalThis;

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

/**
 * Tells the page what a carrier brings, at this target.
 * @param fold puts folders where a page expects to see them dropped; it gets the files and their paths
 */
export function retell(target: EventTarget, carrier: HTMLInputElement, fold: Fold = asTheyAre): void {
  // Ours: who does not know the name under which the hooks listen can hand them nothing.
  const retold: Retold = JSON.parse(carrier.name);
  const files = filesOf(carrier);
  if (tell(target, files, fold, retold)) carrier.name = taken;
}

/** What a transfer shows of files: those by themselves, and one that stands for each folder. */
export type Fold = (files: readonly File[], paths: readonly string[]) => readonly File[];

const asTheyAre: Fold = (files) => files;

function tell(target: EventTarget, files: readonly File[], fold: Fold, retold: Retold): boolean {
  const { type, paths = [], strings = [] } = retold;
  if (type === 'pick') return isFileInput(target) && pick(target, files, paths);
  const transfer = transferOf(type === 'drop' ? fold(files, paths) : files);
  for (const [mime, text] of strings) transfer.setData(mime, text);
  return type === 'paste' ? paste(target, transfer, files) : drag(target, transfer, files, retold);
}

/** A file that was made anew knows no path. */
function pick(input: HTMLInputElement, files: readonly File[], paths: readonly string[]): boolean {
  fill(input, files);
  for (const [index, file] of filesOf(input).entries()) {
    const value = paths[index] ?? '';
    if (file.webkitRelativePath !== value) Object.defineProperty(file, 'webkitRelativePath', { value });
  }
  tellPicked(input);
  return true;
}

export function wasTaken(carrier: HTMLInputElement): boolean {
  return carrier.name === taken;
}

function drag(
  target: EventTarget,
  dataTransfer: DataTransfer,
  files: readonly File[],
  { type, place, effects = {} }: Retold,
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
  return !target.dispatchEvent(event);
}
