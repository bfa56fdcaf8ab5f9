import type { Audience } from '../../utils/sites/audience';
import { Quoted, type Speech, useSpeech } from '../ui/language';
import { DotLine } from './lead';

/** The fact in the biggest words: how many people, or who. */
export function factOf({ kind, circle, members }: Audience, { words: { card }, count }: Speech): string {
  if (kind === 'person') return card.oneChat;
  if (members !== undefined) return count(card.people, members);
  return circle ? card.circles[circle] : card[kind];
}

/** Who will get it: the number, the name, what that means, and a tip. */
export function Who({
  audience,
  dots,
  tip,
}: {
  readonly audience: Audience;
  /** Whether the people are drawn as a line of dots. */
  readonly dots: boolean;
  readonly tip?: string;
}) {
  const speech = useSpeech();
  const { card } = speech.words;
  const { kind, circle, name } = audience;
  const place = kind === 'person' ? card.to : card.within;
  return (
    <div class="who" id="who" data-audience={kind}>
      {dots && <DotLine audience={audience} />}
      <strong class="who__n">{factOf(audience, speech)}</strong>{' '}
      {name !== undefined && (
        <span class="who__g">{speech.filled(place, { name: <Quoted name={name} /> })}</span>
      )}
      <p>
        {circle ? card.circleSpread[circle] : card.spread[kind]}
        {tip !== undefined && <span data-tip> {tip}</span>}
      </p>
    </div>
  );
}
