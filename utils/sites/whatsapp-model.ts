/**
 * Page world: a read-only look at the chat that WhatsApp Web itself holds open, by two independent ways. What it
 * finds goes to the isolated world as a hint; whatsapp.ts judges it. Nothing is called but the collection's own
 * getter, nothing is changed, and a page that looks different yields nothing.
 */

/** One look, as plain data: where it was found, and the chat's address as WhatsApp writes it (user@server). */
export interface ChatLook {
  readonly from: 'react' | 'registry';
  readonly server: string;
  readonly id: string;
  readonly title?: string;
  readonly members?: number;
}

/** The header of the open conversation. */
const header = '#main header, header[data-testid="conversation-header"]';

/** Owners of the header that are asked for the chat, in components. */
const ownersLookedAt = 30;

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A chat is what carries an id with a server. */
function isChat(value: unknown): value is Fields {
  return isObject(value) && isObject(value.id) && typeof value.id.server === 'string';
}

function countOf(metadata: unknown): number | null {
  if (!isObject(metadata)) return null;
  const { size, participants } = metadata;
  if (typeof size === 'number') return size;
  if (!isObject(participants)) return null;
  if (typeof participants.length === 'number') return participants.length;
  return Array.isArray(participants._models) ? participants._models.length : null;
}

function lookAt(chat: unknown, from: ChatLook['from']): ChatLook | null {
  if (!isChat(chat) || !isObject(chat.id)) return null;
  const { server, user, _serialized } = chat.id;
  const title = chat.formattedTitle ?? chat.name;
  const members = countOf(chat.groupMetadata);
  return {
    from,
    server: String(server),
    id: typeof _serialized === 'string' ? _serialized : `${String(user)}@${String(server)}`,
    ...(typeof title === 'string' ? { title } : {}),
    ...(members === null ? {} : { members }),
  };
}

/** The chat among the props of a component: `chat` itself, or whatever prop is one. */
function chatIn(props: unknown): unknown {
  if (!isObject(props)) return null;
  if (isChat(props.chat)) return props.chat;
  return Object.values(props).find(isChat) ?? null;
}

/** React keeps a fiber and the props on each element, under names with a random tail. */
function reactOf(element: Element): { fiber: unknown; props: unknown } {
  const found: { fiber: unknown; props: unknown } = { fiber: null, props: null };
  for (const key of Object.keys(element)) {
    const value = (element as unknown as Fields)[key];
    if (key.startsWith('__reactFiber$') || key.startsWith('__reactInternalInstance$')) found.fiber = value;
    if (key.startsWith('__reactProps$')) found.props = value;
  }
  return found;
}

function lookThroughReact(document: Document): ChatLook | null {
  const element = document.querySelector(header);
  if (!element) return null;
  const { fiber, props } = reactOf(element);
  const own = chatIn(props);
  if (own) return lookAt(own, 'react');
  let owner = fiber;
  for (let step = 0; step < ownersLookedAt && isObject(owner); step++) {
    const chat = chatIn(owner.memoizedProps);
    if (chat) return lookAt(chat, 'react');
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
  if (!Array.isArray(list)) return null;
  return lookAt(
    list.find((chat: unknown) => isObject(chat) && chat.active === true),
    'registry',
  );
}

/** The page's own getters may throw anything; a look that fails is no look. */
function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}

/** Every look that succeeded; empty when WhatsApp shows none. */
export function readChatModel(window: Window): readonly ChatLook[] {
  const looks = [
    attempt(() => lookThroughReact(window.document)),
    attempt(() => lookThroughRegistry(window)),
  ];
  return looks.filter((look) => look !== null);
}
