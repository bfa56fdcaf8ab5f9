import type { AudienceKind } from './audience';
import type { Reading } from './site';

/** Whom a place reaches whose path begins like this; what the pattern captures is the chat's address. */
export type AddressRule = readonly [path: RegExp, kind: AudienceKind];

/**
 * Reads the audience from the address alone, for sites on which nothing else can be told without an account. The
 * first rule that fits is the one; an address without any is `otherwise`.
 */
export function byAddress(
  rules: readonly AddressRule[],
  otherwise: 'public' | 'unknown',
): (document: Document) => Reading {
  return ({ location: { pathname } }) => {
    for (const [path, kind] of rules) {
      const [found, chatId] = path.exec(pathname) ?? [];
      if (found !== undefined) return { audience: { kind }, chatId: chatId ?? null, title: null };
    }
    return { audience: { kind: otherwise }, chatId: null, title: null };
  };
}
