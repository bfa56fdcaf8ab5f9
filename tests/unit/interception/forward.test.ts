import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { HeldShare } from '../../../utils/interception/held-share';
import { decideForward } from '../../../utils/policy/decide';
import { page } from '../sites/dom';

/** When a forward is held: by what was seen of it, from its start to the press that confirms. */

const { window: own } = (await import('linkedom')).parseHTML('');
vi.stubGlobal('Element', own.Element);
for (const name of ['PointerEvent', 'MouseEvent', 'KeyboardEvent']) vi.stubGlobal(name, own.Event);
vi.stubGlobal('document', own.document);
const { watchForwards } = await import('../../../utils/interception/forward');
const { whatsappForwarding } = await import('../../../utils/sites/whatsapp-forwarding');

const names = ['Amal', 'Dara', 'Class 6'];

const chats = names
  .map((name) => `<div class="row" id="${name}"><span dir="auto">${name}</span><input type="checkbox"></div>`)
  .join('');

const body = `
  <div id="main"><div data-id="picture"><video></video></div><div data-id="text">Hi</div>
    <button id="attach"><span data-icon="plus-rounded"></span></button><button id="bar"><span data-icon="forward-refreshed"></span></button></div>
  <div role="menu"><div data-testid="mi-msg-forward" id="menu"></div></div>
  <div role="dialog"><input id="search"><button id="close">x</button>${chats}
    <button id="send"><span data-icon="wds-ic-send-filled"></span></button></div>`;

let document: Document;
let timers: (() => void)[];
let model: Record<string, string>;
let held: HeldShare[];
let told: { stopped: boolean };
let hear: ReturnType<typeof watchForwards>;

beforeEach(() => {
  document = page(body).document;
  timers = [];
  held = [];
  model = { Amal: 'c.us', Dara: 'c.us', 'Class 6': 'g.us' };
  const setTimeout = (run: (...values: unknown[]) => void, _: number, ...values: unknown[]) =>
    timers.push(() => run(...values));
  vi.stubGlobal('document', document);
  hear = watchForwards(
    { document, setTimeout } as unknown as Window & typeof globalThis,
    whatsappForwarding,
    () =>
      [...document.querySelectorAll('[role=dialog] input:checked')].map((box, from) => {
        const title = box.parentElement?.id ?? '';
        return { from, server: model[title], id: `${title}@${model[title]}`, title };
      }),
    (holds, to) =>
      decideForward(
        holds,
        to.map(({ kind }) => kind),
      ) === 'ask',
    () => {},
  );
});

function tell(id: string, type: string, fields: object = {}): boolean {
  const target = document.getElementById(id) ?? document.querySelector(`[data-id="${id}"]`) ?? document.body;
  told = { stopped: false };
  const event = {
    type,
    isTrusted: true,
    composedPath: () => [target],
    stopImmediatePropagation: () => {
      told.stopped = true;
    },
    preventDefault() {},
    ...fields,
  };
  hear(event as unknown as Event, (share) => held.push(share));
  return told.stopped;
}

/** A press by pointer; whether any of its events was stopped. */
function press(id: string): boolean {
  return ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']
    .map((type) => tell(id, type))
    .includes(true);
}

function runTimers(): void {
  for (const run of timers.splice(0)) run();
}

function tick(name: string, ticked = true): void {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) tell(name, type);
  document.getElementById(name)?.querySelector('input')?.toggleAttribute('checked', ticked);
  runTimers();
}

describe('a picture', () => {
  beforeEach(() => {
    press('picture');
    press('menu');
    runTimers();
  });

  test('to one person passes', () => {
    tick('Amal');
    expect(press('send')).toBe(false);
    expect(held).toEqual([]);
  });

  test('to a group is held, from the first event on, and once', () => {
    tick('Class 6');
    expect(tell('send', 'pointerdown')).toBe(true);
    expect(held).toEqual([]);
    for (const type of ['mousedown', 'pointerup', 'mouseup', 'click']) expect(tell('send', type)).toBe(true);
    expect(held).toHaveLength(1);
    expect(held[0]?.to).toEqual([{ kind: 'group', name: 'Class 6' }]);
    expect(press('send')).toBe(true);
    expect(held).toHaveLength(1);
    held[0]?.release(null);
    press('send');
    expect(held).toHaveLength(2);
  });

  test('to two persons is held', () => {
    tick('Amal');
    tick('Dara');
    expect(press('send')).toBe(true);
    expect(held[0]?.to?.map(({ name }) => name)).toEqual(['Amal', 'Dara']);
  });

  test('to one person, after a second one was unticked, passes', () => {
    tick('Amal');
    tick('Class 6');
    tick('Class 6', false);
    expect(press('send')).toBe(false);
  });

  test('to one person and to a group whose row is out of sight is held', () => {
    tick('Class 6');
    document.getElementById('Class 6')?.remove();
    tick('Amal');
    expect(press('send')).toBe(true);
    expect(held[0]?.to?.map(({ kind }) => kind)).toEqual(['group', 'person']);
  });

  test('to a row that is drawn anew is told of once', () => {
    tick('Class 6');
    const row = document.getElementById('Class 6');
    row?.replaceWith(row.cloneNode(true));
    press('send');
    expect(held[0]?.to).toHaveLength(1);
  });

  /** What the page hears at the button that is told again, in order. */
  function hears(): string[] {
    const heard: string[] = [];
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup']) {
      document.getElementById('send')?.addEventListener(type, () => heard.push(type));
    }
    return heard;
  }

  test('to one person of whom the model had spoken once only is told again without a question', () => {
    const heard = hears();
    document.getElementById('Amal')?.querySelector('input')?.setAttribute('checked', '');
    expect(press('send')).toBe(true);
    expect(held).toEqual([]);
    expect(heard).toEqual(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']);
  });

  test('by key, to one person of whom the model speaks once only, is held', () => {
    document.getElementById('Amal')?.querySelector('input')?.setAttribute('checked', '');
    tell('send', 'keydown', { key: 'Enter' });
    expect(held[0]?.to).toEqual([{ kind: 'unknown', name: 'Amal' }]);
  });

  test('is told again once when it goes, and not at all when it does not', () => {
    const heard = hears();
    tick('Class 6');
    press('send');
    held[0]?.release(null);
    expect(heard).toEqual([]);
    press('send');
    held[1]?.release([]);
    expect(heard).toEqual(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']);
  });

  test('to one person who is somebody else at the second look is held', () => {
    tick('Amal');
    model.Amal = 'lid';
    expect(press('send')).toBe(true);
  });

  test('to one person who was a group at the first look is held', () => {
    model.Amal = 'g.us';
    tick('Amal');
    model.Amal = 'c.us';
    expect(press('send')).toBe(true);
  });

  test.each(['Enter', ' '])('key “%s” on the button is held', (key) => {
    tick('Class 6');
    expect(tell('send', 'keydown', { key })).toBe(true);
    expect(held).toHaveLength(1);
    expect(tell('send', 'keyup', { key })).toBe(true);
  });

  test('Enter in the search field and without a focus is held as well', () => {
    tick('Class 6');
    expect(tell('search', 'keydown', { key: 'Enter' })).toBe(true);
    expect(tell('search', 'keyup', { key: 'Enter' })).toBe(true);
    held[0]?.release(null);
    expect(tell('body', 'keydown', { key: 'Enter' })).toBe(true);
    expect(held).toHaveLength(2);
  });

  test('other keys, other buttons and rows are not', () => {
    tick('Class 6');
    expect(tell('search', 'keydown', { key: 'a' })).toBe(false);
    expect(tell('search', 'keydown', { key: 'Enter', isComposing: true })).toBe(false);
    expect(tell('search', 'keydown', { key: 'Enter', shiftKey: true })).toBe(false);
    expect(tell('close', 'keydown', { key: 'Enter' })).toBe(false);
    expect(tell('Amal', 'keydown', { key: 'Enter' })).toBe(false);
    expect(press('close')).toBe(false);
    expect(tell('send', 'pointerdown', { button: 2 })).toBe(false);
    expect(held).toEqual([]);
  });

  test('Enter while nobody is chosen is not', () => {
    expect(tell('search', 'keydown', { key: 'Enter' })).toBe(false);
  });

  test('a press by a script is not', () => {
    tick('Class 6');
    expect(tell('send', 'click', { isTrusted: false })).toBe(false);
  });

  test('no longer stands when the choice changed, or the dialog is gone', () => {
    tick('Class 6');
    press('send');
    const [share] = held;
    expect(share?.targetStands()).toBe(true);
    document.getElementById('Amal')?.querySelector('input')?.setAttribute('checked', '');
    expect(share?.targetStands()).toBe(false);
    document.querySelector('[role="dialog"]')?.remove();
    expect(share?.targetStands()).toBe(false);
  });
});

describe('what is forwarded', () => {
  test('mere text passes, to whomever', () => {
    press('text');
    press('menu');
    tick('Class 6');
    tick('Amal');
    expect(press('send')).toBe(false);
  });

  test('a start that nobody saw is asked about', () => {
    tick('Class 6');
    expect(press('send')).toBe(true);
  });

  test('what is attached in a dialog much like it is no forward, until a message is pointed at again', () => {
    press('attach');
    tick('Class 6');
    expect(press('send')).toBe(false);
    expect(tell('search', 'keydown', { key: 'Enter' })).toBe(false);
    tell('picture', 'pointerdown');
    expect(press('send')).toBe(true);
  });

  test('what was pointed at before something else is forgotten', () => {
    press('text');
    press('bar');
    tick('Class 6');
    expect(press('send')).toBe(true);
  });

  test('of the selected messages one picture is enough, also when it is out of sight by then', () => {
    const message = document.querySelector('[data-id="picture"]');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.setAttribute('checked', '');
    message?.append(box);
    press('text');
    document.querySelector('[data-id="text"]')?.append(box.cloneNode());
    runTimers();
    message?.remove();
    press('bar');
    tick('Class 6');
    expect(press('send')).toBe(true);
  });

  test('a picture that the dialog itself shows is one', () => {
    press('text');
    press('menu');
    document.querySelector('[role="dialog"]')?.prepend(document.createElement('canvas'));
    tick('Class 6');
    expect(press('send')).toBe(true);
  });
});
