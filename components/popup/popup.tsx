import { useState } from 'preact/hooks';
import type { Language } from '../../utils/i18n/languages';
import { HelpPanel } from '../help/help-panel';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { LanguageChoice } from '../ui/language-choice';
import { Mark } from '../ui/mark';
import { CleanerRow } from './cleaner-row';
import type { Protection } from './protection';

export interface PopupProps {
  readonly protection: Protection;
  /** The page's host, when it is a listed site. */
  readonly host: string | null;
  /** Hosts Safi works on. */
  readonly sites: readonly string[];
  /** Whether Safi works in private windows; null when the browser does not say. */
  readonly inPrivate: boolean | null;
  readonly onReload: () => void;
  readonly onGrant: () => void;
  readonly onLanguage: (language: Language) => void;
  /** Opens the help beside the page; null where the browser has no such place. */
  readonly onBeside: (() => void) | null;
  /** Opens the cleaner. */
  readonly onCleaner: () => void;
  /** Opens the cleaner with what was dropped on the popup. */
  readonly onDropped: (data: DataTransfer) => void;
  readonly onSettings: () => void;
  readonly onExit: () => void;
}

/** Is this page protected? Then help, then language. */
export function Popup(props: PopupProps) {
  const { words } = useSpeech();
  const [helping, setHelping] = useState(false);
  if (helping) {
    return (
      <div class="popup popup--help">
        <HelpPanel onBack={() => setHelping(false)} onExit={props.onExit} />
      </div>
    );
  }
  return (
    <main class="popup">
      <header class="popup__head">
        <Mark off={props.protection !== 'protected'} />
        <h1>{words.name}</h1>
      </header>
      <State {...props} />
      <div class="rows">
        <button type="button" class="row" data-go="first" onClick={() => setHelping(true)}>
          <Icon name="circle-question-mark" />
          <span class="row__words">
            <strong>{words.help}</strong>
          </span>
          <Icon name="chevron-right" end />
        </button>
        {props.onBeside && (
          <button type="button" class="row" data-action="beside" onClick={props.onBeside}>
            <Icon name="panel-right" />
            <span class="row__words">
              <strong>{words.popup.beside}</strong>
            </span>
          </button>
        )}
        <CleanerRow onOpen={props.onCleaner} onDrop={props.onDropped} />
        <button type="button" class="row" data-action="settings" onClick={props.onSettings}>
          <Icon name="settings" />
          <span class="row__words">
            <strong>{words.settings.title}</strong>
          </span>
          <Icon name="chevron-right" end />
        </button>
      </div>
      <LanguageChoice onLanguage={props.onLanguage} />
    </main>
  );
}

/** The truth about this page, and the one button that repairs it. */
function State({ protection, host, sites, inPrivate, onReload, onGrant }: PopupProps) {
  const { words, filled } = useSpeech();
  const { popup } = words;
  const on = protection === 'protected';
  const hosts = <bdi dir="ltr">{sites.join(', ')}</bdi>;
  const texts = {
    protected: [popup.protected, popup.protectedText],
    partly: [popup.partly, popup.partlyText],
    reload: [popup.reload, popup.reloadText],
    'no-access': [popup.noAccess, popup.noAccessText],
    'not-listed': [popup.notListed, filled(popup.notListedText, { sites: hosts })],
  } as const;
  const [title, text] = texts[protection];
  return (
    <section class={on ? 'state' : 'state state--off'} role="status" data-state={protection}>
      <Mark off={!on} />
      <div>
        <h2>{title}</h2>
        {host && (
          <bdi dir="ltr" class="ltr muted small">
            {host}
          </bdi>
        )}
      </div>
      <p class="wide">{text}</p>
      {(protection === 'reload' || protection === 'partly') && (
        <button type="button" class="btn btn--main" data-action="reload" onClick={onReload}>
          <Icon name="rotate-cw" />
          {popup.reloadButton}
        </button>
      )}
      {protection === 'no-access' && (
        <button type="button" class="btn btn--main" data-action="grant" onClick={onGrant}>
          {popup.noAccessButton}
        </button>
      )}
      {inPrivate !== null && (
        <p class="wide muted" data-private={inPrivate ? 'on' : 'off'}>
          {inPrivate ? popup.privateOn : popup.privateOff}
        </p>
      )}
    </section>
  );
}
