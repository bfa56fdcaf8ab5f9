/**
 * Page world: a read-only look at the chat that WhatsApp Web itself holds open, by two independent ways, and at the
 * chats whose rows are ticked in a dialog. What it finds goes to the isolated world as a hint; whatsapp.ts judges
 * it. Nothing is called but the collection's own getter, nothing is changed, and a page that looks different, or
 * whose objects throw or never end, yields nothing.
 */

/** One look, as plain data: where it was found, and the chat's address as WhatsApp writes it (user@server). */
export interface ChatLook {
  /** By React or the module registry; a number is the chat's place among the rows that are ticked. */
  readonly from: 'react' | 'registry' | number;
  readonly server: string;
  readonly id: string;
  readonly title?: string;
  readonly members?: number;
  /** What sort of group, in WhatsApp's own word. */
  readonly sort?: string;
}

/** The header of the open conversation. */
const header = '#main header, header[data-testid="conversation-header"]';

/** Boxes that can be ticked. */
export const box = 'input[type=checkbox], [aria-checked]';

/** Of those in dialogs, the ones that are. */
export const ticked = '[role=dialog] :is([aria-checked=true], input:checked)';

/** Owners of an element that are asked for the chat, in components. */
const ownersLookedAt = 30;

/** Rows, props of a component and chats of a collection that are looked at, each. */
const mostLookedAt = 999;

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A chat is what carries an id with a server. */
function isChat(value: unknown): value is Fields & { id: Fields } {
  return isObject(value) && isObject(value.id) && typeof value.id.server === 'string';
}

function countOf({ size, participants }: Fields): unknown {
  if (size !== undefined || !isObject(participants)) return size;
  return participants.length ?? (isObject(participants._models) ? participants._models.length : null);
}

function lookAt(chat: unknown, from: ChatLook['from']): ChatLook | null {
  if (!isChat(chat)) return null;
  const { server, user, _serialized } = chat.id;
  const title = chat.formattedTitle ?? chat.name;
  const group = isObject(chat.groupMetadata) ? chat.groupMetadata : {};
  const members = countOf(group);
  return {
    from,
    server: short(server),
    id: short(_serialized ?? `${short(user)}@${short(server)}`),
    ...(typeof title === 'string' ? { title: short(title) } : {}),
    ...(typeof members === 'number' ? { members } : {}),
    ...(typeof group.groupType === 'string' ? { sort: short(group.groupType) } : {}),
  };
}

/** A page's text may be of any length. */
function short(text: unknown): string {
  return String(text).slice(0, mostLookedAt);
}

/** The chat among the props of a component: `chat` itself, or whatever prop is one. */
function chatIn(props: unknown): unknown {
  if (!isObject(props)) return null;
  if (isChat(props.chat)) return props.chat;
  for (const name of Object.keys(props).slice(0, mostLookedAt)) if (isChat(props[name])) return props[name];
  return null;
}

/** React keeps a fiber and the props on each element, under names with a random tail. */
function lookThroughReact(element: Element | null, from: ChatLook['from']): ChatLook | null {
  if (!element) return null;
  let owner: unknown = null;
  for (const key of Object.keys(element).slice(0, mostLookedAt)) {
    const value = (element as unknown as Fields)[key];
    const own = key.startsWith('__reactProps$') ? chatIn(value) : null;
    if (own) return lookAt(own, from);
    if (/^__react(Fiber|InternalInstance)\$/.test(key)) owner = value;
  }
  for (let step = 0; step < ownersLookedAt && isObject(owner); step++) {
    const chat = chatIn(owner.memoizedProps);
    if (chat) return lookAt(chat, from);
    owner = owner.return;
  }
  return null;
}

type Require = (name: string) => unknown;

/** The chat collection by the names its modules have had. */
function collectionFrom(require: Require): Fields | null {
  for (const [module, member] of [
    ['WAWebChatCollection', 'ChatCollection'],
    ['WAWebCollections', 'Chat'],
  ] as const) {
    const exports = attempt(() => require(module));
    const collection = isObject(exports) ? exports[member] : null;
    if (isObject(collection)) return collection;
  }
  return null;
}

function lookThroughRegistry(window: Window): ChatLook | null {
  const require = 'require' in window ? window.require : null;
  if (typeof require !== 'function') return null;
  const collection = collectionFrom(require as Require);
  if (!collection) return null;
  const { getActive, _models, models } = collection;
  if (typeof getActive === 'function') return lookAt(getActive.call(collection), 'registry');
  const list: unknown = _models ?? models;
  for (let at = 0; isObject(list) && at < mostLookedAt; at++) {
    const chat = list[at];
    if (isObject(chat) && chat.active === true) return lookAt(chat, 'registry');
  }
  return null;
}

/** The page's own getters may throw anything; a look that fails is no look. */
function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

function lookAtRows(document: Document): readonly (ChatLook | null)[] {
  const rows = [...document.querySelectorAll(ticked)].slice(0, mostLookedAt);
  return rows.map((row, at) => attempt(() => lookThroughReact(row, at)));
}

/** Every look that succeeded; empty when WhatsApp shows none. */
export function readChatModel(window: Window): readonly ChatLook[] {
  return [
    attempt(() => lookThroughReact(window.document.querySelector(header), 'react')),
    attempt(() => lookThroughRegistry(window)),
    ...(attempt(() => lookAtRows(window.document)) ?? []),
  ].filter((look) => look !== null);
}
