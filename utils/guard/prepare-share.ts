import { blobSource } from '../bytes/blob-source';
import type { SentFile } from '../channel/guard-channel';
import { cleanFile } from '../metadata/clean-file';
import type { CleanResult, RefusalReason } from '../metadata/clean-result';
import type { HiddenData } from '../metadata/hidden-data';
import type { FileReport } from '../policy/decide';
import { cleanCopy } from './clean-copy';
import { type Seen, unseenYet } from './look-into';

/** One file of a share, cleaned. */
export interface PreparedFile {
  readonly name: string;
  /** As the browser names it, by the extension. */
  readonly type: string;
  readonly outcome: FileReport['outcome'];
  readonly seen: Seen;
  readonly reason?: RefusalReason;
  readonly removed: readonly HiddenData[];
  /** What goes when the clean copy is chosen. */
  readonly sent: SentFile;
  /** What the person made of it in the editor; goes in its place. */
  readonly copy?: File;
}

/**
 * Cleans every file of a share, in order. A bug of ours on one file is reported and that file refused: it
 * neither passes nor takes the others with it.
 */
export async function prepareShare(files: readonly File[]): Promise<readonly PreparedFile[]> {
  const prepared: PreparedFile[] = [];
  let pictures = 0;
  for (const file of files) {
    const result = await cleanOrRefuse(file);
    if (result && result.outcome !== 'refused') pictures += 1;
    prepared.push(prepare(file, result, pictures));
  }
  return prepared;
}

async function cleanOrRefuse(file: File): Promise<CleanResult | null> {
  try {
    return await cleanFile(blobSource(file), { name: file.name, type: file.type });
  } catch (error) {
    reportError(error);
    return { outcome: 'refused', reason: 'unreadable' };
  }
}

function prepare(file: File, result: CleanResult | null, position: number): PreparedFile {
  const { name, type } = file;
  const outcome: FileReport['outcome'] = result?.outcome ?? 'passenger';
  const known = { name, type, outcome, seen: unseenYet(outcome), removed: [] };
  if (!result) return { ...known, sent: 'as-it-is' };
  if (result.outcome === 'refused') return { ...known, reason: result.reason, sent: 'stays-behind' };
  const removed = result.outcome === 'cleaned' ? result.removed : [];
  return { ...known, removed, sent: cleanCopy(file, result, position) };
}

/** What `decide` is told of a file. */
export function reportOf({ outcome, seen }: PreparedFile): FileReport {
  switch (seen.state) {
    case 'looking':
      return { outcome, faces: seen.faces.length, nudity: null, looking: true };
    case 'looked':
      return { outcome, faces: seen.faces.length, nudity: seen.showsMore };
    default:
      return { outcome, faces: null, nudity: null };
  }
}
