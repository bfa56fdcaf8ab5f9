/** Fills the `{slots}` of a text; what fills them may be anything that can stand in a list, such as an element. */
export function fill<T>(text: string, slots: Readonly<Record<string, T>>): (string | T)[] {
  return text
    .split(/(\{\w+\})/)
    .map((part) => {
      const slot = /^\{(\w+)\}$/.exec(part)?.[1];
      const filling = slot === undefined ? undefined : slots[slot];
      return filling === undefined ? part : filling;
    })
    .filter((part) => part !== '');
}

/** The same, for texts alone. */
export function fillText(text: string, slots: Readonly<Record<string, string>>): string {
  return fill(text, slots).join('');
}
