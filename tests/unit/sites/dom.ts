import { parseHTML } from 'linkedom';

/** A document made of this markup, in a window that has nothing else. */
export function page(body: string): Window & typeof globalThis {
  const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  return { document } as unknown as Window & typeof globalThis;
}

export interface Chat {
  readonly server: string;
  readonly user?: string;
  readonly title?: string;
  readonly [field: string]: unknown;
}

/** A chat as WhatsApp's own model holds it. */
export function chat({ server, user = '1', title = 'Sara', ...fields }: Chat): object {
  return { id: { server, user, _serialized: `${user}@${server}` }, formattedTitle: title, ...fields };
}

/** What React leaves on an element: a fiber, whose owner has these props. */
export function asReact(element: Element | null, props: unknown): void {
  Object.assign(element ?? {}, {
    __reactProps$abc: { children: [] },
    __reactFiber$abc: { memoizedProps: {}, return: { memoizedProps: props, return: null } },
  });
}

/** The page's module registry, with this collection of chats. */
export function asRegistry(window: Window, collection: unknown): void {
  const require = (name: string) => {
    if (name === 'WAWebChatCollection') return { ChatCollection: collection };
    throw new Error(`Requiring unknown module "${name}"`);
  };
  Object.assign(window, { require });
}
