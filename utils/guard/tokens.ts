import { type Grant, parseGrant } from '../channel/background-channel';

/**
 * One-time tokens by which a guard frame knows a share-guard. They are minted and redeemed by the background
 * and kept in session storage, since a sleeping service worker forgets its memory.
 */

/** The part of `storage.session` that is used; a test passes its own. */
export interface TokenStore {
  get(key: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface Tokens {
  /** A new token for this tab and frame; an older one that was never used is void. */
  mint(grant: Grant): Promise<string>;
  /** Whose token it was, once; null for an unknown, used or foreign one. */
  redeem(token: string, tabId: number): Promise<Grant | null>;
}

const prefix = 'token:';

export function createTokens(store: TokenStore, random: () => string): Tokens {
  let turn: Promise<unknown> = Promise.resolve();

  /** Reading and removing is one act: two frames with one token must not both get in. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = turn.then(act);
    turn = result.catch(() => {});
    return result;
  }

  return {
    mint: (grant) =>
      inTurn(async () => {
        const stale = Object.entries(await store.get(null)).flatMap(([key, value]) => {
          const old = key.startsWith(prefix) ? parseGrant(value) : null;
          return old?.tabId === grant.tabId && old.frameId === grant.frameId ? [key] : [];
        });
        await store.remove(stale);
        const token = random();
        await store.set({ [prefix + token]: grant });
        return token;
      }),
    redeem: (token, tabId) =>
      inTurn(async () => {
        const key = prefix + token;
        const grant = parseGrant((await store.get(null))[key]);
        if (!grant) return null;
        await store.remove([key]);
        return grant.tabId === tabId ? grant : null;
      }),
  };
}
