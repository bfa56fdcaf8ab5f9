import type { ComponentChildren } from 'preact';
import type { Fact } from '../../../utils/help/fact';
import { communityPolice, emergency, type Hotline } from '../../../utils/help/hotlines';
import { posterLines, type Region } from '../../../utils/help/posters';
import { useKept } from '../../ui/kept-context';
import { PhoneNumber, useSpeech } from '../../ui/language';
import { setBy } from '../../ui/organisation';
import { useOwnLines } from '../own-lines';

/**
 * A page as it is printed. It bears no name of ours: what hangs in a school must not tell what it means that Safi is
 * on somebody's computer.
 */
export function Paper(props: {
  readonly kind: 'sheet' | 'lesson' | 'parents' | 'receivers' | 'outline' | 'poster';
  readonly children: ComponentChildren;
}) {
  const { language, dir } = useSpeech();
  return (
    <article class={`paper paper--${props.kind}`} data-paper={props.kind} lang={language} dir={dir}>
      {props.children}
    </article>
  );
}

/** Short texts one under the other. */
export function Points({ items }: { readonly items: readonly ComponentChildren[] }) {
  const { digits } = useSpeech();
  return (
    <ul class="paper__points">
      {items.map((item, at) => (
        <li key={at}>{typeof item === 'string' ? digits(item) : item}</li>
      ))}
    </ul>
  );
}

/** Lines to call, each with when it is the one. */
export function PaperLines({ lines }: { readonly lines: readonly Hotline[] }) {
  const { workshop, lines: names } = useSpeech().words.helpPanel;
  const own = useOwnLines(lines);
  return (
    <ul class={own.some(({ number }) => number.length > 3) ? 'paper__lines is-long' : 'paper__lines'}>
      {own.map(({ id, number }) => (
        <li key={id} data-line={id}>
          <p class="paper__when">{workshop.poster.when[id]}</p>
          <p class="paper__number">
            <PhoneNumber number={number} />
          </p>
          <p class="paper__whose">{names[id].name}</p>
        </li>
      ))}
    </ul>
  );
}

/** Why the emergency line stands beside the others, and what is not sure about them. */
export function WhyLines({ region }: { readonly region: Region }) {
  const { words, filled, number } = useSpeech();
  const { helpPanel } = words;
  const [police] = useOwnLines([communityPolice]);
  const slots = {
    year: number(2025),
    number: <PhoneNumber number={(police ?? communityPolice).number} />,
    emergency: <PhoneNumber number={emergency.number} />,
  };
  return region === 'federal' ? (
    <p class="paper__why">
      {filled(police?.replaced ? helpPanel.separateWhy : helpPanel.mergedWhy, slots)} {helpPanel.families}
    </p>
  ) : (
    <p class="paper__why">
      {filled(helpPanel.kurdistan.emergency, slots)} {helpPanel.kurdistan.elsewhere}
    </p>
  );
}

/** Whom to call in a region, at the foot of a page that tells of threats. */
export function PaperCall({ region }: { readonly region: Region }) {
  const { lessons } = useSpeech().words.helpPanel;
  return (
    <section class="paper__call">
      <h2>{lessons.paper.call}</h2>
      <PaperLines lines={posterLines[region]} />
      <WhyLines region={region} />
      <SourcesOfLines lines={posterLines[region]} />
    </section>
  );
}

/** Where the numbers come from, and when that was last looked at. */
export function SourcesOfLines({ lines }: { readonly lines: readonly Hotline[] }) {
  const speech = useSpeech();
  const { policy } = useKept();
  const own = useOwnLines(lines);
  return (
    <div class="paper__sources">
      {own.map((line) =>
        line.replaced && policy ? (
          <p key={line.id} class="paper__source">
            <PhoneNumber number={line.number} /> {setBy(policy, speech)}
          </p>
        ) : (
          <PaperSource key={line.id} fact={line} number={line.number} />
        ),
      )}
    </div>
  );
}

/** Where something comes from, of a line after its number. */
export function PaperSource({ fact, number }: { readonly fact: Fact; readonly number?: string }) {
  const { words, digits, date, filled } = useSpeech();
  const source = { source: digits(words.sources[fact.source]), date: date(fact.checked) };
  return (
    <p class="paper__source">
      {number !== undefined && (
        <>
          <PhoneNumber number={number} />{' '}
        </>
      )}
      {filled(words.helpPanel.source, source)}
    </p>
  );
}
