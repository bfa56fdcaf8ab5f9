import type { Changed, Verdict } from '../channel/guard-channel';
import type { Audience } from '../sites/audience';
import type { PreparedFile } from './prepare-share';

/** A way to go on where nothing is sent from here: to one person, in another chat, or as a picture of the screen. */
export type Advice = 'one-person' | 'screenshot';

/**
 * What a line beside the page says: it is looked at; it goes; it goes, and was not asked about because the person
 * wanted so; or nothing went and how to go on.
 */
export type NoticeLine = 'looking' | 'sent' | 'paused' | Advice;

/** What the guard frame shows. `shownAt` is null until share-guard has put the frame on screen. */
export type GuardView =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'notice'; readonly id: number; readonly audience: Audience; readonly says: NoticeLine }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly audience: Audience;
      readonly files: readonly PreparedFile[];
      /** The site can send it to this audience so that it is seen once. */
      readonly viewOnce: boolean;
      /** Whether nothing more is asked about this chat for a while; null when that cannot be chosen. */
      readonly pause: boolean | null;
      readonly shownAt: number | null;
    }
  | {
      readonly kind: 'forward';
      readonly id: number;
      readonly to: readonly Audience[];
      readonly shownAt: number | null;
    }
  | {
      readonly kind: 'changed';
      readonly what: Changed;
      readonly id: number;
      readonly shownAt: number | null;
    };

/** What is over the page and waits for an answer. */
export type CardView = Extract<GuardView, { readonly shownAt: number | null }>;

export function isCard(view: GuardView): view is CardView {
  return 'shownAt' in view;
}

/** A card offers some of the choices only; whatever else comes is the mildest. */
export function verdictFor(view: CardView, choice: Verdict['choice']): Verdict {
  if (view.kind === 'ask' && choice === 'clean') {
    return { choice, files: view.files.map(({ copy, sent }) => copy ?? sent) };
  }
  const asItIs = choice === 'original' && view.kind !== 'changed';
  return { choice: asItIs ? choice : 'nothing' };
}
