import { fieldsOf } from './fields';

/** The question the popup puts to the top document's share-guard, and its answer. */
export const statusRequest = { type: 'status' } as const;

export interface PageStatus {
  readonly type: 'status';
  /** The page-world hooks are in place, so that thrown-away inputs are held too. */
  readonly hooks: boolean;
  /** The last attempt to reach the guard frame succeeded, or none was made yet. */
  readonly frame: boolean;
  /** The page is cross-origin isolated: a frame that the page cannot know of does not load there. */
  readonly isolated: boolean;
}

export function isStatusRequest(value: unknown): boolean {
  return fieldsOf(value).type === statusRequest.type;
}

export function parsePageStatus(value: unknown): PageStatus | null {
  if (!isStatusRequest(value)) return null;
  const { hooks, frame, isolated } = fieldsOf(value);
  return typeof hooks === 'boolean' && typeof frame === 'boolean' && typeof isolated === 'boolean'
    ? { type: 'status', hooks, frame, isolated }
    : null;
}
