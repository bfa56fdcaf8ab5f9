import { type Edit, zerosOver } from './in-place';
import type { Box } from './isobmff-box';

/**
 * Which bytes of a file the coded pictures and sounds that stay are made of. Collected from sample tables, fragments
 * and item locations; whatever else lies in a media data box belongs to nobody any more.
 */
export class MediaRanges {
  private starts = new Float64Array(1024);
  /** Negative where the range may be shorter. */
  private ends = new Float64Array(1024);
  private count = 0;
  private hasLoose = false;

  /** @param end excluded */
  add(start: number, end: number): void {
    if (end <= start) return;
    // What follows the last one directly is one with it: that is how most are written.
    if (this.count > 0 && this.ends[this.count - 1] === start) this.ends[this.count - 1] = end;
    else this.push(start, end);
  }

  /**
   * A range that ends where the next one begins, if that is earlier.
   * @param most where it ends at the latest, excluded
   */
  addLoose(start: number, most: number): void {
    if (most <= start) return;
    this.hasLoose = true;
    this.push(start, -most);
  }

  /** Something else begins here, of what does not stay: no loose range goes on behind it. */
  stop(start: number): void {
    this.push(start, start);
  }

  /** Whether it matters where something else begins. */
  get needsStops(): boolean {
    return this.hasLoose;
  }

  private push(start: number, end: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }

  private grow(): void {
    const starts = new Float64Array(this.starts.length * 2);
    const ends = new Float64Array(this.ends.length * 2);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }

  /** Whether some range begins at this position or behind it. */
  begins(position: number): boolean {
    const starts = this.starts.subarray(0, this.count);
    return starts.some((start, index) => start >= position && this.ends[index] !== start);
  }

  /** Whether some range begins outside these boxes. */
  leaves(boxes: readonly Box[], size: number): boolean {
    for (let index = 0; index < this.count; index++) {
      const start = this.starts[index] ?? 0;
      if (this.ends[index] === start) continue;
      // Past the end of the file there is nothing to lose.
      if (start < size && !boxes.some((box) => start >= box.data && start < box.end)) return true;
    }
    return false;
  }

  /** Zeros for every byte of these media data boxes that belongs to no range. */
  gapsIn(boxes: readonly Box[]): readonly Edit[] {
    const order = this.inOrder();
    const ends = this.endsOf(order);
    const edits: Edit[] = [];
    let next = 0;
    let covered = 0;
    for (const { data, end } of [...boxes].sort((first, second) => first.start - second.start)) {
      let at = Math.max(data, Math.min(covered, end));
      for (; next < order.length; next++) {
        const index = order[next] ?? 0;
        const start = this.starts[index] ?? 0;
        if (start >= end) break;
        if (start > at) edits.push(zerosOver(at, start));
        covered = Math.max(covered, ends[next] ?? 0);
        at = Math.max(at, Math.min(covered, end));
      }
      if (at < end) edits.push(zerosOver(at, end));
    }
    return edits;
  }

  /** Where each range ends, in order; a loose one at the latest where the next one begins that begins behind it. */
  private endsOf(order: Uint32Array): Float64Array {
    const ends = new Float64Array(order.length);
    let following = Number.POSITIVE_INFINITY;
    let last = Number.POSITIVE_INFINITY;
    for (let position = order.length - 1; position >= 0; position--) {
      const index = order[position] ?? 0;
      const start = this.starts[index] ?? 0;
      if (start < last) following = last;
      last = start;
      const end = this.ends[index] ?? 0;
      ends[position] = end < 0 ? Math.min(following, -end) : end;
    }
    return ends;
  }

  private inOrder(): Uint32Array {
    const { starts } = this;
    const order = Uint32Array.from({ length: this.count }, (_, index) => index);
    return order.sort((first, second) => (starts[first] ?? 0) - (starts[second] ?? 0));
  }
}
