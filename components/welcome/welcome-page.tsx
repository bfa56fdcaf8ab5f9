import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../../utils/i18n/languages';
import { Icon, type IconName } from '../ui/icon';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { LanguageChoice } from '../ui/language-choice';
import { Checks, type ChecksProps } from './checks';
import { Family } from './family';
import { Hero } from './hero';

export interface WelcomePageProps extends ChecksProps {
  /** What the sites are called on which Safi works. */
  readonly sites: readonly string[];
  readonly onLanguage: (language: Language) => void;
  readonly onPractice: () => void;
  readonly onSettings: () => void;
}

/**
 * What opens once after Safi was installed: the language, what it sees and never does, whether everything is ready,
 * and where to try it. It can be opened at any time again, and keeps nothing but the language.
 */
export function WelcomePage({ sites, onLanguage, onPractice, onSettings, ...checks }: WelcomePageProps) {
  const { words } = useSpeech();
  const { welcome } = words;
  const { policy } = useKept();
  const [family, setFamily] = useState(false);
  const [wasThere, setWasThere] = useState(false);
  if (family) {
    return (
      <main class="sheet" data-page="family">
        <Family
          onBack={() => {
            setWasThere(true);
            setFamily(false);
          }}
        />
      </main>
    );
  }
  return (
    <main class="sheet" data-page="welcome">
      {policy?.fixed.language === undefined && <LanguageChoice onLanguage={onLanguage} />}
      <Hero />
      <div class="trio">
        <Told icon="eye" title={welcome.sees.title}>
          {welcome.sees.text}
        </Told>
        <Told icon="laptop" title={welcome.where.title}>
          {welcome.where.text}
          <bdi dir="ltr" class="small muted">
            {sites.join(', ')}
          </bdi>
        </Told>
        <Told icon="hand" title={welcome.never.title}>
          {welcome.never.text}
        </Told>
      </div>
      <Checks {...checks} />
      <section class="group">
        <h2>{welcome.find.title}</h2>
        <p>{welcome.find.text}</p>
      </section>
      <div class="doors">
        <button type="button" class="btn btn--main btn--two" data-action="practice" onClick={onPractice}>
          {welcome.practice}
          <small>{welcome.practiceHint}</small>
        </button>
        <button
          type="button"
          class="btn btn--bare"
          data-go="family"
          ref={(button) => {
            // Whoever comes back goes on from where the way branched off.
            if (wasThere) button?.focus();
          }}
          onClick={() => setFamily(true)}
        >
          <Icon name="house" />
          {welcome.familyDoor}
        </button>
        <button type="button" class="btn btn--bare" data-action="settings" onClick={onSettings}>
          <Icon name="settings" />
          {words.settings.title}
        </button>
      </div>
      <p class="muted">{welcome.done}</p>
    </main>
  );
}

function Told({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="group">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{children}</p>
    </section>
  );
}
