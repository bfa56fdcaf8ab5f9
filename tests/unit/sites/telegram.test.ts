import { describe, expect, test } from 'vitest';
import type { AudienceKind } from '../../../utils/sites/audience';
import { membersIn } from '../../../utils/sites/telegram';
import { telegramA } from '../../../utils/sites/telegram-a';
import { telegramK } from '../../../utils/sites/telegram-k';
import { page } from './dom';

/** Telegram Web A and K, on crafted documents. */

function at(hash: string, body: string): Document {
  const { document } = page(body);
  Object.defineProperty(document, 'location', { value: { hash } });
  return document;
}

describe('A', () => {
  const header = (status = '') =>
    `<div class="MiddleHeader"><div class="ChatInfo"><h3 class="fullName">Sara</h3>${status}</div></div>`;
  const counted = (line: string) => `<span class="status"><span class="group-status">${line}</span></span>`;

  test.each<[string, string, string, AudienceKind, string | null, number?]>([
    ['a person', '#5', header(), 'person', '5'],
    ['Saved Messages', '#7001', header(), 'person', '7001'],
    ['a message of a person', '#5_112', header(), 'person', '5'],
    ['a group', '#-100200', header(counted('43 members')), 'group', '-100200', 43],
    ['a group whose header shows who is typing', '#-100200', header(), 'group', '-100200'],
    ['a topic of a group', '#-100200_12', header(), 'group', '-100200'],
    [
      'a channel',
      '#-100300',
      `${header(counted('12,000 subscribers'))}<div class="MessageList no-avatars"></div>`,
      'channel',
      '-100300',
      12_000,
    ],
    ['a person by the address, a group by the header', '#5', header(counted('3 members')), 'group', '5', 3],
    [
      'a person by the address, a channel by the header and the messages',
      '#5',
      `${header(counted('12 subscribers'))}<div class="MessageList no-avatars">`,
      'channel',
      '5',
      12,
    ],
    [
      'a person, whose messages show no pictures',
      '#5',
      `${header()}<div class="MessageList no-avatars">`,
      'person',
      '5',
    ],
    ['no chat', '', '', 'unknown', null],
    ['a name', '#@sara', header(), 'unknown', null],
    ['an address of something else', '#?tgaddr=tg%3A', header(), 'unknown', null],
  ])('%s', (_, hash, body, kind, chatId, members = undefined) => {
    const reading = telegramA.read(at(hash, body), null);
    expect([reading.audience.kind, reading.chatId, reading.audience.members]).toEqual([
      kind,
      chatId,
      members,
    ]);
  });
});

describe('K', () => {
  const chat = (peer: string, info = '', active = 'active') =>
    `<div class="chat tabs-tab ${active}"><div class="topbar"><div class="chat-info"><div class="person">
      <div class="avatar person-avatar" data-peer-id="${peer}"></div>
      <div class="content"><div class="user-title"><span class="peer-title" data-peer-id="${peer}">Sara</span></div>
      <div class="info">${info}</div></div></div></div></div></div>`;

  test.each<[string, string, string, AudienceKind, string | null, number?]>([
    ['a person', '#5', chat('5'), 'person', '5'],
    ['a person by name', '#@sara', chat('5'), 'person', '5'],
    [
      'Saved Messages, which stand as a group’s',
      '#7',
      `${chat('7')}<div class="bubbles-inner is-chat">`,
      'person',
      '7',
    ],
    ['a group', '#-200', chat('-200', '43 members, 3 online'), 'group', '-200', 43],
    ['a group by name', '#@class6', chat('-200', '43 members'), 'group', '-200', 43],
    [
      'a channel',
      '#-300',
      `${chat('-300', '12 000 subscribers')}<div class="bubbles-inner is-broadcast">`,
      'channel',
      '-300',
      12_000,
    ],
    ['a name, and a header that says nothing', '#@sara', '<div class="topbar"></div>', 'unknown', null],
    [
      'the same, where several people write',
      '#@class6',
      '<div class="bubbles-inner is-chat">',
      'group',
      null,
    ],
    ['an address of one person, the header of another', '#5', chat('6'), 'unknown', null],
    ['an address of a person, the header of a group', '#5', chat('-200'), 'group', null],
    ['a chat in front of another', '#5', chat('-200', '43 members', '') + chat('5'), 'person', '5'],
    ['two chats, none in front', '#5', chat('-200', '', '') + chat('5', '', ''), 'group', null],
    ['no chat', '', '', 'unknown', null],
  ])('%s', (_, hash, body, kind, chatId, members = undefined) => {
    const reading = telegramK.read(at(hash, body), null);
    expect([reading.audience.kind, reading.chatId, reading.audience.members]).toEqual([
      kind,
      chatId,
      members,
    ]);
  });
});

describe('a number of members', () => {
  test.each<[string, number | undefined]>([
    ['43 members, 3 online', 43],
    ['12,000 subscribers', 12_000],
    ['12 000 مشترك', 12_000],
    ['1.234.567 Mitglieder', 1_234_567],
    ['12.5K subscribers', undefined],
    ['1.2M subscribers', undefined],
    ['group', undefined],
    ['1 member', undefined],
    ['99999999999 members', undefined],
    ['', undefined],
  ])('%s: %s', (line, members) => {
    expect(membersIn(line).members).toBe(members);
  });
});
