import { useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { copyText } from './copy-text';

/** A website that helps: its address to copy first, for opening it leaves its trace in the history. */
export function Website({ address, name }: { readonly address: string; readonly name: string }) {
  const { places } = useSpeech().words.helpPanel;
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () => {
    copyText(address).then(setCopied, () => setCopied(false));
  };
  return (
    <section class="website" aria-label={name}>
      <bdi dir="ltr" class="website__address">
        {address}
      </bdi>
      <button type="button" class="btn" data-action="copy-address" onClick={copy}>
        <Icon name="copy" />
        {places.copyAddress}
      </button>
      {/* In a tab of its own: in the guard frame nothing may take the page away. */}
      <a class="link" href={`https://${address}`} target="_blank" rel="noreferrer" data-action="open-website">
        <Icon name="external-link" />
        {places.opens}
      </a>
      <p class="toast" role="status" hidden={copied === null}>
        {copied === true && places.copiedAddress}
        {copied === false && places.notCopiedAddress}
      </p>
    </section>
  );
}
