/** Whether the element is a button that these selectors name, by itself or by its icon, or lies in one. */
export function isOneOf(buttons: string | null, element: EventTarget | null): boolean {
  if (!buttons || !(element instanceof Element)) return false;
  return element.closest(`:is(${buttons}), :has(> :is(${buttons}))`) !== null;
}
