import { joinAsHooks } from '../channel/page-link';
import { readChatModel } from '../sites/whatsapp-model';
import { isFileInput } from './is-file-input';
import { installPickerHooks } from './picker-hooks';
import { retell } from './retold-event';

/** Everything Safi does in the page's own world; once per window, whoever calls it again. */
export function installPageHooks(window: Window & typeof globalThis): void {
  const hooks = joinAsHooks(
    window,
    () => readChatModel(window),
    (target, carrier) => {
      if (isFileInput(carrier)) retell(target, carrier);
    },
  );
  if (hooks) installPickerHooks(window, hooks);
}
