import type { Audience, AudienceKind } from './audience';
import type { ChatLook } from './whatsapp-model';

/** What the page world says of WhatsApp's chats, parsed, and whom a chat reaches by its address. */

/** More people are in no group and no community of WhatsApp; what says so is not believed. */
const mostMembers = 10_000;

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

/** WhatsApp's word for the group in which a community's announcements are read by all its members. */
const announcements = 'LINKED_ANNOUNCEMENT_GROUP';

/** The looks that are well formed. */
export function parseLooks(model: unknown): readonly ChatLook[] {
  return Array.isArray(model) ? model.map(parseLook).filter((look) => look !== null) : [];
}

function parseLook(value: unknown): ChatLook | null {
  if (typeof value !== 'object' || value === null) return null;
  const { from, server, id, title, members, sort } = value as Record<string, unknown>;
  if (from !== 'react' && from !== 'registry' && !Number.isSafeInteger(from)) return null;
  if (typeof server !== 'string' || typeof id !== 'string') return null;
  const plausible = Number.isSafeInteger(members) && Number(members) > 1 && Number(members) <= mostMembers;
  return {
    from: from as ChatLook['from'],
    server,
    id,
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
    ...(plausible ? { members: Number(members) } : {}),
    ...(typeof sort === 'string' ? { sort } : {}),
  };
}

/** Whom it reaches, without its name. */
export function audienceOf({ id, server, members, sort }: ChatLook): Audience {
  if (id === statusAddress) return { kind: 'public', circle: 'status' };
  const kind = (Object.hasOwn(audienceOfServer, server) && audienceOfServer[server]) || 'unknown';
  if (server === 'broadcast') return { kind, circle: 'list' };
  return {
    kind,
    ...(kind === 'group' && sort === announcements ? { circle: 'community' } : {}),
    ...(kind === 'group' && members !== undefined ? { members } : {}),
  };
}
