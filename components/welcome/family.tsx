import { useRef } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useFirstFocus } from '../ui/keep-focus';
import { useSpeech } from '../ui/language';

/** For a computer that several people share: talking together, what Safi will never do, a profile for each. */
export function Family({ onBack }: { readonly onBack: () => void }) {
  const { words } = useSpeech();
  const { family } = words.welcome;
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading, true);
  return (
    <>
      <button type="button" class="btn btn--bare start" data-action="back" onClick={onBack}>
        <Icon name="arrow-left" />
        {words.back}
      </button>
      <h1 tabIndex={-1} ref={heading}>
        {family.title}
      </h1>
      {([family.talk, family.never, family.apart] as const).map(({ title, all }) => (
        <section key={title} class="group">
          <h2>{title}</h2>
          <ul class="plain">
            {all.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
