import { vi } from 'vitest';

/** A browser that keeps what it was asked to grant and to register, as far as Safi's access to sites needs one. */

export interface GrantingBrowser {
  /** What is granted, as match patterns. */
  readonly origins: Set<string>;
  /** The scripts that are registered, by id. */
  readonly registered: Map<string, chrome.scripting.RegisteredContentScript>;
  /** Every call that changed what is registered, in order. */
  readonly calls: string[];
  /** As the person does it, in a dialog or in the browser's own settings: listeners hear of it. */
  grant(...origins: readonly string[]): void;
  withdraw(...origins: readonly string[]): void;
  /** Both browsers answer for a host that a wider pattern covers. */
  readonly api: {
    readonly permissions: object;
    readonly scripting: object;
  };
}

interface Origins {
  readonly origins: readonly string[];
}

function eventOf() {
  const heard = new Set<() => void>();
  return {
    addListener: (listener: () => void) => heard.add(listener),
    removeListener: (listener: () => void) => heard.delete(listener),
    hasListeners: () => heard.size > 0,
    tell: () => {
      for (const listener of heard) listener();
    },
  };
}

export function grantingBrowser(): GrantingBrowser {
  const origins = new Set<string>();
  const registered: GrantingBrowser['registered'] = new Map();
  const calls: string[] = [];
  const [onAdded, onRemoved] = [eventOf(), eventOf()];

  const covered = (origin: string) => {
    // Firefox refuses such patterns.
    if (/:\d+\//.test(origin)) throw new Error(`Invalid url pattern: ${origin}`);
    return origins.has(origin) || origins.has('https://*/*') || origins.has('<all_urls>');
  };
  const grant = (...added: readonly string[]) => {
    for (const origin of added) origins.add(origin);
    onAdded.tell();
  };
  const withdraw = (...removed: readonly string[]) => {
    for (const origin of removed) origins.delete(origin);
    onRemoved.tell();
  };

  return {
    origins,
    registered,
    calls,
    grant,
    withdraw,
    api: {
      permissions: {
        onAdded,
        onRemoved,
        getAll: async () => ({ origins: [...origins], permissions: ['storage'] }),
        contains: async ({ origins: asked }: Origins) => asked.every(covered),
        request: vi.fn(async ({ origins: asked }: Origins) => {
          grant(...asked);
          return true;
        }),
        remove: vi.fn(async ({ origins: asked }: Origins) => {
          withdraw(...asked);
          return true;
        }),
      },
      scripting: {
        getRegisteredContentScripts: async () => [...registered.values()],
        async registerContentScripts(scripts: chrome.scripting.RegisteredContentScript[]) {
          calls.push('register');
          for (const script of scripts) {
            if (registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
            registered.set(script.id, script);
          }
        },
        async updateContentScripts(scripts: chrome.scripting.RegisteredContentScript[]) {
          calls.push('update');
          for (const script of scripts) {
            if (!registered.has(script.id)) throw new Error(`Script with ID '${script.id}' does not exist`);
            registered.set(script.id, script);
          }
        },
        async unregisterContentScripts({ ids }: { readonly ids: readonly string[] }) {
          calls.push('unregister');
          for (const id of ids) registered.delete(id);
        },
      },
    },
  };
}
