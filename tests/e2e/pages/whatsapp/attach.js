import { element } from './dom';

/** @typedef {import('../whatsapp-types').PageOptions} PageOptions */

const mediaTypes =
  'image/jpeg,image/png,image/gif,image/webp,image/heic,video/mp4,video/3gpp,video/quicktime';

/**
 * The attach button with its menu, and the ways to a file input.
 *
 * @param {PageOptions} options
 * @param {ReturnType<typeof import('./record').watchPage>} watch
 * @param {(text: string) => string} label
 */
export function makeAttaching(options, { record, note, takeFrom }, label) {
  /** @param {'photos' | 'documents'} kind */
  function newInput(kind) {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = kind === 'photos' ? mediaTypes : '*';
    for (const type of ['input', 'change', 'cancel']) {
      input.addEventListener(type, (event) => note(event, 'input'));
    }
    return input;
  }

  /** @param {'photos' | 'documents'} kind */
  function freshInput(kind) {
    const input = newInput(kind);
    input.style.display = 'none';
    input.onchange = (event) => {
      takeFrom(event);
      input.remove();
    };
    input.oncancel = () => {
      record.cancels++;
      input.remove();
    };
    if (options.input !== 'detached') document.body.append(input);
    input.click();
    if (options.input === 'appended-removed-after-click') input.remove();
  }

  /** @type {Partial<Record<'photos' | 'documents', HTMLInputElement>>} */
  const standing = {};

  /** @param {'photos' | 'documents'} kind */
  function choose(kind) {
    closeMenu();
    const input = standing[kind];
    if (input) input.click();
    else freshInput(kind);
  }

  function closeMenu() {
    document.querySelector('[role="menu"]')?.remove();
  }

  function openMenu() {
    closeMenu();
    const menu = element('div', { role: 'menu' });
    for (const kind of /** @type {const} */ (['photos', 'documents'])) {
      const item = element('button', { role: 'menuitem', 'data-testid': `attach-${kind}` }, label(kind));
      item.addEventListener('click', () => choose(kind));
      menu.append(item);
    }
    document.body.append(menu);
  }

  function attachButton() {
    const icon = element('span', { 'data-icon': 'plus-rounded', 'aria-hidden': 'true' }, '+');
    const button = element('button', { 'aria-label': label('Attach') }, icon);
    button.addEventListener('click', openMenu);
    return button;
  }

  /** Inputs that stand in the page for good, for the ways that have them. */
  function standingInputs() {
    if (options.input === 'permanent') {
      const plain = newInput('photos');
      plain.dataset.testid = 'plain-input';
      const labelled = newInput('documents');
      labelled.style.opacity = '0';
      labelled.style.width = '1px';
      const around = element('label', { 'data-testid': 'label' }, label('Choose a file'), labelled);
      for (const input of [plain, labelled]) {
        input.onchange = takeFrom;
        input.oncancel = () => record.cancels++;
      }
      return [plain, around];
    }
    if (options.input !== 'react-like') return [];
    for (const kind of /** @type {const} */ (['photos', 'documents'])) {
      const input = newInput(kind);
      input.style.display = 'none';
      standing[kind] = input;
    }
    return Object.values(standing);
  }

  /** One for a single file, that is no part of the composer. */
  function loneInput() {
    const input = newInput('photos');
    input.multiple = false;
    input.dataset.testid = 'lone-input';
    input.onchange = takeFrom;
    return input;
  }

  return { attachButton, standingInputs, loneInput };
}
