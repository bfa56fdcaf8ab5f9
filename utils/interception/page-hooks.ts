import { forHooks, joinAsHooks } from '../channel/page-link';
import { readChatModel } from '../sites/whatsapp-model';
import { isFileInput } from './is-file-input';
import { installOpenHooks } from './open-hooks';
import { installPickerHooks } from './picker-hooks';
import { retell } from './retold-event';
import { installShadowHooks } from './shadow-hooks';

/** Everything Safi does in the page's own world; once per window, whoever calls it again. */
export function installPageHooks(window: Window & typeof globalThis): void {
  let carrier: HTMLInputElement | null = null;
  let closedRootOf = (_host: EventTarget): ShadowRoot | null => null;

  const link = joinAsHooks(
    window,
    (host) => ('shadowRoot' in host && (host.shadowRoot as ShadowRoot | null)) || closedRootOf(host),
    () => readChatModel(window),
    (purpose, element) => {
      if (purpose === forHooks.carrier && isFileInput(element)) carrier = element;
      if (purpose === forHooks.target && carrier) retell(element, carrier);
      return true;
    },
  );
  if (!link) return;
  installPickerHooks(window, link);
  installOpenHooks(window, link.listenAgain);
  if (import.meta.env.FIREFOX) closedRootOf = installShadowHooks(window, link);
}
