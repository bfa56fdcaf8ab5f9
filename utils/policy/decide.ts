import type { Asks } from '../settings/schema';
import type { AudienceKind } from '../sites/audience';

/** What is known of one file of a share. `faces` and `nudity` are null when nothing could be looked at. */
export interface FileReport {
  readonly outcome: 'cleaned' | 'already-clean' | 'refused' | 'passenger';
  readonly faces: number | null;
  readonly nudity: boolean | null;
  /** It is still being looked at: what is seen so far counts, and what is not may yet be seen. */
  readonly looking?: boolean;
}

/** `passenger`: neither picture nor video; it goes along untouched and asks nothing. */
export type ShareReport = readonly FileReport[];

export type Decision =
  | { readonly action: 'pass' }
  | { readonly action: 'notice' }
  /** What is seen so far asks nothing, and something is still being looked at. */
  | { readonly action: 'wait' }
  | { readonly action: 'ask'; readonly why: 'personal' | 'unreadable' };

/**
 * The whole ladder between silence and a question, for one share.
 *
 * - nothing but passengers: pass
 * - a picture that could not be cleaned: ask, unreadable
 * - nudity, to anyone: ask, personal
 * - to more than one person: a face, or no answer from the detector: ask, personal; otherwise notice
 * - to one person: pass
 *
 * Several files make one question; the gravest file decides.
 *
 * @param asks `always`: every picture to more than one person; `uncleaned`: only what could not be cleaned
 * @param chat `paused`: the person wants no questions for this chat for a while; asks what one person's would
 */
export function decide(
  report: ShareReport,
  audience: AudienceKind,
  asks: Asks = 'faces',
  chat: 'asked' | 'paused' = 'asked',
): Decision {
  const pictures = report.filter((file) => file.outcome !== 'passenger');
  if (pictures.length === 0) return { action: 'pass' };
  if (pictures.some((file) => file.outcome === 'refused')) return { action: 'ask', why: 'unreadable' };
  const silent: Decision = { action: audience === 'person' ? 'pass' : 'notice' };
  if (asks === 'uncleaned') return silent;
  const isPaused = chat === 'paused' && mayPause(audience);
  const isPersonal =
    audience === 'person' || isPaused ? showsMore : asks === 'always' ? () => true : isPersonalToMany;
  if (pictures.some(isPersonal)) return { action: 'ask', why: 'personal' };
  return pictures.some(({ looking }) => looking) ? { action: 'wait' } : silent;
}

/** Whether the questions can be put off for a while: never where anyone may look, and to one person there are few. */
export function mayPause(audience: AudienceKind): boolean {
  return audience === 'group' || audience === 'unknown';
}

function showsMore({ nudity }: FileReport): boolean {
  return nudity === true;
}

function isPersonalToMany({ faces, nudity, looking }: FileReport): boolean {
  if (nudity === true || (faces ?? 0) > 0) return true;
  return !looking && (faces === null || nudity === null);
}

/**
 * Forwarding what is on the site already, where nothing can be cleaned any more.
 *
 * - mere text, surely: pass
 * - to one person: pass
 * - to a group, to several chats, to nobody knows whom: ask
 *
 * @param holdsPicture whether a picture or a video is among it; null when it cannot be told
 * @param to the kind of each chat that is chosen; none when the choice cannot be read
 */
export function decideForward(holdsPicture: boolean | null, to: readonly AudienceKind[]): 'pass' | 'ask' {
  if (holdsPicture === false) return 'pass';
  return to.length === 1 && to[0] === 'person' ? 'pass' : 'ask';
}
