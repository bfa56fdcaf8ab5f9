import type { Audience } from './audience';
import { type Reading, type Site, widest } from './site';
import { attach, whatsappForwarding } from './whatsapp-forwarding';
import { audienceOf, parseLooks } from './whatsapp-look';

/**
 * WhatsApp Web. Language-free signs only: its labels are translated, its class names change with every release.
 * A sign of a group, of several receivers or the status in the document always counts; that it is one person is
 * believed only from WhatsApp's own chat model, all looks agreeing, and against no such sign.
 */

const title = '#main header span[dir="auto"], header[data-testid="conversation-header"] span[dir="auto"]';

const send = '[data-icon="wds-ic-send-filled"], [data-icon="send"]';

const composer = '#main footer [contenteditable="true"], [data-testid="conversation-compose-box-input"]';

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
  '[data-testid="conversation-header"] [data-testid^="default-group"]',
  '[data-testid="subgroup-switcher-button"]',
  '#main [data-testid="group-chat-profile-picture"]',
  '[data-testid="chat-info-drawer"] [data-testid="group-pic-picker"]',
  // Message ids of older releases carry the chat's address.
  '#main [data-id*="@g.us"]',
].join();

/** The preview of media that are about to be sent. */
const preview = '[data-testid="media-caption-input-container"]';

/** A number of several, in the digits of any language. */
const several = /\p{Nd}{2}|[2-9٢-٩۲-۹]/u;

/** The signs in the document; null when there is none. */
function shownBy(document: Document): Audience | null {
  if (document.querySelector(statusSigns)) return { kind: 'public', circle: 'status' };
  return document.querySelector(groupSigns) || hasSeveralReceivers(document) ? { kind: 'group' } : null;
}

/** A preview is open and shows more than one chip, or its send button's label counts what is selected. */
function hasSeveralReceivers(document: Document): boolean {
  if (!document.querySelector(preview)) return false;
  if (document.querySelectorAll('[data-testid*="chip"]').length > 1) return true;
  return [...document.querySelectorAll(send)].some((icon) =>
    several.test(icon.closest('[aria-label]')?.getAttribute('aria-label') ?? ''),
  );
}

function read(document: Document, model: unknown): Reading {
  const looks = parseLooks(model).filter(({ from }) => typeof from === 'string');
  const [first] = looks;
  const oneChat = looks.every((look) => look.id === first?.id);
  const found = looks.map(audienceOf);
  if (!oneChat || !first) found.push({ kind: 'unknown' });
  const sign = shownBy(document);
  if (sign) found.push(sign);

  const kind = widest(found.map((audience) => audience.kind));
  const told = found.filter((audience) => audience.kind === kind);
  const circle = told.find((audience) => audience.circle)?.circle;
  const counts = new Set(told.flatMap(({ members }) => members ?? []));
  const [members] = counts;
  const shown = document.querySelector(title)?.textContent?.trim() || null;
  const name = shown ?? first?.title;
  return {
    audience: {
      kind,
      ...(circle ? { circle } : {}),
      ...(name && kind !== 'public' ? { name } : {}),
      ...(oneChat && counts.size === 1 && members !== undefined ? { members } : {}),
    },
    chatId: (oneChat ? first?.id : null) ?? null,
    title: shown,
  };
}

export const whatsapp: Site = {
  name: 'whatsapp',
  // From the site's modules and public tools of 2026; no live account could be looked at.
  seen: '2026-10-02',
  attach,
  send,
  composer,
  readsModel: true,
  read,
  // The ① beside the caption of its own preview; there is none for a status or a channel.
  viewOnceTo: ['person', 'group', 'unknown'],
  forwarding: whatsappForwarding,
};
