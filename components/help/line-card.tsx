import { useState } from 'preact/hooks';
import type { Hotline } from '../../utils/help/hotlines';
import { fillText } from '../../utils/i18n/fill';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { copyText } from './copy-text';
import { usePanel } from './panel-context';

/** One line: whose it is, why this one, the digits as large as they go, call, copy and show large. */
export function LineCard({ line }: { readonly line: Hotline }) {
  const { words } = useSpeech();
  const { go } = usePanel();
  const { helpPanel } = words;
  const { name, why } = helpPanel.lines[line.id];
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    copyText(line.number).then(setCopied, () => setCopied(false));
  };
  return (
    <section class="hot" aria-labelledby={`line-${line.id}`} data-line={line.id}>
      <div class="hot__head">
        <h2 id={`line-${line.id}`}>{name}</h2>
        <p class="muted small">{why}</p>
      </div>
      <Digits number={line.number} />
      <div class="hot__acts">
        {line.by === 'telephone' && <CallLink number={line.number} />}
        <button
          type="button"
          class="btn"
          data-action="copy"
          aria-label={fillText(helpPanel.copyNumber, { number: line.number })}
          onClick={copy}
        >
          <Icon name="copy" />
          {helpPanel.copy}
        </button>
        <button
          type="button"
          class="btn hot__large"
          data-go={`large-${line.id}`}
          aria-label={fillText(helpPanel.largeNumber, { number: line.number })}
          onClick={() => go(`large-${line.id}`)}
        >
          <Icon name="maximize-2" />
          <span>{helpPanel.large}</span>
        </button>
      </div>
      <p class="toast" role="status" hidden={copied === null}>
        {copied === true && helpPanel.copied}
        {copied === false && helpPanel.notCopied}
      </p>
    </section>
  );
}

/** A number in its digits, Western ones as keypads show them; the language's own stand under it. */
export function Digits({ number }: { readonly number: string }) {
  const { language, digits } = useSpeech();
  return (
    <div class={number.length > 3 ? 'hot__number hot__number--long' : 'hot__number'}>
      <div class="hot__digits" role="img" aria-label={[...number.replaceAll(' ', '')].join(' ')}>
        <bdi dir="ltr">{number}</bdi>
      </div>
      {language !== 'en' && (
        <div class="hot__local" aria-hidden="true">
          <bdi dir="ltr">{digits(number)}</bdi>
        </div>
      )}
    </div>
  );
}

export function CallLink({ number }: { readonly number: string }) {
  const { helpPanel } = useSpeech().words;
  return (
    // In a tab of its own: a plain tel: link would take this page away, and with it a share that is held.
    <a
      class="btn btn--main"
      href={`tel:${number}`}
      target="_blank"
      rel="noreferrer"
      data-action="call"
      aria-label={fillText(helpPanel.callNumber, { number })}
    >
      <Icon name="phone" />
      {helpPanel.call}
    </a>
  );
}
