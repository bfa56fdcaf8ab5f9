import type { ByteSource } from '../bytes/byte-source';
import type { CleanResult, Piece, Range, RefusalReason } from './clean-result';
import type { Container, FormatRecord, Inspection } from './container';
import type { HiddenData } from './hidden-data';
import { isUnchanged, joinPieces } from './pieces';

/** What becomes of a file: the pieces it is made of afterwards, and what is in it but not in them. */
export interface Plan {
  readonly pieces: readonly Piece[];
  /** Coded data of the source whose end was looked for, and found. */
  readonly coded?: readonly Range[];
  /** Each kind, source and label once. Its values are read only when they are asked for. */
  hidden(): Promise<readonly HiddenData[]>;
}

/**
 * A container by how it plans: reporting and cleaning are the same plan, so that what is reported is what goes.
 * @param planFor reads the structure of a file; gives why there is no plan when there is none
 */
export function planned(
  record: FormatRecord & Pick<Container, 'matches'>,
  planFor: (source: ByteSource) => Promise<Plan | RefusalReason>,
): Container {
  const { name: format } = record;

  async function inspect(source: ByteSource): Promise<Inspection> {
    const plan = await planFor(source);
    if (typeof plan === 'string') return { outcome: 'refused', reason: plan };
    return { outcome: 'inspected', hidden: await plan.hidden() };
  }

  async function clean(source: ByteSource): Promise<CleanResult> {
    const plan = await planFor(source);
    if (typeof plan === 'string') return { outcome: 'refused', reason: plan, format };
    const pieces = joinPieces(plan.pieces);
    const removed = await plan.hidden();
    if (!(await isUnchanged(pieces, source)))
      return { outcome: 'cleaned', format, pieces, removed, ...(plan.coded ? { coded: plan.coded } : {}) };
    // Something is told of that the plan would leave where it is: that is not clean.
    if (removed.length > 0) return { outcome: 'refused', reason: 'unsupported', format };
    return { outcome: 'already-clean', format };
  }

  return { ...record, inspect, clean };
}
