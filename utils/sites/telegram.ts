import type { Audience } from './audience';

/** What both of Telegram's web apps have in common. */

/** Telegram's own numbers of people, groups and channels: those of people are positive. */
export const peerNumber = /^-?\d+$/;

/** The first number in a line such as "43 members, 3 online", in any language that writes it in Western digits. */
const countShown = /^\D*?(\d{1,3}(?:[\s.,’]\d{3})+|\d+)(?![\d.,]*[\p{L}])/u;

/** No group or channel has more. */
const mostMembers = 10_000_000;

/**
 * How many people are in a group by the line under its name, when that is told exactly: rounded numbers ("12.5K")
 * are none.
 */
export function membersIn(line: string | null | undefined): Pick<Audience, 'members'> {
  const [, shown] = countShown.exec(line ?? '') ?? [];
  const members = Number(shown?.replace(/\D/g, ''));
  return members > 1 && members <= mostMembers ? { members } : {};
}
