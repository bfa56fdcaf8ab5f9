import type { Size } from './areas';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A pointer that goes less far than this has clicked, in CSS pixels. */
const clickReach = 4;

/** Where a pointer is over the picture, in its pixels; the canvas runs left to right in every language. */
export function pointOf(event: MouseEvent, canvas: Element, picture: Size): Point {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return {
    x: ((event.clientX - left) / Math.max(1, width)) * picture.width,
    y: ((event.clientY - top) / Math.max(1, height)) * picture.height,
  };
}

/**
 * Follows a pointer that was pressed until it is let go.
 *
 * @param onMove is told once it has gone far enough to be no click
 * @param onEnd is told whether it had
 */
export function followDrag(
  down: PointerEvent,
  onMove: (event: PointerEvent) => void,
  onEnd: (moved: boolean) => void = () => {},
): void {
  const { currentTarget: target, pointerId } = down;
  if (!(target instanceof HTMLElement)) return;
  const life = new AbortController();
  const { signal } = life;
  let moved = false;
  target.setPointerCapture(pointerId);
  const end = () => {
    life.abort();
    onEnd(moved);
  };
  target.addEventListener(
    'pointermove',
    (event) => {
      moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= clickReach;
      if (moved) onMove(event);
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
    target.addEventListener(type, end, { signal });
}
