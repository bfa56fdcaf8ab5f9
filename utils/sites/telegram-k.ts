import type { AudienceKind } from './audience';
import { type Reading, type Site, widest } from './site';
import { membersIn, peerNumber } from './telegram';

/**
 * Telegram Web K. The address names the chat by its number or by its public name, and a name tells nothing; picture
 * and title in the header carry the number too. It is believed to be one person only when every number that is
 * there is the same, and a person's.
 */

/** The chat in front; others may lie under it. */
const inFront = '.chat.active .topbar';

const numbered = '.person [data-peer-id]';

/** Messages as they stand where several people write; one's own Saved Messages stand so too. */
const groupSigns = '.bubbles-inner.is-chat';

/** Where one writes and others read. */
const channelSigns = '.bubbles-inner.is-broadcast, .bubbles-go-down.is-broadcast';

function read(document: Document): Reading {
  const front = document.querySelectorAll(inFront);
  const tops = [...(front.length > 0 ? front : document.querySelectorAll('.topbar'))];
  const [named = ''] = document.location.hash.slice(1).split(/[?_/]/);
  const shown = tops.flatMap((top) =>
    [...top.querySelectorAll(numbered)].map((one) => one.getAttribute('data-peer-id') ?? ''),
  );
  const chats = [named, ...shown].filter((chat) => peerNumber.test(chat));
  const [first] = chats;
  const oneChat = first !== undefined && chats.every((chat) => chat === first);
  const found: AudienceKind[] = chats.map((chat) => (chat.startsWith('-') ? 'group' : 'person'));
  if (!oneChat) found.push('unknown');
  if (first === undefined && document.querySelector(groupSigns)) found.push('group');
  if (document.querySelector(channelSigns)) found.push('channel');
  const kind = widest(found);
  const [top] = tops;
  const name = top?.querySelector('.user-title')?.textContent?.trim() || null;
  return {
    audience: {
      kind,
      ...(name ? { name } : {}),
      ...(kind === 'person' ? {} : membersIn(top?.querySelector('.info')?.textContent)),
    },
    chatId: oneChat ? first : null,
    title: name,
  };
}

export const telegramK: Site = {
  name: 'telegram-k',
  // The source of the app (github.com/morethanwords/tweb); no account could be looked at.
  seen: '2026-11-01',
  attach: '.attach-file',
  send: '.btn-send.send, .popup-new-media .btn-primary',
  composer: '.input-message-input[contenteditable="true"]',
  read,
};
