import type { Audience } from './audience';
import { type Chosen, type Forwarding, widest } from './site';
import { audienceOf, parseLooks } from './whatsapp-look';
import { box, type ChatLook, ticked } from './whatsapp-model';

/**
 * Forwarding on WhatsApp Web: from the menu of a message, its own button, or the bar under messages that were
 * selected, to a dialog with a search field, rows with a box each, and a send button. The list draws only what is
 * in sight. Marks that a row is a group are rare, so that one person again needs the proof of the chat model.
 */

/** The button with the menu of what can be attached. */
export const attach = '[data-icon="plus-rounded"], [data-icon="clip"]';

const confirm = '[data-icon="wds-ic-send-filled"], [data-icon="send"], [data-testid="send"]';

const dialogs = '[role="dialog"]';

const name = 'span[dir="auto"], [title]';

/** What a row that is more than one person may show; a photo of the chat's own hides it. */
const wideSigns = [
  '[data-icon*="group"]',
  '[data-testid*="group"]',
  '[data-icon*="community"]',
  '[data-icon*="newsletter"]',
  '[data-icon*="broadcast"]',
  '[data-icon*="status"]',
].join();

const messages = '#main [data-id]';

/** Icons that a message of mere text may show: how far it has come, its tail, its menu, its mark. */
const plainIcons = /^(msg-|tail-|down-|chevron|ic-chevron|forward|ic-forward|star|pin|recall|react)/;

/** Pictures smaller than this both ways, in CSS pixels, are letters and faces in the margin: emoji, avatars. */
const smallPicture = 80;

function buttonOf(icon: Element): Element {
  return icon.closest('button, [role="button"]') ?? icon;
}

function confirmIn(dialog: Element): Element | null {
  const icons = dialog.querySelectorAll(confirm);
  const last = icons[icons.length - 1];
  return last ? buttonOf(last) : null;
}

/** The button to send comes when somebody is chosen. Other dialogs have a box too: that of a poll has one. */
function dialogsIn(document: Document, started: boolean): readonly Element[] {
  const boxes = started ? 0 : 2;
  return [...document.querySelectorAll(dialogs)].filter(
    (dialog) => dialog.querySelectorAll(box).length >= boxes,
  );
}

function rowsIn(dialog: Element): readonly Element[] {
  return [...dialog.querySelectorAll(box)].flatMap((inner) => rowOf(inner) ?? []);
}

/** The smallest part around a box that has a name in it, and no other box. */
function rowOf(element: Element): Element | null {
  const dialog = element.closest(dialogs);
  let row: Element | null = null;
  for (let at: Element | null = element; at && at !== dialog; at = at.parentElement) {
    if (rowsBoxes(at) > 1) break;
    row = at;
    if (rowsBoxes(at) === 1 && at.querySelector(name)) break;
  }
  return row && rowsBoxes(row) === 1 ? row : null;
}

/** Boxes in an element, itself counted; what lies in another one is the same box. */
function rowsBoxes(element: Element): number {
  if (element.matches(box)) return 1;
  return [...element.querySelectorAll(box)].filter((inner) => !inner.parentElement?.closest(box)).length;
}

function chosenIn(dialog: Element, model: unknown): readonly Chosen[] {
  const looks = parseLooks(model);
  const rows = new Map<Element, Chosen>();
  [...dialog.ownerDocument.querySelectorAll(ticked)].forEach((tick, at) => {
    const row = rowOf(tick) ?? tick;
    if (dialog.contains(tick) && !rows.has(row))
      rows.set(
        row,
        readRow(
          row,
          looks.find(({ from }) => from === at),
        ),
      );
  });
  return [...rows.values()];
}

function titleOf(row: Element): string {
  const named = row.querySelector(name);
  return (named?.textContent || named?.getAttribute('title') || '').trim();
}

function readRow(row: Element, look: ChatLook | undefined): Chosen {
  const title = titleOf(row);
  const found: Audience[] = [look ? audienceOf(look) : { kind: 'unknown' }];
  // What the model says of another chat proves nothing about this one.
  if (look && look.title?.trim() !== title) found.push({ kind: 'unknown' });
  if (row.querySelector(wideSigns)) found.push({ kind: 'group' });
  const kind = widest(found.map((audience) => audience.kind));
  const told = found.find((audience) => audience.kind === kind) ?? { kind };
  return {
    row,
    title,
    audience: { ...told, ...(title && kind !== 'public' ? { name: title } : {}) },
    chatId: look?.id ?? null,
  };
}

function selectedIn(document: Document): readonly Element[] {
  return [...document.querySelectorAll(`${messages} :is([aria-checked="true"], input:checked)`)].flatMap(
    (tick) => tick.closest(messages) ?? [],
  );
}

/**
 * A picture as large as one, a video, a canvas or a background with a picture says that it holds one. Mere text is
 * believed when there are words, and no icon but those that any message has: a document shows one, a picture that
 * is not loaded yet, a voice message.
 */
function holdsPicture(element: Element): boolean | null {
  const drawn = element.querySelectorAll('img, video, canvas, picture, [style*="background-image"]');
  if ([...drawn].some((picture) => !isSmall(picture))) return true;
  const icons = [...element.querySelectorAll('[data-icon]')].map((icon) => icon.getAttribute('data-icon'));
  if (icons.some((icon) => !plainIcons.test(icon ?? ''))) return null;
  return element.textContent?.trim() ? false : null;
}

/** What has no size yet is not known to be small. */
function isSmall(picture: Element): boolean {
  const { width, height } = picture.getBoundingClientRect();
  return width > 0 && height > 0 && width < smallPicture && height < smallPicture;
}

export const whatsappForwarding: Forwarding = {
  start: [
    '[data-testid="mi-msg-forward"]',
    '[data-testid="forward"]',
    '[data-testid^="forward-"]',
    '[data-icon="forward"]',
    '[data-icon^="forward-"]',
  ].join(),
  // What is attached may be contacts, chosen in a dialog much like it.
  elsewhere: attach,
  menu: '[role="menu"], [role="menuitem"], [data-testid^="mi-"]',
  dialogsIn,
  confirmIn,
  rowOf,
  rowsIn,
  titleOf,
  chosenIn,
  messageOf: (element) => element.closest(messages),
  selectedIn,
  holdsPicture,
};
