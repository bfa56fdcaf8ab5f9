/**
 * Shadow trees, from the isolated world, which alone can look into closed ones. A page keeps no file from us by
 * putting its inputs and drop zones in there, and nothing is hooked for it: what opens a picker, `drop` and `paste`
 * leave every shadow tree.
 */

interface Opens {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of an element, open, closed or declarative. */
export function shadowRootOf(element: unknown): ShadowRoot | null {
  // By its looks: an element may come from another frame, with classes of its own.
  if (typeof element !== 'object' || element === null || !('attachShadow' in element)) return null;
  const host = element as HTMLElement & Opens;
  return host.openOrClosedShadowRoot ?? chrome.dom?.openOrClosedShadowRoot(host) ?? host.shadowRoot;
}

/** Goes inward from an element, in each shadow tree to the one that `next` finds there. */
function innermost(from: EventTarget, next: (root: ShadowRoot) => Element | null): EventTarget {
  for (let at = from; ; ) {
    const root = shadowRootOf(at);
    const inner = root && next(root);
    // A root that has nothing there names its own host.
    if (!inner || inner === at) return at;
    at = inner;
  }
}

/** What lies at a point inside of this element, in CSS pixels. */
export function innermostAt(from: EventTarget, x: number, y: number): EventTarget {
  return innermost(from, (root) => root.elementFromPoint(x, y));
}

/** What has the focus inside of this element. */
export function innermostFocused(from: EventTarget): EventTarget {
  return innermost(from, (root) => root.activeElement);
}

/** Every element in a shadow root and in the shadow trees below it. */
export function* elementsIn(root: ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    const inner = shadowRootOf(element);
    if (inner) yield* elementsIn(inner);
  }
}
