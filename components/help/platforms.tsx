import { type Platform, platforms } from '../../utils/help/platforms';
import { useSpeech } from '../ui/language';
import { LeadRow, Says, SourceOf, Title } from './parts';
import { Website } from './website';

/** The apps and sites in which something can be reported. */
export function Platforms() {
  const { places } = useSpeech().words.helpPanel;
  return (
    <>
      <Title>{places.platformsTitle}</Title>
      <p class="muted">{places.platformsHint}</p>
      <div class="list-card">
        {platforms.map(({ id }) => (
          <LeadRow key={id} to={`platform-${id}`} icon="flag" title={places.platforms[id].name} />
        ))}
      </div>
    </>
  );
}

/** How it is reported on one of them. */
export function PlatformView({ platform }: { readonly platform: Platform }) {
  const { helpPanel } = useSpeech().words;
  const { name, says } = helpPanel.places.platforms[platform.id];
  return (
    <>
      <Title>{name}</Title>
      <Says says={says} />
      {platform.address && <Website address={platform.address} name={name} />}
      <div class="rows">
        <LeadRow to="step-evidence" icon="list-checks" title={helpPanel.steps.all.evidence.title} />
        <LeadRow to="step-take-down" icon="image" title={helpPanel.steps.all['take-down'].title} />
      </div>
      <SourceOf fact={platform} />
    </>
  );
}
