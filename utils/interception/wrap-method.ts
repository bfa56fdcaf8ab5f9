export type Method = (...args: unknown[]) => unknown;

const call = Reflect.apply;
const { get, set } = WeakMap.prototype;

/** What each of our methods stands for. */
const natives = new WeakMap<object, Method>();

/**
 * Page world: replaces a method, keeping its descriptor; in print it looks as the original, see `printAsNatives`.
 * @returns the original; null, and nothing is replaced, when the browser does not have it
 */
export function wrapMethod(
  owner: object,
  name: string,
  apply: (original: Method, target: unknown, args: unknown[]) => unknown,
): Method | null {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  const original: unknown = descriptor?.value;
  if (!descriptor || typeof original !== 'function') return null;
  const value = new Proxy(original as Method, {
    apply: (_, target, args) => apply(original as Method, target, args),
  });
  call(set, natives, [value, original]);
  Object.defineProperty(owner, name, { ...descriptor, value });
  return original as Method;
}

/** A Proxy is printed without its name; a page that compares would see it. */
export function printAsNatives(window: Window & typeof globalThis): void {
  wrapMethod(window.Function.prototype, 'toString', (print, target, args) =>
    call(print, call(get, natives, [target]) ?? target, args),
  );
}
