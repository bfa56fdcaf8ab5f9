import type { Hotline } from '../../utils/help/hotlines';
import { useKept } from '../ui/kept-context';

/** A line as it is shown here. */
export interface OwnLine extends Hotline {
  /** An organisation has given it another number: what we know of the former one says nothing about this. */
  readonly replaced: boolean;
}

/** Lines with the numbers that an organisation has set for them. The emergency line never has another. */
export function useOwnLines(lines: readonly Hotline[]): readonly OwnLine[] {
  const replaced = useKept().policy?.lines ?? [];
  return lines.map((line) => {
    const number = replaced.find(({ replaces }) => replaces === line.id)?.number;
    return number === undefined ? { ...line, replaced: false } : { ...line, number, replaced: true };
  });
}
