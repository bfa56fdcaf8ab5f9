import type { ComponentChildren } from 'preact';
import { languages } from '../../utils/i18n/languages';
import { fixableSettings } from '../../utils/settings/policy';
import type { Settings } from '../../utils/settings/schema';
import { differences, type Setting } from '../../utils/settings/transfer';
import { useKept } from '../ui/kept-context';
import { type Speech, useSpeech } from '../ui/language';
import { organisationIn } from '../ui/organisation';

/** What becomes of the person's own settings, one line for each that changes. */
export function ChangesOf({ to }: { readonly to: Settings }) {
  const speech = useSpeech();
  const { own, policy } = useKept();
  const { move } = speech.words.settings;
  const changed = differences(own, to);
  if (changed.length === 0) return <p data-changes="0">{move.same}</p>;
  const isFixed = (setting: Setting) =>
    fixableSettings.some((one) => one === setting && one in (policy?.fixed ?? {}));
  return (
    <dl class="changes" data-changes={changed.length}>
      {changed.map((setting) => (
        <div key={setting} data-change={setting}>
          <dt>{labelOf(setting, speech)}</dt>
          <dd>
            {speech.filled(move.fromTo, {
              from: shownValue(own, setting, speech),
              to: <strong>{shownValue(to, setting, speech)}</strong>,
            })}
            {policy && isFixed(setting) && (
              <small>{speech.filled(move.staysSet, { who: organisationIn(policy, speech) })}</small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** As many names as can be read. */
const mostSites = 12;

function SitesOf({ names }: { readonly names: readonly string[] }) {
  const { words, count } = useSpeech();
  const more = names.length - mostSites;
  if (names.length === 0) return <>{words.settings.move.none}</>;
  return (
    <>
      <bdi dir="ltr">{names.slice(0, mostSites).join(', ')}</bdi>
      {more > 0 && <> {count(words.card.more, more)}</>}
    </>
  );
}

/** What a setting is called on the page. */
export function labelOf(setting: Setting, { words: { settings } }: Speech): string {
  const labels: Readonly<Record<Setting, string>> = {
    language: settings.language,
    address: settings.address.title,
    asks: settings.asks.title,
    coverFaces: settings.coverFaces,
    blurPreviews: settings.blurPreviews,
    discreetName: settings.discreetName,
    sitesOff: settings.move.sitesOff,
  };
  return labels[setting];
}

function shownValue(settings: Settings, setting: Setting, { words }: Speech): ComponentChildren {
  const { move, address, asks } = words.settings;
  switch (setting) {
    case 'language':
      return settings.language === null ? (
        move.asBrowser
      ) : (
        <span lang={settings.language}>{languages[settings.language].name}</span>
      );
    case 'address':
      return address[settings.address];
    case 'asks':
      return asks[settings.asks];
    case 'sitesOff':
      return <SitesOf names={settings.sitesOff} />;
    default:
      return settings[setting] ? move.on : move.off;
  }
}
