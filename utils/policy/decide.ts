import type { AudienceKind } from '../sites/audience';

/** What is known of one file of a share. `faces` and `nudity` are null while no detector has answered. */
export interface FileReport {
  readonly outcome: 'cleaned' | 'already-clean' | 'refused' | 'passenger';
  readonly faces: number | null;
  readonly nudity: boolean | null;
}

/** `passenger`: neither picture nor video; it goes along untouched and asks nothing. */
export type ShareReport = readonly FileReport[];

export type Decision =
  | { readonly action: 'pass' }
  | { readonly action: 'notice' }
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
 */
export function decide(report: ShareReport, audience: AudienceKind): Decision {
  const pictures = report.filter((file) => file.outcome !== 'passenger');
  if (pictures.length === 0) return { action: 'pass' };
  if (pictures.some((file) => file.outcome === 'refused')) return { action: 'ask', why: 'unreadable' };
  if (pictures.some((file) => file.nudity === true)) return { action: 'ask', why: 'personal' };
  if (audience === 'person') return { action: 'pass' };
  const personal = pictures.some((file) => file.faces === null || file.faces > 0 || file.nudity === null);
  return personal ? { action: 'ask', why: 'personal' } : { action: 'notice' };
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
