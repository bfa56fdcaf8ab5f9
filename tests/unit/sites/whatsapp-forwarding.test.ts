import { describe, expect, test } from 'vitest';
import { whatsappForwarding as site } from '../../../utils/sites/whatsapp-forwarding';
import { page } from './dom';

/** The signs of forwarding on WhatsApp Web, on crafted documents. */

const send = '<div role="button" aria-label="Send"><span data-icon="wds-ic-send-filled"></span></div>';

const row = (title: string, ticked = true, more = '') =>
  `<div role="listitem"><div>${more}<span dir="auto">${title}</span></div><div><input type="checkbox" ${ticked ? 'checked' : ''}></div></div>`;

const dialog = (rows: string, button = send) =>
  `<div role="dialog"><header><span dir="auto">Forward to</span></header><div role="list">${rows}</div>${button}</div>`;

function look(from: number, server: string, title: string, user = '1') {
  return { from, server, id: `${user}@${server}`, title };
}

function chosen(body: string, model: unknown) {
  const { document } = page(body);
  const [open] = site.dialogsIn(document, true);
  if (!open) throw new Error('no dialog');
  return site.chosenIn(open, model).map(({ title, audience, chatId }) => [title, audience.kind, chatId]);
}

describe('the dialog', () => {
  test.each<[string, string, boolean, number]>([
    ['with a button to send and boxes', dialog(row('Amal') + row('Dara', false)), false, 1],
    ['with one box, as a poll has', dialog(row('Allow many answers')), false, 0],
    ['with one box, after a button that forwards', dialog(row('Amal')), true, 1],
    ['whose boxes are not known, after such a button', dialog('<p>Amal</p>'), true, 1],
    [
      'whose button comes when somebody is chosen',
      dialog(row('Amal', false) + row('Dara', false), ''),
      false,
      1,
    ],
  ])('%s', (_, body, started, dialogs) => {
    expect(site.dialogsIn(page(body).document, started)).toHaveLength(dialogs);
  });
});

describe('who is chosen', () => {
  test('nobody', () => {
    expect(chosen(dialog(row('Amal', false)), [])).toEqual([]);
  });

  test('a person, by the model of the row itself', () => {
    const model = [look(0, 'c.us', 'Amal')];
    expect(chosen(dialog(row('Amal')), model)).toEqual([['Amal', 'person', '1@c.us']]);
    expect(chosen(dialog(row('Dara', false) + row('Amal')), model)).toEqual([['Amal', 'person', '1@c.us']]);
  });

  test.each<[string, unknown]>([
    ['no model', null],
    ['no look at the row', []],
    ['a look at another row', [look(1, 'c.us', 'Amal')]],
    ['a look at the open chat', [{ ...look(0, 'c.us', 'Amal'), from: 'react' }]],
    ['a look that is of another name', [look(0, 'c.us', 'Sara')]],
    ['a server nobody knows', [look(0, 'example.org', 'Amal')]],
  ])('%s: not known', (_, model) => {
    expect(chosen(dialog(row('Amal')), model).map(([, kind]) => kind)).toEqual(['unknown']);
  });

  test.each([
    '<span data-icon="default-group-refreshed"></span>',
    '<span data-testid="default-group-refreshed"></span>',
    '<span data-icon="community-refreshed"></span>',
    '<span data-icon="newsletter-outline"></span>',
  ])('a model that says person against %s', (sign) => {
    expect(chosen(dialog(row('Amal', true, sign)), [look(0, 'c.us', 'Amal')])).toEqual([
      ['Amal', 'group', '1@c.us'],
    ]);
  });

  test('a group, a channel, the status, several at once, by the order of what is ticked', () => {
    const rows = row('Class 6') + row('Nobody', false) + row('News') + row('Mine') + row('Amal');
    const model = [
      look(3, 'c.us', 'Amal'),
      look(1, 'newsletter', 'News'),
      look(2, 'broadcast', 'Mine', 'status'),
      look(0, 'g.us', 'Class 6'),
    ];
    expect(chosen(dialog(rows), model).map(([, kind]) => kind)).toEqual([
      'group',
      'channel',
      'public',
      'person',
    ]);
  });

  test('a box in a box is one, also where the row itself is the box', () => {
    const nested = `<div role="checkbox" aria-checked="true"><span dir="auto">Amal</span><input type="checkbox" checked></div>`;
    expect(chosen(dialog(nested), [look(0, 'c.us', 'Amal')])).toEqual([['Amal', 'person', '1@c.us']]);
  });

  test('the only row of a search is read by its own name, not by that of the dialog', () => {
    const found = dialog(row('Amal'));
    expect(chosen(found, [look(0, 'c.us', 'Amal')])).toEqual([['Amal', 'person', '1@c.us']]);
  });
});

describe('whether a message holds a picture', () => {
  function verdict(inner: string, size?: number) {
    const { document } = page(`<div id="main"><div data-id="3EB0">${inner}</div></div>`);
    for (const picture of document.querySelectorAll('img, canvas, video, [style]')) {
      const box = { width: size ?? 0, height: size ?? 0 };
      Object.assign(picture, { getBoundingClientRect: () => box });
    }
    const message = document.querySelector('[data-id]');
    return message && site.holdsPicture(message);
  }

  test.each<[string, string, number | undefined, boolean | null]>([
    ['a picture', '<img src="blob:x">', 240, true],
    ['a picture with words', '<img src="blob:x"><span dir="auto">Look</span>', 240, true],
    ['a picture without a size yet', '<img src="blob:x">', undefined, true],
    ['a video', '<video></video>', 200, true],
    ['a canvas', '<canvas></canvas>Look', 200, true],
    ['a picture as a background', '<div style="background-image: url(blob:x)"></div>Look', 200, true],
    ['words', '<span dir="auto">Good morning</span>', undefined, false],
    [
      'words with ticks and a tail',
      'Hi<i data-icon="msg-dblcheck"></i><i data-icon="tail-in"></i>',
      undefined,
      false,
    ],
    ['words with an emoji', 'Hi <img alt="x">', 20, false],
    ['words beside a face', '<div data-testid="group-chat-profile-picture"><img></div>Hi', 28, false],
    ['a document', '<i data-icon="document-refreshed"></i>holiday.jpg', undefined, null],
    ['a picture that is not loaded', '<i data-icon="media-download"></i>240 kB', undefined, null],
    ['a voice message', '<i data-icon="audio-play"></i>0:05', undefined, null],
    ['nothing that can be read', '<div></div>', undefined, null],
  ])('%s: %s', (_, inner, size, holds) => {
    expect(verdict(inner, size)).toBe(holds);
  });

  test('of the messages that are selected, those in sight', () => {
    const message = (id: string, ticked: string) =>
      `<div data-id="${id}"><div role="checkbox" aria-checked="${ticked}"></div>Hi</div>`;
    const { document } = page(
      `<div id="main">${message('a', 'true')}${message('b', 'false')}${message('c', 'true')}</div>`,
    );
    expect(site.selectedIn(document).map((each) => each.getAttribute('data-id'))).toEqual(['a', 'c']);
  });
});
