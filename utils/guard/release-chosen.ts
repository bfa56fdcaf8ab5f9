import type { SentFile, Verdict } from '../channel/guard-channel';
import type { HeldShare } from '../interception/held-share';

/** Hands over what was chosen, in the order it was picked, where it was picked. */
export function releaseChosen({ files, paths = [], release }: HeldShare, verdict: Verdict): void {
  const sent = verdict.choice === 'clean' ? verdict.files : files.map(() => 'as-it-is' as const);
  const chosen = sent.flatMap((one: SentFile, index) => {
    const path = paths[index] ?? '';
    const original = files[index];
    if (one === 'stays-behind' || !original) return [];
    if (one === 'as-it-is') return [{ file: original, path }];
    return [{ file: one, path: path && path.slice(0, path.lastIndexOf('/') + 1) + one.name }];
  });
  const goes = verdict.choice !== 'nothing' && chosen.length > 0;
  release(
    goes ? chosen.map(({ file }) => file) : null,
    chosen.map(({ path }) => path),
  );
}
