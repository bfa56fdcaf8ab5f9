import type { ComponentChildren } from 'preact';
import type { Fact } from '../../utils/help/fact';
import type { HelpScreen } from '../../utils/help/screen';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { usePanel } from './panel-context';

/** A screen's heading: the focus goes there when the screen is reached. */
export function Title({ children }: { readonly children: ComponentChildren }) {
  return <h1 tabIndex={-1}>{children}</h1>;
}

/** A row that leads to another screen. */
export function LeadRow(props: {
  readonly to: HelpScreen;
  readonly icon: IconName;
  readonly title: string;
  readonly hint?: string;
  /** One of the answers to the screen's question. */
  readonly answer?: boolean;
}) {
  const { to, icon, title, hint, answer } = props;
  const { go } = usePanel();
  const { digits } = useSpeech();
  return (
    <button type="button" class={answer ? 'row answer' : 'row'} data-go={to} onClick={() => go(to)}>
      <Icon name={icon} />
      <span class="row__words">
        <strong>{digits(title)}</strong>
        {hint && <small>{digits(hint)}</small>}
      </span>
      <Icon name="chevron-right" end />
    </button>
  );
}

/** Sentences one under the other. */
export function Says({ says }: { readonly says: readonly string[] }) {
  const { digits } = useSpeech();
  return (
    <div class="says">
      {says.map((sentence) => (
        <p key={sentence}>{digits(sentence)}</p>
      ))}
    </div>
  );
}

/** Points in one frame, one under the other. */
export function Points({ items }: { readonly items: readonly ComponentChildren[] }) {
  const { digits } = useSpeech();
  return (
    <ul class="points">
      {items.map((item, at) => (
        <li key={at}>{typeof item === 'string' ? digits(item) : item}</li>
      ))}
    </ul>
  );
}

/** The caution that the law or prudence demands. */
export function Caution({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="note note--honey">
      <Icon name="info" />
      <span>{children}</span>
    </p>
  );
}

/** Where something comes from, and when that was last looked at. */
export function SourceOf({ fact }: { readonly fact: Fact }) {
  const { words, digits, date, filled } = useSpeech();
  return (
    <p class="source">
      {filled(words.helpPanel.source, {
        source: digits(words.sources[fact.source]),
        date: date(fact.checked),
      })}
    </p>
  );
}

/** Things to tick off; the ticks live as long as the screen does. */
export function Checklist({ items }: { readonly items: readonly string[] }) {
  const { words, digits } = useSpeech();
  return (
    <>
      <ul class="checks" aria-label={words.helpPanel.steps.checklist}>
        {items.map((item) => (
          <li key={item}>
            <label class="check">
              <input type="checkbox" autocomplete="off" />
              <span>{digits(item)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p class="small muted">{words.helpPanel.steps.notKept}</p>
    </>
  );
}
