import type { SettingsChange } from '../../utils/settings/storage';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { FixedNote, Switch, useFixed } from './setting-parts';

/** A site as the list shows it. */
export interface ListedSite {
  /** As `sitesOff` names it. */
  readonly name: string;
  /** The one that people know first. */
  readonly hosts: readonly string[];
}

interface SitesSectionProps {
  readonly sites: readonly ListedSite[];
  readonly onChange: (change: SettingsChange) => void;
}

/** The sites on which Safi works, each with its switch. */
export function SitesSection({ sites, onChange }: SitesSectionProps) {
  const words = useSpeech().words.settings;
  const { sitesOff } = useKept().settings;
  const fixed = useFixed('sitesOff');
  const switchSite = (name: string, on: boolean) => {
    const others = sitesOff.filter((other) => other !== name);
    onChange({ sitesOff: on ? others : [...others, name] });
  };
  // Such as from a file of another version: what is kept is shown, and can be taken back.
  const others = sitesOff
    .filter((off) => !sites.some(({ name }) => name === off))
    .map((name) => ({ name, hosts: [name] }));
  return (
    <section class="group" aria-labelledby="settings-sites">
      <h2 id="settings-sites">{words.sites}</h2>
      <FixedNote setting="sitesOff" />
      <div class="ruled">
        {[...sites, ...others].map(({ name, hosts }) => {
          const on = !sitesOff.includes(name);
          return (
            <Switch
              key={name}
              setting="site"
              site={name}
              label={<bdi dir="ltr">{hosts[0]?.replace(/^www\./, '')}</bdi>}
              {...(on ? {} : { hint: words.siteOff })}
              on={on}
              fixed={fixed}
              onSwitch={(value) => switchSite(name, value)}
            />
          );
        })}
      </div>
    </section>
  );
}
