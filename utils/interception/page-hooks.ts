import { joinAsHooks } from '../channel/page-link';
import { readChatModel } from '../sites/whatsapp-model';
import { installPickerHooks } from './picker-hooks';

/** Everything Safi does in the page's own world; once per window, whoever calls it again. */
export function installPageHooks(window: Window & typeof globalThis): void {
  const hooks = joinAsHooks(window, () => readChatModel(window));
  if (hooks) installPickerHooks(window, hooks);
}
