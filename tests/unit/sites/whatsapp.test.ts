import { describe, expect, test } from 'vitest';
import type { Audience, AudienceKind } from '../../../utils/sites/audience';
import { agree, sameChat } from '../../../utils/sites/site';
import { whatsapp } from '../../../utils/sites/whatsapp';
import { page } from './dom';

/** Who would get a share on WhatsApp Web, by its document and by what its own model says. */

const header = (inner = '') =>
  `<header data-testid="conversation-header">${inner}<div data-testid="conversation-info-header"><span dir="auto">Sara</span></div></header>`;

const open = (inHeader = '', after = '') => `<div id="main">${header(inHeader)}${after}</div>`;

function look(server: string, fields: object = {}, user = '1') {
  return { from: 'react', server, id: `${user}@${server}`, ...fields };
}

function read(body: string, model: unknown) {
  return whatsapp.read(page(body).document, model);
}

const person = [look('c.us'), { ...look('c.us'), from: 'registry' }];

describe('by the model', () => {
  test.each<[string, unknown, Audience]>([
    ['a person', person, { kind: 'person', name: 'Sara' }],
    ['a person, by one way only', [look('c.us')], { kind: 'person', name: 'Sara' }],
    ['a person by a lid', [look('lid')], { kind: 'person', name: 'Sara' }],
    ['a business, hosted', [look('hosted')], { kind: 'person', name: 'Sara' }],
    ['a business, hosted, by a lid', [look('hosted.lid')], { kind: 'person', name: 'Sara' }],
    ['the own chat', [look('c.us', { title: 'Sara' }, 'me')], { kind: 'person', name: 'Sara' }],
    ['a group', [look('g.us', { members: 43 })], { kind: 'group', name: 'Sara', members: 43 }],
    [
      'the announcements of a community',
      [look('g.us', { members: 300, sort: 'LINKED_ANNOUNCEMENT_GROUP' })],
      { kind: 'group', circle: 'community', name: 'Sara', members: 300 },
    ],
    [
      'another group of a community',
      [look('g.us', { members: 9, sort: 'LINKED_SUBGROUP' })],
      { kind: 'group', name: 'Sara', members: 9 },
    ],
    ['a channel', [look('newsletter', { members: 9 })], { kind: 'channel', name: 'Sara' }],
    ['a broadcast list', [look('broadcast')], { kind: 'group', circle: 'list', name: 'Sara' }],
    ['the status', [look('broadcast', {}, 'status')], { kind: 'public', circle: 'status' }],
    ['a server nobody knows', [look('example.org')], { kind: 'unknown', name: 'Sara' }],
    ['a server named like what every object has', [look('constructor')], { kind: 'unknown', name: 'Sara' }],
    ['nothing', [], { kind: 'unknown', name: 'Sara' }],
    ['no list', { 0: look('c.us') }, { kind: 'unknown', name: 'Sara' }],
    ['no model', null, { kind: 'unknown', name: 'Sara' }],
    [
      'looks that are none',
      [null, 5, 'c.us', {}, { from: 'guess', server: 'c.us', id: '1@c.us' }],
      { kind: 'unknown', name: 'Sara' },
    ],
    ['two persons', [look('c.us'), look('c.us', {}, '2')], { kind: 'unknown', name: 'Sara' }],
    ['a person and a group', [look('c.us'), look('g.us', { members: 5 })], { kind: 'group', name: 'Sara' }],
    ['a row of a dialog alone', [{ ...look('c.us'), from: 0 }], { kind: 'unknown', name: 'Sara' }],
  ])('%s', (_, model, audience) => {
    expect(read(open(), model).audience).toEqual(audience);
  });

  test.each([0, 1, -4, 2.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001, '43', null, {}])(
    'a group of %s people has no number',
    (members) => {
      expect(read(open(), [look('g.us', { members })]).audience).toEqual({ kind: 'group', name: 'Sara' });
    },
  );

  test('two numbers that differ are none', () => {
    const model = [look('g.us', { members: 43 }), { ...look('g.us', { members: 44 }), from: 'registry' }];
    expect(read(open(), model).audience).toEqual({ kind: 'group', name: 'Sara' });
  });
});

describe('a sign in the document counts against a model that says person', () => {
  const signs: [string, string, AudienceKind][] = [
    ['the picture of a group', open('<span data-icon="default-group"></span>'), 'group'],
    ['the newer picture of a group', open('<span data-icon="default-group-refreshed"></span>'), 'group'],
    ['the same by test id', open('<span data-testid="default-group-refreshed"></span>'), 'group'],
    [
      'the switch between groups of a community',
      open('<button data-testid="subgroup-switcher-button"></button>'),
      'group',
    ],
    ['members beside messages', open('', '<i data-testid="group-chat-profile-picture"></i>'), 'group'],
    [
      'the drawer of a group',
      `${open()}<div data-testid="chat-info-drawer"><button data-testid="group-pic-picker"></button></div>`,
      'group',
    ],
    ['the address in older messages', open('', '<div data-id="false_1@g.us_3EB0"></div>'), 'group'],
    ['the status drawer', `${open()}<div data-testid="status-tab-drawer"></div>`, 'public'],
    ['the head of the status', `<div data-testid="status-header"></div>${open()}`, 'public'],
    [
      'the button that adds to the status',
      `<i data-testid="status-header-add-status"></i>${open()}`,
      'public',
    ],
    [
      'a preview with two chips',
      open(
        '',
        '<div data-testid="media-caption-input-container"></div><i data-testid="chip-1"></i><i data-testid="chip-2"></i>',
      ),
      'group',
    ],
  ];

  test.each(signs)('%s', (_, body, kind) => {
    expect(read(body, person).audience.kind).toBe(kind);
    expect(read(body, []).audience.kind).toBe(kind);
  });

  test.each(['Send 2 selected', 'Send 12 selected', '٣ :x', '۲', 'x 10'])(
    'a preview whose send button says “%s”',
    (label) => {
      const send = `<div data-testid="media-caption-input-container"></div><button aria-label="${label}"><i data-icon="wds-ic-send-filled"></i></button>`;
      expect(read(open('', send), person).audience.kind).toBe('group');
    },
  );

  test.each(['Send', '', 'Send 1 selected', '١'])('but not one whose button says “%s”', (label) => {
    const send = `<div data-testid="media-caption-input-container"></div><i data-testid="chip"></i><button aria-label="${label}"><i data-icon="send"></i></button>`;
    expect(read(open('', send), person).audience.kind).toBe('person');
  });

  test.each([
    ['the tab of channels', '<span data-icon="newsletter-outline"></span>'],
    ['the list of chats with a group in it', '<div id="side"><span data-icon="default-group"></span></div>'],
    ['chips where nothing is previewed', '<i data-testid="chip-1"></i><i data-testid="chip-2"></i>'],
    ['a person without a photo', ''],
  ])('%s is none', (_, beside) => {
    const body = beside + open('<span data-icon="default-contact-refreshed"></span>');
    expect(read(body, person).audience.kind).toBe('person');
  });
});

describe('from look to look', () => {
  test('a chat that was changed is another, by its address and without one by its title', () => {
    const [one, other] = [read(open(), person), read(open(), [look('c.us', {}, '2')])];
    expect(sameChat(one, other)).toBe(false);
    const renamed = open().replace('Sara', 'Amal');
    expect(sameChat(read(open(), null), read(renamed, null))).toBe(false);
    expect(sameChat(one, read(renamed, person))).toBe(true);
  });

  test('a person is believed only when both looks say so', () => {
    expect(agree(read(open(), person), read(open(), person)).kind).toBe('person');
    expect(agree(read(open(), person), read(open(), null)).kind).toBe('unknown');
    const group = read(open('<span data-icon="default-group"></span>'), person);
    expect(agree(read(open(), person), group).kind).toBe('group');
  });
});
