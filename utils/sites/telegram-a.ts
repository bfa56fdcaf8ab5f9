import { type Reading, type Site, widest } from './site';
import { membersIn, peerNumber } from './telegram';

/**
 * Telegram Web A. The address says whose chat is open: a positive number is a person's (one's own is Saved Messages),
 * a negative one a group's or channel's. It is believed to be one person only when the header shows no group.
 */

const header = '.MiddleHeader';

/** In the header of a group or channel only: the line that counts who is in it. */
const groupSigns = `${header} .group-status`;

/** In a chat with a negative number, messages without pictures of who wrote them are a channel's. */
const channelSigns = '.MessageList.no-avatars';

const title = `${header} .fullName`;

function read(document: Document): Reading {
  // A topic of a group, a comment or a list follows the number of the chat.
  const [chat = ''] = document.location.hash.slice(1).split(/[_?]/);
  const status = document.querySelector(groupSigns);
  const isShared = chat.startsWith('-') || status !== null;
  const kind = widest([
    peerNumber.test(chat) ? (isShared ? 'group' : 'person') : 'unknown',
    ...(status ? (['group'] as const) : []),
    ...(isShared && document.querySelector(channelSigns) ? (['channel'] as const) : []),
  ]);
  const name = document.querySelector(title)?.textContent?.trim() || null;
  return {
    audience: {
      kind,
      ...(name ? { name } : {}),
      ...(kind === 'person' ? {} : membersIn(status?.textContent)),
    },
    chatId: peerNumber.test(chat) ? chat : null,
    title: name,
  };
}

export const telegramA: Site = {
  name: 'telegram-a',
  // A run of the app itself, without an account, and its source (github.com/Ajaxy/telegram-tt).
  seen: '2026-11-01',
  attach: '#attach-menu-button, .AttachMenu--button',
  send: '.main-button.send, .AttachmentModal .send',
  composer: '#editable-message-text',
  read,
};
