import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  nextPressWithin,
  noPresses,
  type Presses,
  pressesAfter,
  pressesToExit,
} from '../../utils/help/quick-exit';

/** How far somebody is with Shift three times: presses so far, or that their time is over. */
export interface ExitPresses {
  readonly count: number;
  readonly over: boolean;
}

/** Leaves when Shift was pressed three times, each within five seconds. */
export function useQuickExit(exit: () => void): ExitPresses {
  const [shown, setShown] = useState<ExitPresses>({ count: 0, over: false });
  const leave = useRef(exit);
  leave.current = exit;
  useLayoutEffect(() => {
    const life = new AbortController();
    let presses: Presses = noPresses;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const become = (next: Presses) => {
      const counted = next.count !== presses.count;
      presses = next;
      if (!counted) return;
      clearTimeout(timer);
      setShown({ count: presses.count, over: false });
      if (presses.count >= pressesToExit) leave.current();
      else if (presses.count > 0) timer = setTimeout(expire, nextPressWithin);
    };
    const expire = () => {
      presses = noPresses;
      setShown({ count: 0, over: true });
    };
    const onKey = (event: KeyboardEvent) => become(pressesAfter(presses, event));
    const { signal } = life;
    document.addEventListener('keydown', onKey, { signal });
    document.addEventListener('keyup', onKey, { signal });
    // Shift may be held for a click, too.
    document.addEventListener('pointerdown', () => become(noPresses), { signal });
    return () => {
      life.abort();
      clearTimeout(timer);
    };
  }, []);
  return shown;
}
