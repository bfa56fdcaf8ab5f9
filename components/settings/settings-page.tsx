import type { SettingsChange } from '../../utils/settings/storage';
import { Icon } from '../ui/icon';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import { organisationIn } from '../ui/organisation';
import { AddedSites, type AddedSitesProps } from './added-sites';
import { AsksSection } from './asks-section';
import { LanguageSection } from './language-section';
import { type MoveActions, MoveSection } from './move-section';
import { QuietSection } from './quiet-section';
import { type ListedSite, SitesSection } from './sites-section';

export interface SettingsPageProps {
  readonly sites: readonly ListedSite[];
  readonly others: AddedSitesProps;
  /** Changes the person's own settings. */
  readonly onChange: (change: SettingsChange) => void;
  readonly move: MoveActions;
}

/** Everything that Safi keeps, on one page. */
export function SettingsPage({ sites, others, onChange, move }: SettingsPageProps) {
  const speech = useSpeech();
  const words = speech.words.settings;
  const { policy } = useKept();
  return (
    <main class="sheet settings">
      <header class="sheet__head">
        <Mark />
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.intro}</p>
        </div>
      </header>
      {policy && (
        <p class="note note--sand" data-managed>
          <Icon name="school" />
          <span>{speech.filled(words.managed, { who: organisationIn(policy, speech) })}</span>
        </p>
      )}
      <div class="settings__groups">
        <div>
          <LanguageSection onChange={onChange} />
          <AsksSection onChange={onChange} />
          <QuietSection onChange={onChange} />
        </div>
        <div>
          <SitesSection sites={sites} onChange={onChange} />
          <AddedSites {...others} />
          <MoveSection actions={move} />
          <p class="note">
            <Icon name="info" />
            <span>{words.never}</span>
          </p>
          <a class="row" href="welcome.html" data-go="welcome">
            <Icon name="house" />
            <span class="row__words">
              <strong>{speech.words.welcome.title}</strong>
            </span>
            <Icon name="chevron-right" end />
          </a>
        </div>
      </div>
    </main>
  );
}
