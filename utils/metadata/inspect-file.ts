import type { ByteSource } from '../bytes/byte-source';
import type { HiddenData } from './hidden-data';
import { containers } from './registry';
import { headLength } from './signatures';

/** What is hidden in a file; null when that cannot be told, or it is no picture that can be cleaned. */
export async function inspectFile(source: ByteSource): Promise<readonly HiddenData[] | null> {
  const head = await source.read(0, Math.min(headLength, source.size));
  const container = containers.find((candidate) => candidate.matches(head, source.size));
  if (!container) return null;
  const inspection = await container.inspect(source);
  return inspection.outcome === 'inspected' ? inspection.hidden : null;
}
