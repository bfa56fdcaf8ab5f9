import { parseHTML } from 'linkedom';
import { vi } from 'vitest';

/** A page without a browser, for components that are only rendered and clicked. */
export function inPage() {
  const { window, document, Event } = parseHTML('<!doctype html><html><body></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('window', Object.assign(window, { scrollTo: () => {} }));
  vi.stubGlobal('HTMLElement', window.HTMLElement);
  // Nothing is laid out here.
  Object.assign(window.HTMLElement.prototype, { scrollTo: () => {} });
  const tell = (target: EventTarget | null, type: string, more: object = {}) => {
    if (!target) throw new Error(`nothing to tell of ${type}`);
    target.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), more));
  };
  return {
    document,
    click: (target: Element | null) => tell(target, 'click'),
    key: (type: 'keydown' | 'keyup', key: string) => tell(document, type, { key, repeat: false }),
    type(target: Element | null, value: string) {
      if (target) Object.assign(target, { value });
      tell(target, 'input');
    },
  };
}
