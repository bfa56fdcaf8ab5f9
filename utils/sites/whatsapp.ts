import type { AudienceKind } from './audience';
import { type Reading, type Site, widest } from './site';
import type { ChatLook } from './whatsapp-model';

/**
 * WhatsApp Web. Language-free signs only: its labels are translated, its class names change with every release.
 * A sign of a group, a channel or the status in the document always counts; that it is one person is believed
 * only from WhatsApp's own chat model, all looks agreeing, and against no sign of a group.
 */

const title = '#main header span[dir="auto"], header[data-testid="conversation-header"] span[dir="auto"]';

const statusSigns = [
  '[data-testid="status-tab-drawer"]',
  '[data-testid="status-header-add-status"]',
  '[data-testid="status-header"]',
].join();

const groupSigns = [
  '#main header [data-icon="default-group"]',
  '#main header [data-icon="default-group-refreshed"]',
  '#main header [data-testid="default-group-refreshed"]',
  '[data-testid="conversation-header"] [data-icon^="default-group"]',
  '[data-testid="subgroup-switcher-button"]',
  '#main [data-testid="group-chat-profile-picture"]',
  '[data-testid="chat-info-drawer"] [data-testid="group-pic-picker"]',
].join();

/** Message ids of older releases carry the chat's address. */
const groupMessage = '#main [data-id*="@g.us"]';

/** WhatsApp's server names, the part of a chat's address after the @. */
const audienceOfServer: Readonly<Record<string, AudienceKind>> = {
  'g.us': 'group',
  newsletter: 'channel',
  broadcast: 'group',
  'c.us': 'person',
  's.whatsapp.net': 'person',
  lid: 'person',
  hosted: 'person',
  'hosted.lid': 'person',
};

/** The one broadcast address that is not a list of people but the status. */
const statusAddress = 'status@broadcast';

function parseLook(value: unknown): ChatLook | null {
  if (typeof value !== 'object' || value === null) return null;
  const { from, server, id, title, members } = value as Record<string, unknown>;
  if (from !== 'react' && from !== 'registry') return null;
  if (typeof server !== 'string' || typeof id !== 'string') return null;
  return {
    from,
    server,
    id,
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
    ...(Number.isSafeInteger(members) && (members as number) > 1 ? { members: members as number } : {}),
  };
}

function kindOf(look: ChatLook): AudienceKind {
  if (look.id === statusAddress) return 'public';
  return Object.hasOwn(audienceOfServer, look.server)
    ? (audienceOfServer[look.server] ?? 'unknown')
    : 'unknown';
}

/** The signs in the document; null when there is none. */
function kindByDocument(document: Document): AudienceKind | null {
  if (document.querySelector(statusSigns)) return 'public';
  return document.querySelector(`${groupSigns}, ${groupMessage}`) ? 'group' : null;
}

function read(document: Document, model: unknown): Reading {
  const looks = Array.isArray(model) ? model.map(parseLook).filter((look) => look !== null) : [];
  const [first] = looks;
  const oneChat = looks.every((look) => look.id === first?.id);
  const kinds = looks.map(kindOf);
  if (!oneChat || looks.length === 0) kinds.push('unknown');
  const sign = kindByDocument(document);
  if (sign) kinds.push(sign);

  const kind = widest(kinds);
  const shown = document.querySelector(title)?.textContent?.trim() || null;
  const name = shown ?? first?.title;
  const members = oneChat ? looks.find((look) => look.members)?.members : undefined;
  const named = name && kind !== 'public' ? { name } : {};
  const counted = members && (kind === 'group' || kind === 'channel') ? { members } : {};
  return {
    audience: { kind, ...named, ...counted },
    chatId: (oneChat ? first?.id : null) ?? null,
    title: shown,
  };
}

export const whatsapp: Site = {
  name: 'whatsapp',
  hosts: ['web.whatsapp.com'],
  // From the site's modules and public tools of 2026; no live account could be looked at.
  seen: '2026-10-02',
  attach: '[data-icon="plus-rounded"], [data-icon="clip"]',
  send: '[data-icon="wds-ic-send-filled"], [data-icon="send"]',
  read,
};
