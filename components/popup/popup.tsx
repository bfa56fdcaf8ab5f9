import { useState } from 'preact/hooks';
import type { Language } from '../../utils/i18n/languages';
import { HelpPanel } from '../help/help-panel';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { LanguageChoice } from '../ui/language-choice';
import { Mark } from '../ui/mark';
import { CleanerRow } from './cleaner-row';
import { PageState, type PageStateProps } from './page-state';

export interface PopupProps {
  /** The page in front, and what can be done about it. */
  readonly page: PageStateProps;
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
        <Mark off={props.page.protection !== 'protected'} />
        <h1>{words.name}</h1>
      </header>
      <PageState {...props.page} />
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
