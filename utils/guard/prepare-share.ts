import { blobSource } from '../bytes/blob-source';
import type { SentFile } from '../channel/guard-channel';
import { cleanFile } from '../metadata/clean-file';
import type { CleanResult, Piece, RefusalReason } from '../metadata/clean-result';
import type { HiddenData } from '../metadata/hidden-data';
import { containerNamed } from '../metadata/registry';
import type { FileReport } from '../policy/decide';
import { matchingType, neutralName } from './names';

/** One file of a share, looked at and cleaned. */
export interface PreparedFile {
  readonly name: string;
  readonly report: FileReport;
  readonly reason?: RefusalReason;
  readonly removed: readonly HiddenData[];
  /** What goes when the clean copy is chosen. */
  readonly sent: SentFile;
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

/** Zeros come in blocks of this length, in bytes. */
const zeroBlock = 1 << 20;

/** No detector looks into pictures yet: `faces` and `nudity` stay without an answer. */
const unseen = { faces: null, nudity: null } as const;

function prepare(file: File, result: CleanResult | null, position: number): PreparedFile {
  const { name } = file;
  if (!result) return { name, report: { outcome: 'passenger', ...unseen }, removed: [], sent: 'as-it-is' };
  const report: FileReport = { outcome: result.outcome, ...unseen };
  if (result.outcome === 'refused') {
    return { name, report, reason: result.reason, removed: [], sent: 'stays-behind' };
  }
  const format = containerNamed(result.format);
  const parts =
    result.outcome === 'cleaned' ? result.pieces.flatMap((piece) => partsOf(file, piece)) : [file];
  const sent = new File(parts, neutralName(position, name, format), {
    type: matchingType(file.type, format),
    lastModified: Date.now(),
  });
  return { name, report, removed: result.outcome === 'cleaned' ? result.removed : [], sent };
}

/** A range of the source stays a reference to it; nothing is copied. */
function partsOf(file: File, piece: Piece): readonly BlobPart[] {
  if (piece instanceof Uint8Array) return [new Uint8Array(piece)];
  return 'zeros' in piece ? zeroParts(piece.zeros) : [file.slice(piece.start, piece.end)];
}

/** Blobs of zeros, the same one over and over, so that none takes memory for its length. */
function zeroParts(length: number): readonly BlobPart[] {
  const block = new Blob([new Uint8Array(Math.min(length, zeroBlock))]);
  const whole = Array.from({ length: Math.floor(length / zeroBlock) }, () => block);
  return [...whole, block.slice(0, length % zeroBlock)];
}
