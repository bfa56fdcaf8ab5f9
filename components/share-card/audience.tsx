import type { ComponentChildren } from 'preact';
import type { Audience } from '../../utils/sites/audience';
import { Quoted, type Speech, useSpeech } from '../ui/language';

/** The fact in the biggest words: how many people, or who. */
export function factOf({ kind, circle, members }: Audience, { words: { card }, count }: Speech): string {
  if (kind === 'person') return card.oneChat;
  if (members !== undefined) return count(card.people, members);
  return circle ? card.circles[circle] : card[kind];
}

/** Who will get it: the number, the name, and what that means. */
export function Who({
  audience,
  children,
}: {
  readonly audience: Audience;
  readonly children?: ComponentChildren;
}) {
  const speech = useSpeech();
  const { card } = speech.words;
  const { kind, circle, name } = audience;
  const place = kind === 'person' ? card.to : card.within;
  return (
    <div class="who" id="who" data-audience={kind}>
      <strong class="who__n">{factOf(audience, speech)}</strong>{' '}
      {name !== undefined && (
        <span class="who__g">{speech.filled(place, { name: <Quoted name={name} /> })}</span>
      )}
      {children}
      <p>{circle ? card.circleSpread[circle] : card.spread[kind]}</p>
    </div>
  );
}
