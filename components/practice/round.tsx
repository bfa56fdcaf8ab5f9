import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';

/** What a workshop tries in five minutes, in this order. */
export const steps = ['person', 'group', 'channel', 'without', 'threat'] as const;

export type Step = (typeof steps)[number];

/** The five steps, the next one marked; the last one opens the help. Remembers nothing. */
export function Round(props: { readonly done: ReadonlySet<Step>; readonly onHelp: () => void }) {
  const { words, number } = useSpeech();
  const { round } = words.practice;
  const next = steps.find((step) => !props.done.has(step));
  return (
    <section class="round" aria-labelledby="round">
      <h2 class="label" id="round">
        {round.title}
      </h2>
      <ol>
        {steps.map((step, index) => {
          const done = props.done.has(step);
          const state = done ? 'done' : step === next ? 'now' : '';
          return (
            <li
              key={step}
              class={state}
              data-step={step}
              data-done={done}
              aria-current={state === 'now' && 'step'}
            >
              <i aria-hidden="true">{done ? <Icon name="check" /> : number(index + 1)}</i>
              {step === 'threat' ? (
                <button type="button" class="link" data-practice-help onClick={props.onHelp}>
                  {round.steps[step]}
                </button>
              ) : (
                <span>
                  {round.steps[step]}
                  {done && <span class="vh"> {round.done}</span>}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
