import type { Audience } from '../../utils/sites/audience';
import { dotsFor } from './ripple';

/**
 * How the card begins: people as rings around the picture, as a line of dots, or the number on a band. What always
 * looks the same is soon seen no more; the choices stay where they are, and the number stays the largest.
 */
export type Lead = 'ripple' | 'line' | 'band';

const leads: readonly Lead[] = ['ripple', 'line', 'band'];

/** Another look from one share of a page to the next. */
export function leadOf(share: number): Lead {
  return leads[(share - 1) % leads.length] ?? 'ripple';
}

/** One dot a person, in a line. */
export function DotLine({ audience }: { readonly audience: Audience }) {
  const { counts, strength } = dotsFor(audience);
  const dots = counts.reduce((sum, count) => sum + count, 0);
  return (
    <span class="dots" aria-hidden="true" style={{ opacity: strength }}>
      {Array.from({ length: dots }, (_, index) => (
        <i key={index} />
      ))}
    </span>
  );
}
