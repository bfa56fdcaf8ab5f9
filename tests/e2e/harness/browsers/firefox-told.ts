import type { BareButton, Drag, Point } from './driver';
import type { Tab } from './firefox-tab';

/**
 * What is run by `inTab`: each function stands alone. What it makes, it makes in a sandbox with the page's rights, to
 * which the page's objects show as the browser made them: a page that replaced natives sees nothing of it.
 */

interface Carried {
  readonly texts: Readonly<Record<string, string>>;
}

/** A file input, as the browser's own code can fill it. */
interface Chosen extends HTMLInputElement {
  mozSetFileArray(files: readonly File[]): void;
}

/**
 * Drags over the points in turn and drops on the last one, as a browser does: what stands at each point then is
 * entered and left, a page that prevents no `dragover` gets no drop, and afterwards the transfer is empty.
 */
export function drag({ content, Cu, files }: Tab, { texts, at, keys }: Carried & Required<Drag>): void {
  const { document } = content;
  const input = document.createElement('input') as Chosen;
  input.type = 'file';
  input.multiple = true;
  // Makes them files of the page's own class, as the browser's are.
  input.mozSetFileArray(files);
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: true });
  sandbox.given = Cu.cloneInto({ input, texts }, sandbox, { wrapReflectors: true });
  // Of what a sandbox gives back only what is the document's can be used here: events, no functions.
  Cu.evalInSandbox(
    `var transfer = new DataTransfer();
    for (const file of given.input.files) transfer.items.add(file);
    for (const [type, text] of Object.entries(given.texts)) transfer.setData(type, text);
    // What is dragged over a page shows that there are files, and types, and nothing else.
    var covered = new DataTransfer();
    for (const { type } of given.input.files) covered.items.add(new File([], '', { type }));
    for (const type of Object.keys(given.texts)) covered.setData(type, '');
    Object.defineProperty(covered.wrappedJSObject, 'files', { value: new DataTransfer().files.wrappedJSObject });
    var make = (init) => new DragEvent(init.type, {
      ...init, dataTransfer: init.type === 'drop' ? transfer : covered, view: window, bubbles: true,
      composed: true, cancelable: init.type !== 'dragleave',
    });`,
    sandbox,
  );
  const held = {
    altKey: (keys & 1) > 0,
    ctrlKey: (keys & 2) > 0,
    metaKey: (keys & 4) > 0,
    shiftKey: (keys & 8) > 0,
  };
  let over: Element | null = null;
  let taken = false;
  const tell = (target: Element | null, type: string, { x: clientX, y: clientY }: Point) => {
    const init = JSON.stringify({ ...held, type, clientX, clientY });
    return target?.dispatchEvent(Cu.evalInSandbox(`make(${init})`, sandbox) as Event) === false;
  };
  for (const point of at) {
    // Entering may bring up a sheet, which is then entered itself.
    for (let under = document.elementFromPoint(point.x, point.y); under !== over; ) {
      const left: Element | null = over;
      over = under;
      tell(under, 'dragenter', point);
      if (left?.isConnected) tell(left, 'dragleave', point);
      under = document.elementFromPoint(point.x, point.y);
    }
    taken = tell(over, 'dragover', point);
  }
  const last = at.at(-1) ?? { x: 0, y: 0 };
  // The browser itself takes what is dropped on a file input or in rich text.
  const field = over?.localName === 'input' || (over as HTMLElement | null)?.isContentEditable === true;
  tell(over, taken || (field && files.length > 0) ? 'drop' : 'dragleave', last);
  Cu.evalInSandbox('transfer.items.clear()', sandbox);
}

/** Pastes where the focus is, in this document or in a child frame's of the same site. */
export function paste({ content, Cu, files }: Tab, { texts }: Carried): void {
  let view: (Window & typeof globalThis) | null = content;
  let target = content.document.activeElement;
  while (target?.localName === 'iframe') {
    const inner: Document | null = (target as HTMLIFrameElement).contentDocument;
    if (!inner) break;
    view = inner.defaultView;
    target = inner.activeElement;
  }
  if (!view || !target) throw new Error('The focus is nowhere.');
  const input = view.document.createElement('input') as Chosen;
  input.type = 'file';
  input.multiple = true;
  input.mozSetFileArray(files);
  const sandbox = Cu.Sandbox(view, { sandboxPrototype: view, wantXrays: true });
  sandbox.given = Cu.cloneInto({ input, texts }, sandbox, { wrapReflectors: true });
  const event = Cu.evalInSandbox(
    `// Without data the constructor makes no transfer.
    var event = new ClipboardEvent('paste', {
      dataType: 'text/plain', data: '.', bubbles: true, cancelable: true, composed: true,
    });
    event.clipboardData.clearData();
    for (const [type, text] of Object.entries(given.texts)) event.clipboardData.setData(type, text);
    for (const file of given.input.files) event.clipboardData.items.add(file);
    event`,
    sandbox,
  ) as Event;
  target.dispatchEvent(event);
  Cu.evalInSandbox('event.clipboardData.items.clear()', sandbox);
}

export function bareButtons({ content }: Tab): readonly BareButton[] {
  const hosts = [...content.document.documentElement.children] as (Element & {
    openOrClosedShadowRoot?: ShadowRoot;
  })[];
  return hosts
    .flatMap((host) => [...(host.openOrClosedShadowRoot?.querySelectorAll('[data-action]') ?? [])])
    .map((button) => {
      const { x, y } = button.getBoundingClientRect();
      return { action: button.getAttribute('data-action') ?? '', x, y };
    });
}
