import type { ByteSource } from '../bytes/byte-source';
import { memorySource } from '../bytes/memory-source';
import type { CleanResult } from './clean-result';
import type { Container } from './container';
import { pieceSource } from './pieces';
import { containers } from './registry';
import { extensionOf, headLength, isDeclaredPicture, signatureOf } from './signatures';

/** A file of so many bytes is read once, whole: what looks at it here and there would read it many times over. */
const smallFile = 1 << 18;

/** What a file says of itself; its bytes count for more. */
export interface Declared {
  readonly name: string;
  readonly type: string;
}

/**
 * Cleans one file of everything hidden, without touching what the eye sees.
 *
 * Recognised by its bytes; a file that only says it is a picture or video is refused when its bytes are not. A
 * cleaned file is cleaned a second time before it is called so: what has anything left to remove is refused.
 * @returns null when the file is neither picture nor video
 */
export async function cleanFile(source: ByteSource, declared: Declared): Promise<CleanResult | null> {
  const guarded = noteFailedReads(source);
  try {
    const at =
      source.size <= smallFile ? memorySource(await guarded.source.read(0, source.size)) : guarded.source;
    const result = await cleanRecognised(at, declared);
    if (result?.outcome !== 'cleaned') return result;
    const { container, coded, ...cleaned } = result;
    const again = await container.clean(pieceSource(cleaned.pieces, at, coded));
    if (again.outcome === 'already-clean') return cleaned;
    return { outcome: 'refused', reason: 'unsupported', format: cleaned.format };
  } catch (error) {
    if (guarded.failed()) return { outcome: 'refused', reason: 'unreadable' };
    throw error;
  }
}

type Recognised =
  | Exclude<CleanResult, { outcome: 'cleaned' }>
  | (CleanResult & { outcome: 'cleaned'; container: Container });

async function cleanRecognised(source: ByteSource, declared: Declared): Promise<Recognised | null> {
  const head = await source.read(0, Math.min(headLength, source.size));
  const container = containers.find((candidate) => candidate.matches(head, source.size));
  if (container) return cleanBy(container, source);
  const format = signatureOf(head, source.size);
  if (format) return { outcome: 'refused', reason: 'unsupported', format };
  if (!isDeclaredPicture(declared)) return null;
  const named = containers.find(
    ({ extensions, types }) =>
      types.includes(declared.type) || extensions.includes(extensionOf(declared.name)),
  );
  return named ? cleanBy(named, source) : { outcome: 'refused', reason: 'unsupported' };
}

async function cleanBy(container: Container, source: ByteSource): Promise<Recognised> {
  const result = await container.clean(source);
  return result.outcome === 'cleaned' ? { ...result, container } : result;
}

/** A file may change or go while it is read: that is no bug of ours. */
function noteFailedReads(source: ByteSource): { source: ByteSource; failed: () => boolean } {
  let failed = false;
  const { readInto } = source;
  const noted = async <T>(reading: Promise<T>): Promise<T> => {
    try {
      return await reading;
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  return {
    failed: () => failed,
    source: {
      size: source.size,
      isKnownZero: (start, end) => source.isKnownZero?.(start, end) === true,
      read: (start, end) => noted(source.read(start, end)),
      ...(readInto ? { readInto: (target, start) => noted(readInto(target, start)) } : {}),
    },
  };
}
