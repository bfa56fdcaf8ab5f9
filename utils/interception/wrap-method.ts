export type Method = (...args: unknown[]) => unknown;

/**
 * Page world: replaces a method, keeping its descriptor and its native look (a Proxy is printed as its target).
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
  Object.defineProperty(owner, name, { ...descriptor, value });
  return original as Method;
}
