import { fieldsOf } from './fields';

/**
 * What share-guard and the guard frame ask of the background. Nothing here carries a file, a name or a chat.
 *
 * - token: a share-guard, while warming, asks for a one-time token for its own tab and frame
 * - redeem: a guard frame hands a token in and learns whose it is, or null
 * - stay: a share-guard asks whether Safi may still work on its site
 * - relay: a child frame asks whether the top document has a share-guard; both get the same secret
 * - keeper: a share-guard whose frame may load no module asks for its keeper (Firefox)
 */
export type ToBackground =
  | { readonly type: 'token' }
  | { readonly type: 'redeem'; readonly token: string }
  | { readonly type: 'stay' }
  | { readonly type: 'relay' }
  | { readonly type: 'keeper' };

/** Whose token it was. */
export interface Grant {
  readonly tabId: number;
  readonly frameId: number;
  /** Origin of the document that asked, as the browser told it. */
  readonly origin: string;
}

/** Background to every share-guard: Safi may work on fewer sites than before. */
export const accessLost = { type: 'access-lost' } as const;

export function isAccessLost(value: unknown): boolean {
  return fieldsOf(value).type === accessLost.type;
}

/** Background to the top document's share-guard: a child frame is about to knock with `id`; answer with `secret`. */
export interface Relay {
  readonly type: 'relay';
  readonly id: string;
  readonly secret: string;
}

export function parseToBackground(value: unknown): ToBackground | null {
  const message = fieldsOf(value);
  const bare = (['token', 'stay', 'relay', 'keeper'] as const).find((type) => type === message.type);
  if (bare) return { type: bare };
  return message.type === 'redeem' && typeof message.token === 'string'
    ? { type: 'redeem', token: message.token }
    : null;
}

export function parseGrant(value: unknown): Grant | null {
  const { tabId, frameId, origin } = fieldsOf(value);
  return typeof tabId === 'number' && typeof frameId === 'number' && typeof origin === 'string'
    ? { tabId, frameId, origin }
    : null;
}

export function parseRelay(value: unknown): Relay | null {
  const { type, id, secret } = fieldsOf(value);
  return type === 'relay' && typeof id === 'string' && typeof secret === 'string'
    ? { type: 'relay', id, secret }
    : null;
}
