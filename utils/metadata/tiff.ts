import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { startsWith } from '../bytes/text';
import type { Range, RefusalReason } from './clean-result';
import type { Container } from './container';
import { lengthOfAll } from './pieces';
import { type Plan, planned } from './plan';
import { describe } from './tiff-hidden';
import { type Edit, editStream } from './tiff-jpeg';
import { type Block, blocksOf, extentsOf, layOut } from './tiff-layout';
import { type Budget, type Outline, type Page, readOutline, readPage } from './tiff-page';
import {
  type Directory,
  rangesOf,
  readForm,
  readNumbers,
  readStructure,
  type TiffForm,
  type TiffStructure,
} from './tiff-structure';
import { rawTags, tag } from './tiff-tags';

/**
 * TIFF: TIFF 6.0 with its supplements and Technical Notes; BigTIFF.
 *
 * The file is written anew: of each page the fields that it is drawn by, the colour profile, and its strips or
 * tiles byte for byte, wherever they lay. All other fields go, and so do smaller copies of a page, SubIFDs, and
 * whatever no field points at. JPEG streams lose their APPn and COM segments. Raw pictures of cameras, which have
 * the same structure, are refused: they are drawn by what their makers keep secret.
 */

/** Strips and tiles of all pages; of tiles so large a picture has no more. */
const maximumBlocks = 1 << 18;

/** Of all values that are kept, in bytes; and never more than this many times the file. */
const maximumValues = 64 << 20;
const maximumShare = 2;

/** A classic TIFF is never longer than its offsets reach, in bytes. */
const longestClassic = 2 ** 32 - 1;

/** Raw pictures say so behind the header: Canon's, Phase One's. */
const rawMarks: readonly string[] = ['CR', 'IIII', 'MMMM'];

/** PhotometricInterpretation of raw samples: behind colour filters, and linear ones (DNG). */
const rawPhotometrics: readonly number[] = [32_803, 34_892];

async function isRaw({ chain, form }: TiffStructure, source: ByteSource): Promise<boolean> {
  const mark = await source.read(8, 12);
  return rawMarks.some((raw) => startsWith(mark, raw)) || (await areRaw(chain, source, form));
}

async function areRaw(
  directories: readonly Directory[],
  source: ByteSource,
  form: TiffForm,
): Promise<boolean> {
  for (const { fields, children } of directories) {
    if (rawTags.some((name) => fields.has(name))) return true;
    const [photometric = 0] = await readNumbers(fields.get(tag.PhotometricInterpretation), source, form, 1);
    if (rawPhotometrics.includes(photometric)) return true;
    const pictures = children.filter((child) => child.tag === tag.SubIFDs);
    if (await areRaw(pictures, source, form)) return true;
  }
  return false;
}

/** The pages that stay: all but smaller copies, as long as there are others. */
async function readPages(
  { chain, form }: TiffStructure,
  source: ByteSource,
): Promise<readonly Page[] | RefusalReason> {
  const budget: Budget = {
    blocks: maximumBlocks,
    values: Math.min(maximumValues, maximumShare * source.size),
  };
  const outlines: Outline[] = [];
  for (const directory of chain) {
    const outline = await readOutline(directory, source, form, budget);
    if (typeof outline === 'string') return outline;
    if (outline.hasPicture) outlines.push(outline);
  }
  const whole = outlines.filter(({ isReduced }) => !isReduced);
  // The picture itself is somewhere else: in a SubIFD, as cameras put it.
  const isElsewhere = chain.some(({ children }) => children.some((child) => child.tag === tag.SubIFDs));
  if (whole.length === 0 && isElsewhere) return 'unsupported';
  const pages: Page[] = [];
  for (const outline of whole.length > 0 ? whole : outlines) {
    const page = await readPage(outline, source, form, budget);
    if (typeof page === 'string') return page;
    pages.push(page);
  }
  return pages.some(({ lengths }) => lengths.some((length) => length > 0)) ? pages : 'corrupt';
}

/** Whether coded data lies where header, directories or values do: it would carry them along. */
function isEntangled({ chain, headerEnd }: TiffStructure, blocks: readonly Block[]) {
  const extents = extentsOf(blocks);
  const metadata: Range[] = [{ start: 0, end: headerEnd }];
  const add = (directories: readonly Directory[]) => {
    for (const directory of directories) {
      metadata.push(...rangesOf(directory));
      add(directory.children);
    }
  };
  add(chain);
  metadata.sort((a, b) => a.start - b.start);
  let index = 0;
  return metadata.some(({ start, end }) => {
    while ((extents[index]?.end ?? Number.POSITIVE_INFINITY) <= start) index++;
    return (extents[index]?.start ?? Number.POSITIVE_INFINITY) < end;
  });
}

/** What goes of the JPEG streams; they are looked at in the order of the file. */
async function readEdits(
  blocks: readonly Block[],
  source: ByteSource,
): Promise<readonly Edit[] | RefusalReason> {
  const edits: Edit[] = [];
  const view = new ByteWindow(source);
  let last: Block | null = null;
  for (const block of blocks) {
    const { start, end, isJpeg } = block;
    const isSame = last !== null && last.start === start && last.end === end;
    if (last && start < last.end && (last.isJpeg || isJpeg) && !(isSame && last.isJpeg === isJpeg))
      return 'unsupported';
    if (isJpeg && !isSame) {
      const refusal = await editStream(source, view, start, end, edits);
      if (refusal) return refusal;
    }
    if (!last || end >= last.end) last = block;
  }
  return edits;
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const structure = await readStructure(source);
  if (typeof structure === 'string') return structure;
  const { form } = structure;
  if (await isRaw(structure, source)) return 'unsupported';
  const pages = await readPages(structure, source);
  if (typeof pages === 'string') return pages;
  const blocks = blocksOf(pages);
  if (isEntangled(structure, blocks)) return 'corrupt';
  const edits = await readEdits(blocks, source);
  if (typeof edits === 'string') return edits;
  const pieces = layOut(pages, edits, blocks, form);
  if (!form.big && lengthOfAll(pieces) > longestClassic) return 'too-large';
  return { pieces, hidden: () => describe({ structure, pages, blocks, edits }, source) };
}

export const tiff: Container = planned(
  {
    name: 'tiff',
    types: ['image/tiff', 'image/tif'],
    extensions: ['tif', 'tiff', 'btf', 'tf8'],
    matches: (head) => readForm(head) !== null,
  },
  planFor,
);
