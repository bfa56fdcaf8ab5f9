/** Taken before a page could change it. */
const { get: typeOf } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'type') as {
  get(): string;
};
const call = Reflect.apply;

/**
 * Asked of the browser itself, since a page may give its input another name or type to be read. Not by `instanceof`:
 * methods are borrowed across frames, and each has its own classes.
 */
export function isFileInput(value: unknown): value is HTMLInputElement {
  try {
    return call(typeOf, value, []) === 'file';
  } catch {
    // No input at all.
    return false;
  }
}
