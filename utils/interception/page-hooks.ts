import { carriedTo, eventCarrier, formSubmitted, joinAsHooks } from '../channel/page-link';
import { readChatModel } from '../sites/whatsapp-model';
import { installDroppedHooks } from './dropped-hooks';
import { isFileInput } from './is-file-input';
import { installOpenHooks } from './open-hooks';
import { installPickerHooks } from './picker-hooks';
import { installReadHooks } from './read-hooks';
import { type Fold, retell } from './retold-event';
import { installShadowHooks } from './shadow-hooks';
import { printAsNatives, wrapMethod } from './wrap-method';

/** Everything Safi does in the page's own world; once per window, whoever calls it again. */
export function installPageHooks(window: Window & typeof globalThis): void {
  let carrier: HTMLInputElement | null = null;
  let fold: Fold | undefined;
  let closedRootOf = (_host: EventTarget): ShadowRoot | null => null;

  const link = joinAsHooks(
    window,
    (host) => ('shadowRoot' in host && (host.shadowRoot as ShadowRoot | null)) || closedRootOf(host),
    () => readChatModel(window),
    (purpose, element) => {
      if (purpose === eventCarrier && isFileInput(element)) carrier = element;
      if (purpose === carriedTo && carrier) retell(element, carrier, fold);
      return true;
    },
  );
  if (!link) return;
  printAsNatives(window);
  fold = installDroppedHooks(window);
  installPickerHooks(window, link);
  installOpenHooks(window, link.listenAgain);
  installReadHooks(window, link);
  wrapMethod(window.HTMLFormElement.prototype, 'submit', (submit, form, args) =>
    link.hand(formSubmitted, form as EventTarget) ? undefined : Reflect.apply(submit, form, args),
  );
  if (import.meta.env.FIREFOX) closedRootOf = installShadowHooks(window, link);
}
