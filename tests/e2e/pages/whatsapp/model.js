/**
 * @typedef {import('../whatsapp-types').ChatKind} ChatKind
 * @typedef {import('../whatsapp-types').ChatOptions} ChatOptions
 */

/** @type {Readonly<Partial<Record<ChatKind, {server: string, user: string}>>>} */
const addresses = {
  person: { server: 'c.us', user: '9647700000001' },
  group: { server: 'g.us', user: '120363000000000001' },
  self: { server: 'c.us', user: '9647700000000' },
  subgroup: { server: 'g.us', user: '120363000000000004' },
  community: { server: 'g.us', user: '120363000000000002' },
  broadcast: { server: 'broadcast', user: '1700000001' },
  channel: { server: 'newsletter', user: '120363000000000003' },
  status: { server: 'broadcast', user: 'status' },
};

/** @type {Readonly<Partial<Record<ChatKind, string>>>} */
const groupTypes = { community: 'LINKED_ANNOUNCEMENT_GROUP', subgroup: 'LINKED_SUBGROUP' };

/** The chat that was open before, which the registry of a page in disorder still holds. */
const otherPerson = {
  id: { server: 'c.us', user: '9647700000099', _serialized: '9647700000099@c.us' },
  formattedTitle: 'Somebody else',
  active: true,
};

/** @param {ChatOptions} chat */
export function titleOf(chat) {
  return chat.title ?? `A ${chat.kind}`;
}

/** @param {ChatOptions} chat */
export function membersOf(chat) {
  return chat.members ?? 3;
}

/**
 * The page's own model of the open chat, in the two places where WhatsApp has it.
 *
 * @param {() => ChatOptions} chat the chat that is open now
 */
export function makeModel(chat) {
  /** Different chats of one kind differ in their address. */
  function addressOf(/** @type {ChatKind} */ kind) {
    const address = addresses[kind];
    if (!address || kind === 'status') return address;
    let sum = 0;
    for (const letter of titleOf(chat())) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000;
    const server = kind === 'person' && chat().lid ? 'lid' : address.server;
    return { server, user: `${address.user}${sum}` };
  }

  /** The open chat as the page's own model holds it. */
  function modelOf(/** @type {ChatKind} */ kind) {
    const address = addressOf(kind);
    if (!address) return null;
    const id = { ...address, _serialized: `${address.user}@${address.server}` };
    const base = { id, formattedTitle: titleOf(chat()), name: titleOf(chat()), active: true };
    if (address.server !== 'g.us') return base;
    const members = Array.from({ length: membersOf(chat()) }, (_, index) => ({
      id: { user: String(index) },
    }));
    // Of a large group the page knows the number only, and of some not even that.
    const participants = { length: members.length, _models: members };
    const known =
      chat().members === undefined && kind === 'community' ? {} : { size: members.length, participants };
    return { ...base, groupMetadata: { groupType: groupTypes[kind] ?? 'DEFAULT', ...known } };
  }

  function openModel() {
    return modelOf(chat().modelSays ?? chat().kind);
  }

  const access = () => chat().model ?? 'both';

  const tail = Math.random().toString(36).slice(2, 12);

  /** What React leaves on an element: its fiber, whose owners carry the chat among their props. */
  function asReact(/** @type {HTMLElement} */ header) {
    const withChat = ['react', 'both', 'disagree'].includes(access());
    leave(header, withChat ? { chat: openModel() } : {});
  }

  /**
   * @param {HTMLElement} element
   * @param {object} props of the component that owns it
   */
  function leave(element, props) {
    const owner = { memoizedProps: props, return: null };
    const wrapper = { memoizedProps: { children: [], className: 'x1' }, return: owner };
    const fiber = { tag: 5, memoizedProps: { className: 'x2' }, stateNode: element, return: wrapper };
    Object.defineProperty(element, `__reactFiber$${tail}`, { value: fiber, enumerable: true });
    Object.defineProperty(element, `__reactProps$${tail}`, { value: { children: [] }, enumerable: true });
  }

  /**
   * A row of the dialog of forwarding, drawn by a component that has the chat.
   *
   * @param {HTMLElement} row
   * @param {HTMLElement} box
   * @param {import('../whatsapp-types').ForwardChat} chat
   */
  function asRow(row, box, { title, kind, says = kind }) {
    const { server, user } = addresses[says] ?? { server: 'unknown', user: '0' };
    const id = { server, user, _serialized: `${user}@${server}` };
    for (const element of [row, box]) leave(element, { chat: { id, formattedTitle: title, name: title } });
  }

  const collection = {
    getActive() {
      if (access() === 'disagree') return otherPerson;
      return access() === 'registry' || access() === 'both' ? openModel() : undefined;
    },
    get _models() {
      const active = this.getActive();
      return active ? [active] : [];
    },
  };

  /** The page's module registry, asked by name. */
  function requireModule(/** @type {string} */ name) {
    if (name === 'WAWebChatCollection') return { ChatCollection: collection };
    if (name === 'WAWebCollections') return { Chat: collection };
    throw new Error(`Requiring unknown module "${name}"`);
  }

  return { asReact, asRow, requireModule };
}
