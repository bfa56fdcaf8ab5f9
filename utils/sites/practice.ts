import type { AudienceKind } from './audience';
import type { Site } from './site';

/** The attribute by which the practice chat says what the open conversation is; its value is the kind. */
export const practiceChat = 'data-practice-chat';

const kinds: readonly AudienceKind[] = ['person', 'group', 'channel'];

/** Our own practice chat, an extension page that says plainly who gets what. */
export const practice: Site = {
  name: 'practice',
  seen: null,
  attach: '[data-practice-attach], [data-practice-attach-document]',
  send: '[data-practice-say]',
  composer: '[data-practice-write]',
  // It is there to practise the pause, and its drawn pictures show nobody.
  asksAlways: true,
  read(document) {
    const chat = document.querySelector<HTMLElement>(`[${practiceChat}]`);
    const kind = kinds.find((known) => known === chat?.getAttribute(practiceChat)) ?? 'unknown';
    const { name = '', members = '' } = chat?.dataset ?? {};
    return {
      audience: {
        kind,
        ...(name ? { name } : {}),
        ...(Number(members) > 1 ? { members: Number(members) } : {}),
      },
      chatId: chat?.id ?? null,
      title: name || null,
    };
  },
};
