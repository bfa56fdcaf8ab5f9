import type { ByteSource } from '../bytes/byte-source';
import type { HiddenData } from './hidden-data';
import { type Box, freeHead } from './isobmff-box';
import { type Patch, zerosFrom } from './patches';
import { isZero } from './pieces';

/** Reads what was hidden in something that goes; asked only when somebody wants to know. */
export type Teller = () => Promise<readonly HiddenData[]>;

/**
 * What of a file of boxes is blanked where it stands. Offsets point across such files from everywhere, so nothing may
 * move: a box that goes becomes a `free` one of the same size, filled with zeros.
 */
export class Blanking {
  readonly patches: Patch[] = [];
  private readonly tellers: Teller[] = [];
  private readonly source: ByteSource;

  constructor(source: ByteSource) {
    this.source = source;
  }

  /** The box goes. */
  async drop(box: Box, tell: Teller): Promise<void> {
    const { start, data, end } = box;
    this.patches.push({ start, by: freeHead(box, await this.source.read(start, data)) });
    this.zero(data, end, tell);
  }

  /** The bytes from `start` to `end` become zeros; told of unless they are so already. */
  zero(start: number, end: number, tell?: Teller): void {
    if (end <= start) return;
    this.patches.push(zerosFrom(start, end));
    if (tell) this.tell(async () => ((await isZero(this.source, start, end)) ? [] : tell()));
  }

  /** These bytes stand there instead, as many as before. */
  replace(start: number, bytes: Uint8Array): void {
    this.patches.push({ start, by: bytes });
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
