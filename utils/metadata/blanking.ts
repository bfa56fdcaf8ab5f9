import type { ByteSource } from '../bytes/byte-source';
import type { HiddenData } from './hidden-data';
import { type Edit, zerosOver } from './in-place';
import { type Box, freeHead } from './isobmff-box';
import { isZero } from './pieces';

/** Reads what was hidden in something that goes; asked only when somebody wants to know. */
export type Teller = () => Promise<readonly HiddenData[]>;

/**
 * What of a file of boxes is blanked where it stands. Offsets point across such files from everywhere, so nothing may
 * move: a box that goes becomes a `free` one of the same size, filled with zeros.
 */
export class Blanking {
  readonly edits: Edit[] = [];
  private readonly tellers: Teller[] = [];
  private readonly source: ByteSource;

  constructor(source: ByteSource) {
    this.source = source;
  }

  /** The box goes. */
  async drop(box: Box, tell: Teller): Promise<void> {
    const { start, data, end } = box;
    const bytes = freeHead(box, await this.source.read(start, data));
    this.edits.push({ start, end, bytes });
    this.tell(async () => ((await isZero(this.source, data, end)) ? [] : tell()));
  }

  /** The bytes from `start` to `end` become zeros; told of unless they are so already. */
  zero(start: number, end: number, tell?: Teller): void {
    if (end <= start) return;
    this.edits.push(zerosOver(start, end));
    if (tell) this.tell(async () => ((await isZero(this.source, start, end)) ? [] : tell()));
  }

  /** These bytes stand there instead, as many as before. */
  replace(start: number, bytes: Uint8Array): void {
    this.edits.push({ start, end: start + bytes.length, bytes });
  }

  /** Something else goes with what is blanked. */
  tell(tell: Teller): void {
    this.tellers.push(tell);
  }

  async hidden(): Promise<readonly HiddenData[]> {
    const hidden: HiddenData[] = [];
    for (const tell of this.tellers) hidden.push(...(await tell()));
    return hidden;
  }
}
