import { useState } from 'preact/hooks';
import type { HelpScreen } from '../../utils/help/screen';
import { fillText } from '../../utils/i18n/fill';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { copyText } from './copy-text';
import { usePanel } from './panel-context';

interface NumberActsProps {
  readonly number: string;
  readonly by: 'telephone' | 'whatsapp';
  /** The screen on which the number fills the panel. */
  readonly large?: HelpScreen;
}

/** What can be done with a number: call, copy, show it large. */
export function NumberActs({ number, by, large }: NumberActsProps) {
  const { helpPanel } = useSpeech().words;
  const { go } = usePanel();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    copyText(number).then(setCopied, () => setCopied(false));
  };
  return (
    <>
      <div class="hot__acts">
        {by === 'telephone' && <CallLink number={number} />}
        <button
          type="button"
          class="btn"
          data-action="copy"
          aria-label={fillText(helpPanel.copyNumber, { number })}
          onClick={copy}
        >
          <Icon name="copy" />
          {helpPanel.copy}
        </button>
        {large && (
          <button
            type="button"
            class="btn hot__large"
            data-go={large}
            aria-label={fillText(helpPanel.largeNumber, { number })}
            onClick={() => go(large)}
          >
            <Icon name="maximize-2" />
            <span>{helpPanel.large}</span>
          </button>
        )}
      </div>
      <p class="toast" role="status" hidden={copied === null}>
        {copied === true && helpPanel.copied}
        {copied === false && helpPanel.notCopied}
      </p>
    </>
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
      href={`tel:${number.replaceAll(' ', '')}`}
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
