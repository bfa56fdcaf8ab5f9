import { useState } from 'preact/hooks';
import type { Hotline } from '../../utils/help/hotlines';
import { fillText } from '../../utils/i18n/fill';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { copyText } from './copy-text';

/** One telephone line: whose it is, why this one, the digits as large as they go, call and copy. */
export function LineCard({ line }: { readonly line: Hotline }) {
  const { words, language, digits } = useSpeech();
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
      <div class="hot__number">
        <div class="hot__digits" role="img" aria-label={[...line.number].join(' ')}>
          <bdi dir="ltr">{line.number}</bdi>
        </div>
        {language !== 'en' && (
          <div class="hot__local" aria-hidden="true">
            {digits(line.number)}
          </div>
        )}
      </div>
      <div class="hot__acts">
        {/* In a tab of its own: a plain tel: link would take this page away, and with it a share that is held. */}
        <a
          class="btn btn--main"
          href={`tel:${line.number}`}
          target="_blank"
          rel="noreferrer"
          data-action="call"
          aria-label={fillText(helpPanel.callNumber, { number: line.number })}
        >
          <Icon name="phone" />
          {helpPanel.call}
        </a>
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
      </div>
      <p class="toast" role="status" hidden={copied === null}>
        {copied === true && helpPanel.copied}
        {copied === false && helpPanel.notCopied}
      </p>
    </section>
  );
}
