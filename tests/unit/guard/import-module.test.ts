import { afterEach, describe, expect, test, vi } from 'vitest';
import { importModule } from '../../../utils/guard/import-module';

/** As much of a window as it asks for; `back` is the page that comes back, from the cache or loaded. */
function openWindow() {
  const window = Object.assign(new EventTarget(), { setTimeout });
  return {
    window: window as unknown as Window,
    back: (persisted: boolean) => {
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    },
  };
}

/** A module that arrives when `there` says so; what follows its address is a comment in it. */
const moduleOf = (there: string) =>
  `data:text/javascript,if (!globalThis.${there}) await new Promise(() => {}); export const loads = (globalThis.${there} += 1);//`;

const flags = globalThis as unknown as Record<string, number | undefined>;

/** Everything that is under way and can go on has gone on. */
const rest = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => {
  vi.useRealTimers();
});

describe('a module of the extension', () => {
  test('that is there', async () => {
    const { window } = openWindow();
    flags.first = 1;
    expect(await importModule(window, moduleOf('first'))).toMatchObject({ loads: 2 });
  });

  test('that is not there', async () => {
    const { window } = openWindow();
    await expect(importModule(window, 'data:text/javascript,throw new Error("none")')).rejects.toThrow(
      'none',
    );
  });

  test('that was under way when the page was put away is asked for anew, by another address', async () => {
    const { window, back } = openWindow();
    const asked = importModule(window, moduleOf('second'));
    await rest();
    flags.second = 1;
    back(true);
    expect(await asked).toMatchObject({ loads: 2 });
    await rest();
    back(true);
    await rest();
    expect(flags.second).toBe(2);
  });

  test('is not asked for anew by a page that is loaded', async () => {
    const { window, back } = openWindow();
    const seen = vi.fn();
    importModule(window, moduleOf('third')).then(seen, seen);
    await rest();
    flags.third = 1;
    back(false);
    await rest();
    expect(seen).not.toHaveBeenCalled();
    expect(flags.third).toBe(1);
  });

  test('that never comes is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { window } = openWindow();
    const seen = vi.fn();
    importModule(window, moduleOf('fourth')).catch(seen);
    vi.advanceTimersByTime(19_999);
    await rest();
    expect(seen).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    await rest();
    expect(seen).toHaveBeenCalledOnce();
  });
});
