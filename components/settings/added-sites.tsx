import { useState } from 'preact/hooks';
import { useSpeech } from '../ui/language';

/** A site that a person has added. */
export interface AddedSite {
  /** By which it is known to the browser. */
  readonly pattern: string;
  /** Its host, or null when it is every site. */
  readonly host: string | null;
}

/** What comes of the wish to add a site. */
export type AddOutcome = 'added' | 'no-address' | 'already' | 'refused';

export interface AddedSitesProps {
  readonly added: readonly AddedSite[];
  /** Asks the browser at once: after a wait it would not ask the person. */
  readonly onAdd: (typed: string) => Promise<AddOutcome>;
  readonly onRemove: (site: AddedSite) => void;
}

/** The sites that a person has added, and a field for one more. */
export function AddedSites({ added, onAdd, onRemove }: AddedSitesProps) {
  const { words, filled } = useSpeech();
  const { sites } = words;
  const [outcome, setOutcome] = useState<AddOutcome | null>(null);
  const [typed, setTyped] = useState('');
  const says: Readonly<Partial<Record<AddOutcome, string>>> = {
    'no-address': sites.noAddress,
    already: sites.already,
    refused: sites.refused,
  };
  const said = outcome && says[outcome];
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    onAdd(typed).then((next) => {
      setOutcome(next);
      if (next === 'added') setTyped('');
    }, reportError);
  };
  return (
    <section class="group" aria-labelledby="settings-added">
      <h2 id="settings-added">{sites.others}</h2>
      {added.length === 0 && <p class="small muted">{sites.othersNone}</p>}
      <ul class="ruled added">
        {added.map((site) => {
          const name = site.host === null ? sites.everySite : <bdi dir="ltr">{site.host}</bdi>;
          return (
            <li key={site.pattern} data-added={site.host ?? '*'}>
              <span>{name}</span>
              <button
                type="button"
                class="btn btn--small"
                data-action="remove-site"
                onClick={() => onRemove(site)}
              >
                {filled(sites.removeNamed, { site: name })}
              </button>
            </li>
          );
        })}
      </ul>
      <form class="added__form" onSubmit={add} noValidate>
        <label for="settings-host">{sites.address}</label>
        <div>
          <input
            id="settings-host"
            type="text"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            spellcheck={false}
            placeholder="example.org"
            data-setting="host"
            value={typed}
            aria-invalid={outcome === 'no-address'}
            aria-describedby="settings-host-said"
            onInput={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setOutcome(null);
            }}
          />
          <button type="submit" class="btn" data-action="add-typed-site">
            {sites.addTyped}
          </button>
        </div>
        <p class="small" id="settings-host-said" role="status" data-outcome={outcome ?? undefined}>
          {said}
        </p>
      </form>
    </section>
  );
}
