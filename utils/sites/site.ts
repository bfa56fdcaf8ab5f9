import type { Audience, AudienceKind } from './audience';

/** Who would get a share at this moment, and the marks by which a change of chat shows. Lives in memory only. */
export interface Reading {
  readonly audience: Audience;
  /** The site's own address of the chat, when it can be read. */
  readonly chatId: string | null;
  /** The chat's title as shown. */
  readonly title: string | null;
}

/** One site's adapter: only what is particular to that site. */
export interface Site {
  readonly name: string;
  /** The day its signals were last seen true, YYYY-MM-DD, or null when nobody could look. */
  readonly seen: string | null;
  /** The buttons that lead to a picker; a click on one warms the guard frame. */
  readonly attach: string | null;
  /** The buttons that send what is written; a click on one waits for a picture that was pasted and is held. */
  readonly send: string | null;
  /** The field where a message is written; it gets the focus after a card when nothing else has it. */
  readonly composer: string | null;
  /**
   * Reads the audience from the document and from the site's own model as the page world gave it (a hint).
   * Never throws on a page that has changed: what cannot be read is `unknown`.
   */
  read(document: Document, model: unknown): Reading;
  /** `read` is given the site's own model of the open chat, which is not looked for elsewhere. */
  readonly readsModel?: true;
  /** Every picture to more than one person is asked about here, whatever it shows and whatever the settings say. */
  readonly asksAlways?: true;
  /** To whom the site itself can send a picture that is seen once; absent where it cannot. */
  readonly viewOnceTo?: readonly AudienceKind[];
  /** How what is there already is forwarded; absent where nothing is. */
  readonly forwarding?: Forwarding;
}

/** A chat that is chosen in a dialog of forwarding. */
export interface Chosen {
  readonly row: Element;
  readonly title: string;
  /** `person` is said with proof only, as everywhere. */
  readonly audience: Audience;
  /** The site's own address of the chat, when it can be read. */
  readonly chatId: string | null;
}

/** What a site shows while something that is there already is forwarded. Nothing here throws. */
export interface Forwarding {
  /** Buttons and entries of menus that lead to the dialog. */
  readonly start: string;
  /** Buttons that lead to dialogs of other kinds, in which something is chosen and sent too. */
  readonly elsewhere: string;
  /** Menus: a click in one is still about the message that it was opened from. */
  readonly menu: string;
  /**
   * The dialogs of forwarding that are open.
   * @param started whether a button that leads to one was pressed before; else they must look like one in more ways
   */
  dialogsIn(document: Document, started: boolean): readonly Element[];
  /** The button that confirms, in a dialog; null while there is none. */
  confirmIn(dialog: Element): Element | null;
  /** The row of the dialog that the element lies in. */
  rowOf(element: Element): Element | null;
  /** All rows of a dialog that are in sight. */
  rowsIn(dialog: Element): readonly Element[];
  /** The chat's name in a row; empty when none is shown. */
  titleOf(row: Element): string;
  /** The chats that are ticked and in sight. */
  chosenIn(dialog: Element, model: unknown): readonly Chosen[];
  /** The message that the element lies in. */
  messageOf(element: Element): Element | null;
  /** The messages that are ticked and in sight. */
  selectedIn(document: Document): readonly Element[];
  /** Whether a message, or the preview in a dialog, holds a picture or a video; null when it cannot be told. */
  holdsPicture(element: Element): boolean | null;
}

/** From the widest to the narrowest; `unknown` is as wide as a group, but a group that shows is named as one. */
const byWidth: readonly AudienceKind[] = ['public', 'channel', 'group', 'unknown', 'person'];

/** The widest of several kinds; `unknown` when there is none. */
export function widest(kinds: readonly AudienceKind[]): AudienceKind {
  return byWidth.find((kind) => kinds.includes(kind)) ?? 'unknown';
}

/** Whether `now` reaches people that `asked` did not speak of. */
export function isWider(now: AudienceKind, asked: AudienceKind): boolean {
  const rank = (kind: AudienceKind) => byWidth.indexOf(kind === 'unknown' ? 'group' : kind);
  return rank(now) < rank(asked);
}

/** By its address when both looks could read one, else by its title. */
export function sameChat(first: Reading, second: Reading): boolean {
  if (first.chatId !== null && second.chatId !== null) return first.chatId === second.chatId;
  return first.title === second.title;
}

/** What two looks a moment apart agree on: one person only when both say so. */
export function agree(first: Reading, second: Reading): Audience {
  const kind = widest([first.audience.kind, second.audience.kind]);
  return kind === second.audience.kind ? second.audience : { ...first.audience, kind };
}
