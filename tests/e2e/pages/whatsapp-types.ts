/** What a test may choose about the imitation of WhatsApp Web, and what the imitation tells afterwards. */

export type ChatKind =
  | 'person'
  /** The own chat, with oneself. */
  | 'self'
  | 'group'
  /** The announcements of a community, which all its members read. */
  | 'community'
  /** Another group of a community. */
  | 'subgroup'
  | 'broadcast'
  | 'channel'
  | 'status'
  /** A conversation of which nothing can be told but its title. */
  | 'unknown'
  /** No conversation is open; the attach button is there all the same. */
  | 'none';

/** Where the page's own chat model can be read; `disagree`: the registry still holds another chat, a person's. */
export type ModelAccess = 'react' | 'registry' | 'both' | 'none' | 'disagree';

export interface ChatOptions {
  readonly kind: ChatKind;
  readonly title?: string;
  readonly members?: number;
  readonly model?: ModelAccess;
  /** The model says this kind, whatever the document shows. */
  readonly modelSays?: ChatKind;
  /** Whether the document shows the signs of its kind; a group with a picture of its own shows few. */
  readonly signs?: boolean;
  /** The person's address has the server `lid` instead of `c.us`. */
  readonly lid?: boolean;
}

/**
 * How the page comes to its file input:
 * - `removed-on-change`: made on the choice, appended, clicked, removed on change or cancel (WhatsApp in 2026)
 * - `appended-removed-after-click`: the same, but thrown away as soon as it was clicked
 * - `detached`: made on the choice, never appended
 * - `permanent`: inputs that the person clicks, one plain, one behind a label (WhatsApp of former years)
 * - `react-like`: a permanent hidden input, clicked by script; one listener at the root of the app
 */
export type InputWay =
  | 'removed-on-change'
  | 'appended-removed-after-click'
  | 'detached'
  | 'permanent'
  | 'react-like';

/**
 * What a page takes drops by:
 * - `conversation`: a zone that is always there
 * - `mask`: a sheet over the conversation, made on dragenter, which stays in the document afterwards, clear
 * - `vanishing`: the same, taken out of the document on dragleave
 * - `input`: a file input for one file, and nothing else
 */
export type DropWay = 'conversation' | 'mask' | 'vanishing' | 'input';

export type MessageKind = 'text' | 'picture' | 'video' | 'document';

/** A chat in the dialog of forwarding. */
export interface ForwardChat {
  readonly title: string;
  readonly kind: ChatKind;
  /** What its model says, if that differs; false: it has none. */
  readonly says?: ChatKind;
  readonly model?: false;
  /** The icon in place of a photo. */
  readonly icon?: string;
}

/** How the page forwards. */
export interface ForwardWay {
  readonly to: readonly ForwardChat[];
  /** False: the menu leads to the dialog at once, without a selection of messages. */
  readonly selection?: boolean;
  readonly boxes?: 'aria' | 'native';
  readonly button?: 'button' | 'div';
  /** On which event of a press the button acts. */
  readonly acts?: 'click' | 'mousedown' | 'pointerdown';
  /** `sends`: Enter in the search field confirms. */
  readonly enter?: 'sends';
  /** The list draws only so many rows. */
  readonly inSight?: number;
  /** The dialog shows the picture. */
  readonly preview?: boolean;
}

export interface PageOptions extends ChatOptions {
  /** What was said in the open chat; without it a few words. */
  readonly messages?: readonly MessageKind[];
  readonly forward?: ForwardWay;
  /** Media are about to be sent: to this chat, or to several, by chips or by the number on the button. */
  readonly preview?: 'one' | 'chips' | 'counted';
  readonly input?: InputWay;
  readonly drop?: DropWay;
  /** `left-to-browser`: the composer takes note of a paste and does not prevent its default action. */
  readonly paste?: 'taken' | 'left-to-browser';
  readonly direction?: 'ltr' | 'rtl';
  /** The attach button stands in a child frame of the same host. */
  readonly inFrame?: boolean;
  /** `strict`: nothing but the page's own script and style, no frames, Trusted Types. */
  readonly policy?: 'none' | 'strict';
  /** Cross-origin isolated, by COOP and COEP. */
  readonly isolated?: boolean;
}

/** An event as the page met it. */
export interface SeenEvent {
  readonly type: string;
  readonly isTrusted: boolean;
  /** On window in the capture phase, from the page's first script on; or on the input itself. */
  readonly at: 'window' | 'input';
  /** The target's tag, with its type if it is an input. */
  readonly target: string;
  /** Number of files that the page could see in it. */
  readonly files: number;
}

/** A file as the page got it: read at once, whole. */
export interface ReceivedFile {
  readonly name: string;
  readonly type: string;
  readonly lastModified: number;
  readonly size: number;
  readonly sha256: string;
  /** Base64; null above 8 MiB. */
  readonly bytes: string | null;
  /** Counts the page's handler calls from 0: files of one share have the same number. */
  readonly share: number;
  readonly by: 'input' | 'drop' | 'paste';
}

export interface PageRecord {
  readonly events: SeenEvent[];
  readonly received: ReceivedFile[];
  /** How often the page was told that a picker was closed. */
  cancels: number;
  /** Handler calls whose files are still being read. */
  reading: number;
  /** Handler calls with files, so far. */
  shares: number;
  /** What each paste that the composer heard of held: type and text, in order. */
  readonly pasted: [string, string][][];
  /** Each Enter that the composer, and each click that the send button heard of: its text, and the shares that had come before. */
  readonly sends: { text: string; shares: number; isTrusted: boolean }[];
  /** Each confirmation of a forward: to whom, which messages, by which event. */
  readonly forwards: { to: string[]; ids: string[]; by: string; isTrusted: boolean }[];
}

/** What the imitation puts on its window. */
export interface ImitationWindow {
  readonly record: PageRecord;
  readonly imitation: {
    /** Shows another chat, as a person's click in the list does. */
    switchChat(chat: ChatOptions): void;
    /** Makes a style rule of the page. */
    addStyle(css: string): void;
    /** Removes what stands in <html> and is not the page's, now and from now on. */
    removeForeign(): void;
    /** Opens a modal dialog of the page over all. */
    openModal(): void;
    goFullscreen(): Promise<void>;
  };
}
