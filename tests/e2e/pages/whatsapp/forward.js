import { element } from './dom';

/**
 * @typedef {import('../whatsapp-types').ForwardChat} ForwardChat
 * @typedef {import('../whatsapp-types').ForwardWay} ForwardWay
 * @typedef {import('../whatsapp-types').PageOptions} PageOptions
 */

/**
 * Forwarding, as WhatsApp Web goes about it: the menu of a message, or its own button beside a picture; with the menu
 * first a selection of messages with a bar; then a dialog with a search field, rows with a box, what is forwarded,
 * and a button that appears once somebody is chosen.
 *
 * @param {PageOptions} options
 * @param {object} parts
 * @param {ReturnType<typeof import('./model').makeModel>} parts.model
 * @param {ReturnType<typeof import('./record').watchPage>} parts.watch
 * @param {(text: string) => string} parts.label
 */
export function makeForwarding(options, { model, watch: { record }, label }) {
  /** @type {ForwardWay} */
  const way = { to: [], ...options.forward };

  /** @type {Set<string>} */
  const selected = new Set();

  /** @param {HTMLElement} message */
  function addTo(message) {
    const icon = element('span', { 'data-icon': 'down-context', 'aria-hidden': 'true' });
    const more = element('button', { 'data-testid': 'down-context', 'aria-label': label('Menu') }, icon);
    more.addEventListener('click', () => openMenu(message));
    message.append(more);
    if (!message.querySelector('img, video')) return;
    const arrow = element('span', { 'data-icon': 'forward-refreshed', 'aria-hidden': 'true' }, '>');
    const quick = element(
      'button',
      { 'data-testid': 'quick-forward', 'aria-label': label('Forward') },
      arrow,
    );
    quick.addEventListener('click', () => openDialog([message]));
    message.append(quick);
  }

  /** @param {HTMLElement} message */
  function openMenu(message) {
    document.querySelector('[role="menu"]')?.remove();
    const icon = element('span', { 'data-testid': 'forward-refreshed', 'aria-hidden': 'true' });
    const item = element('div', { role: 'menuitem', tabindex: '0', 'data-testid': 'mi-msg-forward' }, icon);
    item.append(label('Forward'));
    const menu = element('div', { role: 'menu' }, item);
    item.addEventListener('click', () => {
      menu.remove();
      if (way.selection === false) openDialog([message]);
      else startSelection(message);
    });
    document.body.append(menu);
  }

  const messages = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-id]'))];

  /** @param {HTMLElement} first */
  function startSelection(first) {
    selected.clear();
    for (const message of messages()) {
      const box = element('div', { role: 'checkbox', 'aria-checked': 'false', 'data-testid': 'select' });
      const set = (/** @type {boolean} */ on) => {
        box.setAttribute('aria-checked', String(on));
        if (on) selected.add(message.dataset.id ?? '');
        else selected.delete(message.dataset.id ?? '');
      };
      box.addEventListener('click', () => set(box.getAttribute('aria-checked') !== 'true'));
      message.prepend(box);
      if (message === first) set(true);
    }
    const icon = element('span', { 'data-icon': 'forward-refreshed', 'aria-hidden': 'true' }, '>');
    const go = element(
      'button',
      { 'data-testid': 'selection-forward', 'aria-label': label('Forward') },
      icon,
    );
    go.addEventListener('click', () =>
      openDialog(messages().filter(({ dataset }) => selected.has(dataset.id ?? ''))),
    );
    document.querySelector('#main')?.append(element('div', { 'data-testid': 'selection-bar' }, go));
  }

  function endSelection() {
    selected.clear();
    for (const part of document.querySelectorAll('[data-testid="select"], [data-testid="selection-bar"]'))
      part.remove();
  }

  /** @param {readonly HTMLElement[]} forwarded */
  function openDialog(forwarded) {
    const ids = forwarded.map(({ dataset }) => dataset.id ?? '');
    /** @type {Set<ForwardChat>} */
    const chosen = new Set();
    const search = element('input', { type: 'text', 'data-testid': 'search', 'aria-label': label('Search') });
    const chips = element('div', { 'data-testid': 'chosen' });
    const list = element('div', { role: 'list' });
    const preview = element('div', { 'data-testid': 'preview' });
    const footer = element('footer', {});
    const close = element('button', { 'data-testid': 'close', 'aria-label': label('Close') }, 'x');
    const head = element('header', {}, element('span', { dir: 'auto' }, label('Forward message to')), close);
    const drawer = element(
      'div',
      { 'data-testid': 'chat-modal' },
      head,
      search,
      chips,
      list,
      preview,
      footer,
    );
    const dialog = element('div', { role: 'dialog', 'aria-modal': 'true' }, drawer);
    const picture = forwarded.find((message) => message.querySelector('img'))?.querySelector('img');
    if (picture && way.preview) preview.append(picture.cloneNode());

    const end = () => {
      dialog.remove();
      endSelection();
    };
    close.addEventListener('click', end);

    /** @param {Event} event */
    function confirm({ type, isTrusted }) {
      record.forwards.push({ to: [...chosen].map(({ title }) => title), ids, by: type, isTrusted });
      end();
    }

    /** @param {ForwardChat} chat */
    function toggle(chat) {
      if (!chosen.delete(chat)) chosen.add(chat);
      draw();
    }

    /** @param {ForwardChat} chat */
    function rowOf(chat) {
      const on = String(chosen.has(chat));
      const box =
        way.boxes === 'native'
          ? element('input', {
              type: 'checkbox',
              tabindex: '-1',
              ...(chosen.has(chat) ? { checked: '' } : {}),
            })
          : element('div', { role: 'checkbox', 'aria-checked': on });
      const icon = chat.icon ? [element('span', { 'data-icon': chat.icon })] : [];
      const row = element(
        'div',
        { role: 'listitem', tabindex: '0', 'data-row': chat.title },
        element('span', { 'data-testid': 'picture' }, ...icon),
        element('div', {}, element('span', { dir: 'auto' }, chat.title)),
        box,
      );
      row.addEventListener('click', (event) => {
        event.preventDefault();
        toggle(chat);
      });
      if (chat.model !== false) model.asRow(row, box, chat);
      return row;
    }

    function draw() {
      const found = way.to.filter(({ title }) =>
        title.includes(/** @type {HTMLInputElement} */ (search).value),
      );
      list.replaceChildren(...found.slice(0, way.inSight ?? found.length).map(rowOf));
      chips.replaceChildren(...[...chosen].map(({ title }) => element('span', {}, title)));
      if (chosen.size === 0) footer.replaceChildren();
      else if (footer.childElementCount === 0) footer.append(sendButton());
    }

    function sendButton() {
      const icon = element('span', { 'data-icon': 'wds-ic-send-filled', 'aria-hidden': 'true' }, '>');
      const attributes = { 'aria-label': label('Send'), 'data-testid': 'forward-send' };
      const button =
        way.button === 'div'
          ? element('div', { role: 'button', tabindex: '0', ...attributes }, icon)
          : element('button', attributes, icon);
      button.addEventListener(way.acts ?? 'click', confirm);
      button.addEventListener('keydown', (event) => {
        if (way.button === 'div' && (event.key === 'Enter' || event.key === ' ')) confirm(event);
      });
      return button;
    }

    search.addEventListener('input', draw);
    dialog.addEventListener('keydown', (event) => {
      const isInSearch = event.target === search;
      if (event.key !== 'Enter' || !isInSearch || chosen.size === 0 || way.enter !== 'sends') return;
      confirm(event);
    });
    draw();
    document.body.append(dialog);
    search.focus();
  }

  return { addTo };
}
