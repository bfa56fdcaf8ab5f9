import type { Audience } from '../../utils/sites/audience';
import { Quoted, useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import { factOf } from './audience';

/** What the line says: it is looked at, it goes, it goes unasked, or nothing went and how to go on. */
export type NoticeLine = 'looking' | 'sent' | 'paused' | 'one-person' | 'screenshot';

/** One line beside the page. Never takes the focus. */
export function Notice({ audience, says }: { readonly audience: Audience; readonly says: NoticeLine }) {
  const speech = useSpeech();
  const { card, notice } = speech.words;
  const { kind, name } = audience;
  const place = kind === 'person' ? card.to : card.within;
  const who = (
    <>
      <strong>{factOf(audience, speech)}</strong>
      {name !== undefined && <> {speech.filled(place, { name: <Quoted name={name} /> })}</>}
    </>
  );
  return (
    <div class="notice" role="status" data-level="notice" data-says={says}>
      <Mark />
      <span>{speech.filled(notice[says], { who })}</span>
    </div>
  );
}
