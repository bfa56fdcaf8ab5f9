import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { Quoted, useSpeech } from '../ui/language';
import { type RoundAction, type RoundState, type Step, stepAt, steps } from './round-state';

interface RoundProps {
  readonly state: RoundState;
  readonly onMove: (type: Exclude<RoundAction['type'], 'did'>) => void;
  readonly onHelp: () => void;
}

/** The five steps as a calm list, what the current one is about, and the way on. No score: a step may be skipped. */
export function Round({ state, onMove, onHelp }: RoundProps) {
  const { words, number, filled } = useSpeech();
  const { round } = words.practice;
  const root = useRef<HTMLElement>(null);
  const current = stepAt(state);
  const isDone = current !== null && state.done.has(current);
  const isFirst = state.at === 0;
  // On a low screen the column scrolls.
  useEffect(() => {
    if (state.at > 0) root.current?.scrollIntoView({ block: 'nearest' });
  }, [state.at]);
  return (
    <section ref={root} class="round" aria-labelledby="round">
      <h2 class="label" id="round">
        {round.title}
      </h2>
      <ol>
        {steps.map((step, index) => (
          <Item key={step} step={step} place={index + 1} now={step === current} done={state.done.has(step)} />
        ))}
      </ol>
      <div class="round__how" role="status" data-round-how={current ?? 'over'}>
        {current ? (
          <>
            <p class="muted">
              {filled(round.position, { n: number(state.at + 1), all: number(steps.length) })}
              <span class="vh">{`: ${round.steps[current]}.`}</span>
            </p>
            <p>
              <How step={current} />
            </p>
            {isDone && (
              <p class="round__done">
                <Icon name="check" />
                {round.done}
              </p>
            )}
          </>
        ) : (
          <p>{round.over}</p>
        )}
      </div>
      {current === 'threat' && (
        <button type="button" class="btn btn--small" data-practice-help onClick={onHelp}>
          <Icon name="circle-question-mark" />
          {round.openHelp}
        </button>
      )}
      <div class="round__acts">
        <button
          type="button"
          class="btn btn--small btn--bare"
          data-round="back"
          aria-disabled={isFirst}
          onClick={() => isFirst || onMove('back')}
        >
          {words.back}
        </button>
        {/* One button, so that who is at it stays there while its words change. */}
        <button
          type="button"
          class={isDone ? 'btn btn--small btn--main' : 'btn btn--small'}
          data-round={current ? (isDone ? 'next' : 'skip') : 'again'}
          onClick={() => onMove(current ? 'next' : 'restart')}
        >
          {current ? (isDone ? round.next : round.skip) : round.again}
        </button>
      </div>
    </section>
  );
}

interface ItemProps {
  readonly step: Step;
  /** From 1. */
  readonly place: number;
  readonly now: boolean;
  readonly done: boolean;
}

function Item({ step, place, now, done }: ItemProps) {
  const { words, number } = useSpeech();
  const { round } = words.practice;
  const classes = [done && 'done', now && 'now'].filter(Boolean).join(' ');
  return (
    <li class={classes} data-step={step} data-done={done} aria-current={now && 'step'}>
      <i aria-hidden="true">{done ? <Icon name="check" /> : number(place)}</i>
      <span>
        {round.steps[step]}
        {done && <span class="vh"> {round.done}</span>}
      </span>
    </li>
  );
}

/** What the step is about, with the very words that the buttons have. */
function How({ step }: { readonly step: Step }) {
  const { words, filled } = useSpeech();
  const { practice, editor } = words;
  return (
    <>
      {filled(practice.round.how[step], {
        group: <Quoted name={practice.group} />,
        share: <Quoted name={practice.share} />,
        document: <Quoted name={practice.shareDocument} />,
        cover: <Quoted name={editor.title} />,
        add: <Quoted name={editor.addBox} />,
        send: <Quoted name={editor.send} />,
      })}
    </>
  );
}
