import type { Service } from '../../utils/help/services';
import { useSpeech } from '../ui/language';
import { LeadRow, Says, SourceOf, Title } from './parts';
import { Website } from './website';

/** A way to have pictures taken down: for which ones it is, and what it needs. */
export function ServiceView({ service }: { readonly service: Service }) {
  const { words, filled, digits } = useSpeech();
  const { places, steps } = words.helpPanel;
  const { name, fits, says } = places.services[service.id];
  return (
    <>
      <Title>{name}</Title>
      <p class="muted">{filled(places.serviceFor, { what: digits(fits) })}</p>
      <Says says={says} />
      {service.address ? (
        <>
          <Website address={service.address} name={name} />
          <LeadRow to="step-accounts" icon="list-checks" title={steps.all.accounts.title} />
        </>
      ) : (
        <LeadRow answer to="platforms" icon="flag" title={places.choosePlatform} />
      )}
      <SourceOf fact={service} />
    </>
  );
}
