import { gunzipSync } from 'node:zlib';
import type { ByteSource } from '../../utils/bytes/byte-source';
import { memorySource } from '../../utils/bytes/memory-source';
import { cleanFile } from '../../utils/metadata/clean-file';
import type { CleanResult, Piece } from '../../utils/metadata/clean-result';
import { inspectFile } from '../../utils/metadata/inspect-file';
import { lengthOf, pieceSource } from '../../utils/metadata/pieces';
import { containerNamed } from '../../utils/metadata/registry';
import { drawnRanges, isCovered } from './drawn';
import { drawnOfProfile, profilesIn } from './profiles';
import { type Found, secretsIn } from './secrets';

/** What must hold of every input, whatever it is. */

/** Reading: so many times the file, and a constant for those that are hardly larger than a window. */
const maximumReading = 8;
const readingAtLeast = 1 << 20;

/** Held at a time: a megabyte and twice the metadata. */
const heldAtLeast = 1 << 20;

/** A cleaned file is written anew at the most twice as long: parts that a file shares are written out. */
const maximumGrowth = 2;
const growthAtLeast = 4096;

export interface Verdict {
  /** The outcome, with the reason of a refusal; 'none' for what is no picture; 'threw'. */
  readonly outcome: string;
  /** What does not hold; empty when all does. */
  readonly findings: readonly string[];
  /** Bytes read by the cleaning, of each byte of the file. */
  readonly reading: number;
}

/** Runs the engine over one input. */
export async function check(bytes: Uint8Array, format: string): Promise<Verdict> {
  const findings: string[] = [];
  const { types, extensions } = containerNamed(format);
  const counted = countingSource(bytes);
  let result: CleanResult | null = null;
  try {
    result = await cleanFile(counted.source, { name: `a.${extensions[0]}`, type: types[0] });
  } catch (error) {
    return { outcome: 'threw', findings: [`cleanFile threw: ${textOf(error)}`], reading: 0 };
  }
  if (counted.read() > maximumReading * bytes.length + readingAtLeast)
    findings.push(`read ${counted.read()} bytes of ${bytes.length}`);
  findings.push(...shapeOf(result), ...(await checkInspection(bytes, result)));
  if (result && result.outcome !== 'refused')
    findings.push(...(await checkClean(bytes, result, counted.longest())));
  const outcome = result === null ? 'none' : result.outcome === 'refused' ? result.reason : result.outcome;
  return { outcome, findings, reading: counted.read() / Math.max(1, bytes.length) };
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const reasons: readonly string[] = ['unsupported', 'corrupt', 'too-large', 'encrypted'];

/** Outcomes are those that there are; what says it is a picture is never passed. */
function shapeOf(result: CleanResult | null): readonly string[] {
  if (result === null) return ['passed as no picture, though its name and type say so'];
  if (result.outcome === 'refused')
    return reasons.includes(result.reason) ? [] : [`refused for no reason that could be: ${result.reason}`];
  return ['cleaned', 'already-clean'].includes(result.outcome) ? [] : ['an outcome that does not exist'];
}

async function checkInspection(bytes: Uint8Array, result: CleanResult | null): Promise<readonly string[]> {
  const counted = countingSource(bytes);
  try {
    const hidden = await inspectFile(counted.source);
    const findings: string[] = [];
    if (counted.read() > maximumReading * bytes.length + readingAtLeast)
      findings.push(`inspection read ${counted.read()} bytes of ${bytes.length}`);
    const isClean = result?.outcome === 'already-clean';
    if (isClean && hidden && hidden.length > 0)
      findings.push('inspection tells of something in what is clean');
    return findings;
  } catch (error) {
    return [`inspectFile threw: ${textOf(error)}`];
  }
}

async function checkClean(
  bytes: Uint8Array,
  result: CleanResult & { readonly outcome: 'cleaned' | 'already-clean' },
  longest: number,
): Promise<readonly string[]> {
  const pieces = result.outcome === 'cleaned' ? result.pieces : [{ start: 0, end: bytes.length }];
  const findings = [...checkPieces(pieces, bytes.length)];
  if (findings.length > 0) return findings;
  const source = pieceSource(pieces, memorySource(bytes));
  const clean = await source.read(0, source.size);
  findings.push(...leaksIn(result.format, clean).map(described));
  findings.push(...checkHeld(pieces, result.format, clean, bytes.length, longest));
  const { types, extensions } = containerNamed(result.format);
  const again = await cleanFile(memorySource(clean), { name: `a.${extensions[0]}`, type: types[0] });
  if (again?.outcome !== 'already-clean') findings.push(`cleaned again it is ${again?.outcome ?? 'none'}`);
  else if (again.format !== result.format) findings.push(`cleaned from ${result.format} to ${again.format}`);
  return findings;
}

function checkPieces(pieces: readonly Piece[], size: number): readonly string[] {
  const isInside = (piece: Piece) => {
    if (piece instanceof Uint8Array) return true;
    if ('zeros' in piece) return Number.isSafeInteger(piece.zeros) && piece.zeros >= 0;
    const { start, end } = piece;
    return (
      Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end && end <= size
    );
  };
  if (!pieces.every(isInside)) return ['a piece is not within the file'];
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  return length > maximumGrowth * size + growthAtLeast ? [`${size} bytes became ${length}`] : [];
}

/** Secrets where nothing is drawn from. */
export function leaksIn(format: string, file: Uint8Array): readonly Found[] {
  const clean = format === 'svg' && file[0] === 0x1f ? new Uint8Array(gunzipSync(file)) : file;
  const drawn = drawnRanges(format, clean);
  const leaks = secretsIn(clean).filter((found) => !isCovered(found, drawn));
  const inProfiles = profilesIn(format, clean).flatMap((profile) => {
    const colours = drawnOfProfile(profile);
    return secretsIn(profile).filter((found) => !isCovered(found, colours));
  });
  return [...leaks, ...inProfiles];
}

function described({ secret, start }: Found): string {
  return `leak of ${JSON.stringify(secret.toString('latin1'))} at ${start}`;
}

/** The metadata is what is not drawn from, before or after. */
function checkHeld(
  pieces: readonly Piece[],
  format: string,
  clean: Uint8Array,
  size: number,
  longest: number,
): readonly string[] {
  const written = pieces.reduce((sum, piece) => sum + (piece instanceof Uint8Array ? piece.length : 0), 0);
  if (Math.max(written, longest) <= heldAtLeast) return [];
  const drawn = drawnRanges(format, clean).reduce((sum, { start, end }) => sum + end - start, 0);
  const bound = heldAtLeast + 2 * Math.max(0, size - drawn);
  if (longest > bound) return [`a read of ${longest} bytes; the bound is ${bound}`];
  return written > bound ? [`${written} new bytes; the bound is ${bound}`] : [];
}

function countingSource(bytes: Uint8Array) {
  const inner = memorySource(bytes);
  let read = 0;
  let longest = 0;
  const source: ByteSource = {
    size: inner.size,
    async read(start, end) {
      const part = await inner.read(start, end);
      read += part.length;
      longest = Math.max(longest, part.length);
      return part;
    },
  };
  return { source, read: () => read, longest: () => longest };
}
