import { filesOf } from './input-files';
import type { Retold } from './retold-event';

/**
 * What a browser does with a paste that no page prevented, and does not do for one that is told again: pictures go
 * into rich text, words into any field.
 * @param carrier of the paste, see retold-event.ts
 */
export function pasteByDefault(place: EventTarget, carrier: HTMLInputElement): void {
  const { type, strings = [] }: Retold = JSON.parse(carrier.name);
  const target = place as Partial<HTMLElement>;
  const { ownerDocument: document } = target;
  if (type !== 'paste' || !document) return;
  const root = target.getRootNode?.() as Partial<DocumentOrShadowRoot> | undefined;
  if (!root?.activeElement?.contains(target as Node)) {
    // Into no other field, should the person have gone on to one.
    if (!target.isContentEditable) return;
    const selection = document.getSelection();
    selection?.selectAllChildren(target as Node);
    selection?.collapseToEnd();
  }
  const pictures = filesOf(carrier).filter((file) => file.type.startsWith('image/'));
  const text = strings.find(([mime]) => mime === 'text/plain')?.[1];
  if (target.isContentEditable && pictures.length > 0) {
    for (const picture of pictures) document.execCommand('insertImage', false, URL.createObjectURL(picture));
  } else if (text) document.execCommand('insertText', false, text);
}
