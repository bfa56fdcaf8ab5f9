/** What a press is made of, by pointer and by key. `click` comes last, also without the others. */
export const pressEvents = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'keydown',
  'keypress',
  'keyup',
] as const;
