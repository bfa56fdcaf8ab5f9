import { test } from '@playwright/test';

/** What a page had seen of a share while it was held. */
export interface SeenBefore {
  /** Events of a pick, a drop or a paste that it heard. */
  readonly events: number;
  /** Bytes of the files that it got. */
  readonly bytes: number;
}

/** Writes it into the report of the test, where `npm run tables` adds all of them up; the test itself expects none. */
export function noteSeenBefore({ events, bytes }: SeenBefore): void {
  test.info().annotations.push({ type: 'before-release', description: `${events} events, ${bytes} bytes` });
}
