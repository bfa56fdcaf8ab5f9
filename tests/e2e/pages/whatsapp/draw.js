import { element } from './dom';
import { membersOf, titleOf } from './model';

/**
 * @typedef {import('../whatsapp-types').ChatOptions} ChatOptions
 * @typedef {import('../whatsapp-types').PageOptions} PageOptions
 */

const icons = {
  person: 'default-contact-refreshed',
  group: 'default-group-refreshed',
  subgroup: 'community-refreshed',
};

/**
 * The structure by which WhatsApp Web's document tells who will get a share.
 *
 * @param {PageOptions & {part: 'whole' | 'attach'}} options
 * @param {() => ChatOptions} chat the chat that is open now
 * @param {object} parts
 * @param {ReturnType<typeof import('./attach').makeAttaching>} parts.attaching
 * @param {ReturnType<typeof import('./forward').makeForwarding>} parts.forwarding
 * @param {(text: string) => string} parts.label
 * @param {ReturnType<typeof import('./model').makeModel>} parts.model
 * @param {ReturnType<typeof import('./record').watchPage>} parts.watch
 */
export function makeDrawing(
  options,
  chat,
  { attaching, forwarding, label, model, watch: { receive, record } },
) {
  function header() {
    const shown = chat().signs !== false;
    const icon = shown ? Object.entries(icons).find(([kind]) => kind === chat().kind)?.[1] : undefined;
    const picture = icon
      ? element('span', { 'data-icon': icon })
      : element('span', { 'data-testid': 'own-picture' });
    const subtitles = {
      group: 'Amal, Dara, You',
      channel: `${membersOf(chat())} followers`,
      broadcast: 'Amal, Dara',
    };
    const subtitle = Object.entries(subtitles).find(([kind]) => kind === chat().kind)?.[1] ?? '';
    const made = element(
      'header',
      { 'data-testid': 'conversation-header' },
      picture,
      element(
        'div',
        { 'data-testid': 'conversation-info-header' },
        element('span', { dir: 'auto' }, titleOf(chat())),
        element('span', {}, subtitle),
      ),
    );
    if (chat().kind !== 'channel')
      made.append(element('button', { 'aria-label': label('Search') }, label('Search')));
    if (shown && (chat().kind === 'community' || chat().kind === 'subgroup')) {
      made.append(element('button', { 'data-testid': 'subgroup-switcher-button' }, label('Groups')));
    }
    model.asReact(made);
    return made;
  }

  /** A picture of the size that one has in a conversation. */
  function picture() {
    const canvas = document.createElement('canvas');
    canvas.width = 240;
    canvas.height = 160;
    return element('img', { src: canvas.toDataURL(), width: '240', height: '160', alt: '' });
  }

  /** @param {import('../whatsapp-types').MessageKind} kind */
  function contentsOf(kind) {
    switch (kind) {
      case 'picture':
        return [picture()];
      case 'video':
        return [element('video', { width: '240', height: '160' })];
      case 'document':
        return [element('span', { 'data-icon': 'document-refreshed' }), 'holiday.jpg'];
      default:
        return ['Good morning', element('span', { 'data-icon': 'msg-dblcheck' })];
    }
  }

  function messages() {
    const list = element('div', { role: 'application' });
    const contents = options.messages?.map(contentsOf) ?? [['Good morning'], ['صباح الخير'], ['بەیانیت باش']];
    contents.forEach((parts, index) => {
      const message = element('div', { 'data-id': `3EB0${index}A7` }, ...parts);
      if (chat().signs !== false && chat().kind === 'group') {
        message.prepend(element('span', { 'data-testid': 'group-chat-profile-picture' }));
      }
      if (options.forward) forwarding.addTo(message);
      list.append(message);
    });
    return list;
  }

  /** Media that are about to be sent, to one chat or to several. */
  function preview() {
    const several = options.preview === 'chips' || options.preview === 'counted';
    const chips = options.preview === 'chips' ? ['Amal', 'Dara'] : [];
    const icon = element('span', { 'data-icon': 'wds-ic-send-filled', 'aria-hidden': 'true' }, '>');
    const said = options.preview === 'counted' && several ? label('Send {3} selected') : label('Send');
    return element(
      'div',
      { 'data-testid': 'media-caption-input-container' },
      ...chips.map((name) => element('span', { 'data-testid': 'recipient-chip' }, name)),
      element('button', { 'aria-label': said }, icon),
    );
  }

  /** The tabs beside the chats; that there are channels and a status says nothing of the open chat. */
  function tabs() {
    const icons = ['newsletter-outline', 'status-refreshed'];
    return element('nav', {}, ...icons.map((icon) => element('span', { 'data-icon': icon })));
  }

  function composer() {
    const made = element('footer');
    if (options.inFrame && options.part === 'whole') {
      made.append(element('iframe', { src: '/attach', title: label('Attach') }));
      return made;
    }
    const box = element('div', {
      contenteditable: 'true',
      role: 'textbox',
      'data-testid': 'conversation-compose-box-input',
    });
    box.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      record.pasted.push(
        [...(event.clipboardData?.types ?? [])].map((type) => [
          type,
          event.clipboardData?.getData(type) ?? '',
        ]),
      );
      if (files.length > 0 && options.paste !== 'left-to-browser') event.preventDefault();
      receive(files, 'paste');
    });
    const send = (/** @type {Event} */ { isTrusted }) =>
      record.sends.push({ text: box.textContent ?? '', shares: record.shares, isTrusted });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') send(event);
    });
    const icon = element('span', { 'data-icon': 'wds-ic-send-filled', 'aria-hidden': 'true' }, '>');
    const button = element('button', { 'aria-label': label('Send') }, icon);
    button.addEventListener('click', send);
    made.append(attaching.attachButton(), ...attaching.standingInputs(), box, button);
    return made;
  }

  /** @param {HTMLElement} zone */
  function takeDropsIn(zone) {
    zone.addEventListener('dragover', (event) => event.preventDefault());
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      receive([...(event.dataTransfer?.files ?? [])], 'drop');
    });
  }

  /**
   * The ways a page takes drops; see PageOptions.
   *
   * @param {HTMLElement} conversation
   */
  function acceptDrops(conversation) {
    if (options.drop === 'input') {
      conversation.append(attaching.loneInput());
      return;
    }
    if (options.drop !== 'mask' && options.drop !== 'vanishing') return takeDropsIn(conversation);
    const mask = element('div', { 'data-testid': 'drop-mask' });
    takeDropsIn(mask);
    const show = () => conversation.append(mask);
    const hide = () => {
      if (options.drop === 'vanishing') mask.remove();
      else mask.style.opacity = '0';
    };
    conversation.addEventListener('dragenter', show);
    mask.addEventListener('dragleave', hide);
    mask.addEventListener('drop', hide);
  }

  /** The conversation, or what stands in its place. */
  function main() {
    if (chat().kind === 'none') return element('div', { 'data-testid': 'intro' }, composer());
    if (chat().kind === 'status') {
      return element(
        'div',
        { 'data-testid': 'status-tab-drawer' },
        element('header', { 'data-testid': 'status-header' }, label('Status')),
        composer(),
      );
    }
    const made = element('div', { id: 'main' }, header(), messages(), composer());
    if (options.preview) made.append(preview());
    acceptDrops(made);
    return made;
  }

  return { composer, main, tabs };
}
