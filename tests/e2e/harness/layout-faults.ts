/**
 * What is wrong with how a document is laid out, as it is drawn now. Runs in the page and stands alone; a line for
 * each fault, empty when there is none.
 *
 * - nothing runs out of the window or scrolls sideways but what is meant to,
 * - no text is cut off, or runs out of the box it is drawn in,
 * - no control is smaller than 24 × 24 CSS pixels (WCAG 2.5.8), no two lie over each other.
 */
export function layoutFaults(): string[] {
  /** Meant to scroll along a line. */
  const strips = '.strip';
  /** Faces in a picture lie where they lie. */
  const freely = '.boxes, .brush';
  const leastTarget = 24;
  /** Half a pixel is rounding. */
  const slack = 1;
  const faults: string[] = [];
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const named = (element: Element) => {
    const at = [...element.attributes].find(({ name }) => /^data-/.test(name));
    const tag = `${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`;
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${tag}${at ? `[${at.name}="${at.value}"]` : ''} "${words}"`;
  };
  const upward = (from: Element | null) => {
    const line: Element[] = [];
    for (let at = from; at; at = at.parentElement) line.push(at);
    return line;
  };
  const scope = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  const isSeen = (element: Element) =>
    element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
    !upward(element).some((one) => styleOf(one).clipPath === 'inset(50%)');
  const scrolls = (way: string) => way === 'auto' || way === 'scroll';

  const { documentElement: page } = document;
  if (page.scrollWidth > page.clientWidth) {
    faults.push(`the page is ${page.scrollWidth - page.clientWidth}px too wide`);
  }
  const all = [...scope.querySelectorAll('*')].filter((element) => !(element instanceof SVGElement));
  for (const element of all) {
    const over = element.scrollWidth - element.clientWidth;
    if (over > slack && scrolls(styleOf(element).overflowX) && !element.matches(strips) && isSeen(element)) {
      faults.push(`scrolls ${over}px sideways: ${named(element)}`);
    }
  }

  /** Where an element's content is drawn, without its border. */
  const insideOf = (element: Element) => {
    const { left, top } = element.getBoundingClientRect();
    const [x, y] = [left + element.clientLeft, top + element.clientTop];
    return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
  };
  const isPainted = (element: Element) => {
    const { backgroundColor, borderInlineEndWidth, borderBlockEndWidth, borderBlockEndColor } =
      styleOf(element);
    const clear = /^(transparent|rgba\(.*, 0\))$/;
    const hasBorder = parseFloat(borderInlineEndWidth) > 0 && parseFloat(borderBlockEndWidth) > 0;
    return !clear.test(backgroundColor) || (hasBorder && !clear.test(borderBlockEndColor));
  };
  const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!parent || !text.nodeValue?.trim() || parent.closest('svg, textarea, script, style')) continue;
    if (!isSeen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const drawn = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (drawn.length === 0) continue;
    const left = Math.min(...drawn.map((rect) => rect.left));
    const right = Math.max(...drawn.map((rect) => rect.right));
    const top = Math.min(...drawn.map((rect) => rect.top));
    const bottom = Math.max(...drawn.map((rect) => rect.bottom));
    // A font's own box is higher than its letters and than a tight line.
    const high = Math.max(4, parseFloat(styleOf(parent).fontSize) * 0.35);
    const [line, isWhole] = [upward(parent), { across: true, down: true }];
    let boxed = false;
    for (const box of line) {
      if (box === page || box === document.body) break;
      const style = styleOf(box);
      // It has no box of its own.
      if (style.display === 'contents') continue;
      const inside = insideOf(box);
      const isClamped = style.webkitLineClamp !== 'none';
      const outAcross = left < inside.left - slack || right > inside.right + slack;
      const outDown = top < inside.top - high || bottom > inside.bottom + high;
      if (/hidden|clip/.test(style.overflowX) && !isClamped && isWhole.across && outAcross) {
        faults.push(`text is cut at a side: ${named(parent)} in ${named(box)}`);
        break;
      }
      if (/hidden|clip/.test(style.overflowY) && !isClamped && isWhole.down && outDown) {
        faults.push(`text is cut: ${named(parent)} in ${named(box)}`);
        break;
      }
      // What can be scrolled to is not cut.
      if (scrolls(style.overflowX) && box.matches(strips)) isWhole.across = false;
      if (scrolls(style.overflowY) || isClamped) isWhole.down = false;
      if (!boxed && isWhole.across && style.display !== 'inline' && isPainted(box)) {
        boxed = true;
        const { left: from, right: to, top: above, bottom: below } = box.getBoundingClientRect();
        const out = left < from - slack || right > to + slack;
        const outHigh = isWhole.down && !isClamped && (top < above - high || bottom > below + high);
        if (out || outHigh) {
          faults.push(`text runs out of its box: ${named(parent)} in ${named(box)}`);
          break;
        }
      }
      if (style.position === 'fixed') break;
    }
    if (isWhole.across && (left < -slack || right > page.clientWidth + slack)) {
      faults.push(`text runs out of the window: ${named(parent)}`);
    }
  }

  /** A control with its target: the whole label where it has one, and as much as is not scrolled away. */
  interface Target {
    readonly element: Element;
    readonly rect: { left: number; top: number; right: number; bottom: number };
    readonly isStuck: boolean;
  }
  const controls = [
    ...scope.querySelectorAll('a[href], button, input, select, textarea, summary, [role="button"]'),
  ].filter((element) => isSeen(element) && styleOf(element).display !== 'inline');
  const targets: Target[] = controls.map((control) => {
    const element = control.closest('label') ?? control;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const rect = { left, top, right, bottom };
    // Drawn bigger for fingers than for the eye.
    const around = getComputedStyle(control, '::before');
    if (around.position === 'absolute' && around.content !== 'none') {
      const more = (size: string, own: number) => Math.max(0, (parseFloat(size) - own) / 2) || 0;
      const [x, y] = [more(around.width, right - left), more(around.height, bottom - top)];
      Object.assign(rect, { left: left - x, right: right + x, top: top - y, bottom: bottom + y });
    }
    const width = rect.right - rect.left;
    const height = rect.bottom - rect.top;
    if (Math.min(width, height) < leastTarget - 0.1) {
      faults.push(`a target of ${Math.round(width)} × ${Math.round(height)}: ${named(control)}`);
    }
    const line = upward(element);
    for (const box of line.slice(1)) {
      if (box === page || box === document.body || styleOf(box).overflowY === 'visible') continue;
      const inside = insideOf(box);
      rect.left = Math.max(rect.left, inside.left);
      rect.right = Math.min(rect.right, inside.right);
      rect.top = Math.max(rect.top, inside.top);
      rect.bottom = Math.min(rect.bottom, inside.bottom);
    }
    const isStuck = line.some((one) => /sticky|fixed/.test(styleOf(one).position));
    return { element, rect, isStuck };
  });
  for (const [at, one] of targets.entries()) {
    for (const other of targets.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      if (one.isStuck !== other.isStuck) continue;
      if (one.element.closest(freely) && other.element.closest(freely)) continue;
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (across > slack && down > slack) {
        faults.push(`two controls lie over each other: ${named(one.element)} and ${named(other.element)}`);
      }
    }
  }
  return [...new Set(faults)];
}

/**
 * Which controls do not show that they have the focus, or show it where it is cut off. Runs in the page and stands
 * alone. The last key was Tab, or the browser would not show it for any.
 */
export function focusFaults(): string[] {
  const scope = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
  const { activeElement: before } = document;
  const faults: string[] = [];
  const controls = [
    ...scope.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'),
  );
  const lookOf = (element: Element) => {
    const { boxShadow, borderColor, backgroundColor } = getComputedStyle(element);
    return [boxShadow, borderColor, backgroundColor].join();
  };
  for (const control of controls) {
    const bearers = [control, control.closest('label')].filter((one) => one !== null);
    const plain = bearers.map(lookOf);
    control.focus();
    if (document.activeElement !== control) continue;
    const isClear = (element: Element) => Number(getComputedStyle(element).opacity) === 0;
    const ringed = bearers.find((element, at) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const hasRing = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      return !isClear(element) && (hasRing || lookOf(element) !== plain[at]);
    });
    const name = `${control.outerHTML.slice(0, 100)}`;
    if (!ringed) {
      faults.push(`the focus is not seen: ${name}`);
      continue;
    }
    // A side of the ring is two pixels away from the box; at most one may be cut.
    const { left, top, right, bottom } = ringed.getBoundingClientRect();
    const { outlineOffset } = getComputedStyle(ringed);
    const away = Math.max(0, parseFloat(outlineOffset) || 0);
    const cut = new Set<string>();
    for (let box = ringed.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowX === 'visible' || box === document.documentElement) continue;
      const { left: from, top: above } = box.getBoundingClientRect();
      const [x, y] = [from + box.clientLeft, above + box.clientTop];
      if (left - away < x) cut.add('left');
      if (top - away < y) cut.add('top');
      if (right + away > x + box.clientWidth) cut.add('right');
      if (bottom + away > y + box.clientHeight) cut.add('bottom');
    }
    if (cut.size > 1) faults.push(`the ring of the focus is cut at ${[...cut].join(', ')}: ${name}`);
  }
  if (before instanceof HTMLElement) before.focus();
  return [...new Set(faults)];
}
