import { describe, expect, test } from 'vitest';
import { createTokens, type TokenStore } from '../../../utils/guard/tokens';

function memoryStore(): TokenStore & { items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async () => Object.fromEntries(items),
    set: async (added) => {
      for (const [key, value] of Object.entries(added)) items.set(key, value);
    },
    remove: async (keys) => {
      for (const key of keys) items.delete(key);
    },
  };
}

function tokensIn(store: TokenStore) {
  let count = 0;
  return createTokens(store, () => `random-${++count}`);
}

const grant = { tabId: 7, frameId: 0, origin: 'https://web.whatsapp.com' };

describe('one-time tokens', () => {
  test('a token tells whose it is, once', async () => {
    const tokens = tokensIn(memoryStore());
    const token = await tokens.mint(grant);
    expect(await tokens.redeem(token, 7)).toEqual(grant);
    expect(await tokens.redeem(token, 7)).toBeNull();
  });

  test('two frames that hand in the same token at once: one gets in', async () => {
    const tokens = tokensIn(memoryStore());
    const token = await tokens.mint(grant);
    const answers = await Promise.all([tokens.redeem(token, 7), tokens.redeem(token, 7)]);
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });

  test('a token of another tab is refused, and spent', async () => {
    const tokens = tokensIn(memoryStore());
    const token = await tokens.mint(grant);
    expect(await tokens.redeem(token, 8)).toBeNull();
    expect(await tokens.redeem(token, 7)).toBeNull();
  });

  test('an unknown token is refused', async () => {
    expect(await tokensIn(memoryStore()).redeem('guessed', 7)).toBeNull();
  });

  test('a newer token of the same frame voids the older; other frames keep theirs', async () => {
    const tokens = tokensIn(memoryStore());
    const old = await tokens.mint(grant);
    const child = await tokens.mint({ ...grant, frameId: 3 });
    const fresh = await tokens.mint(grant);
    expect(await tokens.redeem(old, 7)).toBeNull();
    expect(await tokens.redeem(child, 7)).toMatchObject({ frameId: 3 });
    expect(await tokens.redeem(fresh, 7)).toEqual(grant);
  });

  test('a restarted background still knows the tokens it minted', async () => {
    const store = memoryStore();
    const token = await tokensIn(store).mint(grant);
    expect(await tokensIn(store).redeem(token, 7)).toEqual(grant);
  });

  test('nothing stays in the store after redeeming', async () => {
    const store = memoryStore();
    const tokens = tokensIn(store);
    await tokens.redeem(await tokens.mint(grant), 7);
    expect(store.items.size).toBe(0);
  });
});
