import type { Audience } from '../../utils/sites/audience';
import { Quoted, useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import { factOf } from './audience';

/** One line beside the page: what goes where, or that Safi is still looking. Never takes the focus. */
export function Notice({ audience, looking }: { readonly audience: Audience; readonly looking: boolean }) {
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
    <div class="notice" role="status" data-level="notice">
      <Mark />
      <span>{speech.filled(looking ? notice.looking : notice.sent, { who })}</span>
    </div>
  );
}
