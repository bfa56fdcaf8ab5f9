import type { CleanResult, Piece, RefusalReason } from '../metadata/clean-result';
import type { HiddenData } from '../metadata/hidden-data';
import { fieldsOf, isKeyOf } from './fields';

/**
 * Messages between the cleaner's page and the worker that cleans. Both ends parse what they get; what does not parse
 * is dropped.
 */

export interface Clean {
  readonly type: 'clean';
  readonly id: number;
  readonly file: File;
}

export type FromCleaning =
  /** So many bytes of the file were read until now; some are read twice. */
  | { readonly type: 'read'; readonly id: number; readonly bytes: number }
  /** null: neither picture nor video. */
  | { readonly type: 'done'; readonly id: number; readonly result: CleanResult | null };

const reasons: Readonly<Record<RefusalReason, true>> = {
  unsupported: true,
  corrupt: true,
  'too-large': true,
  encrypted: true,
  unreadable: true,
};

function isPiece(value: unknown): value is Piece {
  if (value instanceof Uint8Array) return true;
  const { start, end, zeros } = fieldsOf(value);
  return typeof zeros === 'number' || (typeof start === 'number' && typeof end === 'number');
}

function isHidden(value: unknown): value is HiddenData {
  const { kind, source, label } = fieldsOf(value);
  return typeof kind === 'string' && typeof source === 'string' && typeof label === 'string';
}

function parseResult(value: unknown): CleanResult | null {
  const { outcome, format, pieces, removed, reason } = fieldsOf(value);
  if (outcome === 'refused') return isKeyOf(reasons, reason) ? { outcome, reason } : null;
  if (typeof format !== 'string') return null;
  if (outcome === 'already-clean') return { outcome, format };
  if (outcome !== 'cleaned' || !Array.isArray(pieces) || !Array.isArray(removed)) return null;
  return pieces.every(isPiece) && removed.every(isHidden) ? { outcome, format, pieces, removed } : null;
}

export function parseClean(value: unknown): Clean | null {
  const { type, id, file } = fieldsOf(value);
  return type === 'clean' && typeof id === 'number' && file instanceof File ? { type, id, file } : null;
}

export function parseFromCleaning(value: unknown): FromCleaning | null {
  const { type, id, bytes, result } = fieldsOf(value);
  if (typeof id !== 'number') return null;
  if (type === 'read') return typeof bytes === 'number' ? { type, id, bytes } : null;
  if (type !== 'done') return null;
  if (result === null) return { type, id, result };
  const parsed = parseResult(result);
  return parsed && { type, id, result: parsed };
}
